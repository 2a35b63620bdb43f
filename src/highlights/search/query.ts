/** What the reader types into the search field, read as conditions that must all hold. */
import { FIELDS, type Field, foldedValue, numberOf } from './document.ts';
import { wordsOf } from './words.ts';

/** One condition. */
export type Condition =
  /** A word of the passage, its note, tags, title, site or entities begins so (folded). */
  | { readonly kind: 'word'; readonly start: string }
  /** These words stand in a row somewhere. */
  | { readonly kind: 'phrase'; readonly words: readonly string[] }
  /** A field begins so, or (`whole`) is so. */
  | { readonly kind: 'field'; readonly field: Field; readonly value: string; readonly whole: boolean }
  /** Saved in `[from, until)`, milliseconds since the epoch. */
  | { readonly kind: 'saved'; readonly from?: number; readonly until?: number }
  /** Written in `[from, until)`, as numbers YYYYMMDD; passages whose day is unknown are left out. */
  | { readonly kind: 'written'; readonly from?: number; readonly until?: number }
  /** One of these. */
  | { readonly kind: 'among'; readonly ids: ReadonlySet<string> };

/** A phrase in any language's quotation marks, or `name:value`, or a word. */
const PIECE = /(?:(tag|site|about|before|after|written):)?(?:["“”„«»]([^"“”„«»]*)["“”„«»]?|(\S+))/giu;
const DAY = /^(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?$/;

/**
 * Reads a query. `tag:` `site:` `about:` look where they say; `before:` and `after:` are days the passage was saved, `written:` when the
 * article was (`2020`, `2020-02` or `2020-02-21`, in the reader's calendar). What is not understood is looked for as words.
 * @param startOfDay milliseconds since the epoch at which a day `YYYY-MM-DD` begins where the reader is
 */
export function parseQuery(text: string, startOfDay: (day: string) => number): readonly Condition[] {
  return [...text.matchAll(PIECE)].flatMap(([piece, name, phrase, word]) => {
    const value = phrase ?? word ?? '';
    const special = name === undefined ? undefined : specialCondition(name.toLowerCase(), value, startOfDay);
    if (special !== undefined) return [special];
    const words = wordsOf(name === undefined ? value : piece);
    if (phrase !== undefined && words.length > 1) return [{ kind: 'phrase', words }];
    return words.map((start): Condition => ({ kind: 'word', start }));
  });
}

function specialCondition(name: string, value: string, startOfDay: (day: string) => number): Condition | undefined {
  if (name === 'tag' || name === 'about') return fieldCondition(name, foldedValue(value));
  if (name === 'site') return fieldCondition(name, value.toLowerCase().replace(/^www\./, ''));
  const span = spanOf(value);
  if (span === undefined) return undefined;
  if (name === 'before') return { kind: 'saved', until: startOfDay(span.from) };
  // After a day, month or year is after its end.
  if (name === 'after') return { kind: 'saved', from: startOfDay(span.until) };
  return { kind: 'written', from: numberOf(span.from), until: numberOf(span.until) };
}

function fieldCondition(field: keyof typeof FIELDS, value: string): Condition | undefined {
  return value === '' ? undefined : { kind: 'field', field, value, whole: false };
}

/** First day of a year, month or day, and first day after it; `undefined` for what is no date. */
function spanOf(text: string): { readonly from: string; readonly until: string } | undefined {
  const [, year, month, day] = DAY.exec(text) ?? [];
  if (year === undefined) return undefined;
  const from = `${year}-${month ?? '01'}-${day ?? '01'}`;
  const start = new Date(`${from}T00:00:00Z`);
  if (Number.isNaN(start.getTime()) || start.toISOString().slice(0, 10) !== from) return undefined;
  const after = new Date(start);
  if (day !== undefined) after.setUTCDate(after.getUTCDate() + 1);
  else if (month !== undefined) after.setUTCMonth(after.getUTCMonth() + 1);
  else after.setUTCFullYear(after.getUTCFullYear() + 1);
  return { from, until: after.toISOString().slice(0, 10) };
}
