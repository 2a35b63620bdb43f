/** What no pack's file has and a hostile one may: looked for before anything is made of the file. */
import type { PartPath } from './compile/problem.ts';

/** Longest string, in UTF-16 code units; a card's longest line has 280. */
const LONGEST_STRING = 2000;
/** Most items of a list, and most keys of an object. */
const LONGEST_LIST = 2000;
/** Control characters, line ends, and what turns the direction of the text around it. */
const UNSEEN = /[\p{Cc}\p{Zl}\p{Zp}\u202A-\u202E\u2066-\u2069]/u;

/** The first part of a JSON value that is unfit, and why; recurses as deep as the value. */
export function firstUnfit(
  value: unknown,
  path: PartPath = [],
): { readonly path: PartPath; readonly message: string } | undefined {
  if (typeof value === 'string') {
    const message = unfitString(value);
    return message === undefined ? undefined : { path, message };
  }
  if (typeof value !== 'object' || value === null) return undefined;
  const entries: [string | number, unknown][] = Array.isArray(value) ? [...value.entries()] : Object.entries(value);
  if (entries.length > LONGEST_LIST) return { path, message: `has ${entries.length} items, of which ${LONGEST_LIST} are taken` };
  for (const [key, held] of entries) {
    const inKey = typeof key === 'string' ? unfitString(key) : undefined;
    if (inKey !== undefined) return { path, message: `a key ${inKey}` };
    const found = firstUnfit(held, [...path, key]);
    if (found !== undefined) return found;
  }
  return undefined;
}

function unfitString(text: string): string | undefined {
  if (text.length > LONGEST_STRING) return `is ${text.length} letters long, of which ${LONGEST_STRING} are taken`;
  if (!text.isWellFormed()) return 'has half a character';
  return UNSEEN.test(text) ? 'has a control character' : undefined;
}
