/** What the interface says, in the reader's language: components take a {@link Words} and never see where the messages come from. */
import type messages from '../../extension/_locales/en/messages.json';
import type { TextLanguage } from '../facts/entity.ts';

/** Name of a message of `extension/_locales`. */
export type MessageKey = keyof typeof messages;
/** A message with a form for each plural category: its name without `_one`, `_other` and so on. */
export type CountKey = MessageKey extends infer K ? (K extends `${infer Base}_other` ? Base : never) : never;
/** A message with something in its middle: the text before it, and after. */
export type Around = readonly [before: string, after: string];

/** Messages, numbers and lists in one language. */
export interface Words {
  /** The language the messages are in, which may not be the browser's: English stands in for those we do not have. */
  readonly lang: TextLanguage;
  readonly dir: Direction;
  /** BCP 47 tag for `Intl`, with our choice of regional forms. */
  readonly locale: string;
  /** A message with its placeholders filled, in order. */
  say(key: MessageKey, ...values: readonly string[]): string;
  /** A message whose one placeholder is an element: what stands before and after it. */
  around(key: MessageKey): Around;
  /** The message of the plural category of `count`; its first placeholder is the number. */
  count(key: CountKey, count: number): string;
  /** A number as the language writes it: '12,000'. */
  number(value: number): string;
  /** 'a, b and c'. */
  list(items: readonly string[]): string;
}

/** Direction of a line of text. */
export type Direction = 'ltr' | 'rtl';

/** English dates as the card's language has them, '21 Feb 2020'; the others as their readers write them. */
const LOCALES: Readonly<Record<TextLanguage, string>> = { en: 'en-GB', tr: 'tr', ar: 'ar', ru: 'ru' };
/** A private-use character that no message contains, put where an element will stand. */
const HOLE = '\uE000';

/**
 * Words over a source of messages.
 * @param message gives a message by name with its placeholders filled, and '' for a name it does not have, as `browser.i18n.getMessage` does
 */
export function wordsFrom(message: (key: string, values: string[]) => string): Words {
  const lang = languageOf(message('locale', []));
  const locale = LOCALES[lang];
  const plurals = new Intl.PluralRules(locale);
  const numbers = new Intl.NumberFormat(locale);
  const lists = new Intl.ListFormat(locale);
  return {
    lang,
    dir: directionOf(lang),
    locale,
    say: (key, ...values) => message(key, [...values]),
    around(key) {
      const [before = '', after = ''] = message(key, [HOLE]).split(HOLE);
      return [before, after];
    },
    count: (key, count) => message(`${key}_${plurals.select(count)}`, [numbers.format(count)]),
    number: (value) => numbers.format(value),
    list: (items) => lists.format(items),
  };
}

/** Direction of a language's script, for the languages the pack has texts in. */
export function directionOf(lang: string): Direction {
  return lang === 'ar' ? 'rtl' : 'ltr';
}

function languageOf(tag: string): TextLanguage {
  return tag === 'tr' || tag === 'ar' || tag === 'ru' ? tag : 'en';
}
