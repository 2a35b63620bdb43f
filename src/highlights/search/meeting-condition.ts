/** The documents of a part of the index that meet one condition. */
import { FIELDS } from './document.ts';
import { eachDocument, idOf, type Part, termsFrom } from './part.ts';
import type { Condition } from './query.ts';

/** Calls back for each document of a part that meets a condition; more than once for some. */
export function eachMeeting(part: Part, condition: Condition, meets: (number: number) => void): void {
  const each = (start: string, whole: boolean): void => {
    const { from, until } = termsFrom(part, start, whole);
    for (let term = from; term < until; term++) eachDocument(part, term, meets);
  };
  switch (condition.kind) {
    case 'word':
      return each(condition.start, false);
    case 'phrase':
      return inAll(part, condition.words, meets);
    case 'field':
      return each(FIELDS[condition.field] + condition.value, condition.whole);
    case 'saved':
      return within(part.created, { from: inSeconds(condition.from), until: inSeconds(condition.until) }, meets);
    case 'written':
      return within(part.written, { from: Math.max(1, condition.from ?? 0), ...condition }, meets);
    case 'among':
      return among(part, condition.ids, meets);
  }
}

/** Documents that have one of these ids, of which there are few: only those that end as one of them does are spelt out. */
function among(part: Part, ids: ReadonlySet<string>, meets: (number: number) => void): void {
  if (ids.size === 0) return;
  const ends = new Set(Array.from(ids, (id) => (id.charCodeAt(id.length - 2) << 8) | id.charCodeAt(id.length - 1)));
  for (let number = 0; number < part.documents; number++) {
    const end = part.idStarts[number + 1] ?? 0;
    const isLikely = ends.has(((part.ids[end - 2] ?? 0) << 8) | (part.ids[end - 1] ?? 0));
    if (isLikely && ids.has(idOf(part, number))) meets(number);
  }
}

/** Documents that have every one of these words. */
function inAll(part: Part, words: readonly string[], meets: (number: number) => void): void {
  const counts = new Map<number, number>();
  words.forEach((word, step) => {
    const { from, until } = termsFrom(part, word, true);
    for (let term = from; term < until; term++) {
      eachDocument(part, term, (number) => {
        if ((counts.get(number) ?? 0) === step) counts.set(number, step + 1);
      });
    }
  });
  for (const [number, count] of counts) if (count === words.length) meets(number);
}

function within(
  values: Uint32Array,
  { from = 0, until = Number.POSITIVE_INFINITY }: { readonly from?: number | undefined; readonly until?: number | undefined },
  meets: (number: number) => void,
): void {
  for (let number = 0; number < values.length; number++) {
    const value = values[number] ?? 0;
    if (value >= from && value < until) meets(number);
  }
}

/** Days begin with whole seconds. */
function inSeconds(instant: number | undefined): number | undefined {
  return instant === undefined ? undefined : instant / 1000;
}
