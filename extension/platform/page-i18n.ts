/** The interface's messages as the browser gives them. Says itself what it uses of `browser`, because the card in a news page uses it too, where `browser.ts` must not be. */
import { type Words, wordsFrom } from '../../src/ui/words.ts';

/** The part of the native API used here; both browsers have `browser` in content scripts and on extension pages. */
declare const browser: { readonly i18n: { getMessage(key: string, placeholders: string[]): string } };

/** Words in the browser's interface language, or English where we do not have it. */
export function browserWords(): Words {
  return wordsFrom((key, values) => browser.i18n.getMessage(key, values));
}
