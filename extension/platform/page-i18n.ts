/** The interface's messages as the browser gives them. In its own file without the polyfill, because the card in a news page uses it too. */
import { type Words, wordsFrom } from '../../src/ui/words.ts';

/** The part of the native API used here; both browsers have `browser` in content scripts and on extension pages. */
declare const browser: { readonly i18n: { getMessage(key: string, placeholders: string[]): string } };

/** Words in the browser's interface language, or English where we do not have it. */
export function browserWords(): Words {
  const known = new Map<string, string>();
  return wordsFrom((key, values) => {
    if (values.length > 0) return browser.i18n.getMessage(key, values);
    // A long list asks for the same few with every row, and the browser takes its time.
    const message = known.get(key) ?? browser.i18n.getMessage(key, values);
    known.set(key, message);
    return message;
  });
}

/** Private-use characters that no message contains, put where a message's placeholders will stand. */
const SLOTS = ['\uE001', '\uE002', '\uE003', '\uE004'];
const PLURALS = ['zero', 'one', 'two', 'few', 'many', 'other'];

/**
 * Words that outlast the extension: these messages, read now. A script in a page is given no message any more once its extension was updated
 * or removed.
 * @param names of messages, with `#` behind those that have a form for each plural category
 */
export function lastingWords(names: readonly string[]): Words {
  const keys = names.flatMap((name) => (name.endsWith('#') ? PLURALS.map((plural) => `${name.slice(0, -1)}_${plural}`) : [name]));
  const texts = new Map(keys.map((key) => [key, browser.i18n.getMessage(key, SLOTS)]));
  return wordsFrom((key, values) =>
    (texts.get(key) ?? '').replace(/[\uE001-\uE004]/g, (slot) => values[SLOTS.indexOf(slot)] ?? ''),
  );
}
