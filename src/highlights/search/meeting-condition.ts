/** The documents that meet one condition. */
import { FIELDS } from './document.ts';
import { DocumentSet } from './document-set.ts';
import { documentsOf, idOf, type Part, termsFrom } from './part.ts';
import type { Condition } from './query.ts';

/** A part of the index, and the number its first document has among those of all parts. */
export interface PlacedPart {
  readonly part: Part;
  readonly first: number;
}

/** The documents of some parts, `size` of them together, that meet a condition. */
export function documentsMeeting(condition: Condition, parts: readonly PlacedPart[], size: number): DocumentSet {
  if (condition.kind === 'phrase') return withAll(condition.words, parts, size);
  const set = new DocumentSet(size);
  for (const placed of parts) addMeeting(condition, placed, set);
  return set;
}

function addMeeting(condition: Exclude<Condition, { kind: 'phrase' }>, placed: PlacedPart, set: DocumentSet): void {
  const { part, first } = placed;
  switch (condition.kind) {
    case 'word':
      return addTerms(condition.start, false, placed, set);
    case 'field':
      return addTerms(FIELDS[condition.field] + condition.value, condition.whole, placed, set);
    case 'saved':
      return within(part.created, { from: inSeconds(condition.from), until: inSeconds(condition.until) }, first, set);
    case 'written':
      return within(part.written, { from: Math.max(1, condition.from ?? 0), until: condition.until }, first, set);
    case 'among':
      return among(condition.ids, placed, set);
  }
}

/** Adds the documents of the terms that begin so, or of the one that is so. */
function addTerms(start: string, whole: boolean, { part, first }: PlacedPart, set: DocumentSet): void {
  const { from, until } = termsFrom(part, start, whole);
  for (let term = from; term < until; term++) set.addAll(documentsOf(part, term), first);
}

/** Adds the documents that have one of these ids, of which there are few: only those that end as one of them does are spelt out. */
function among(ids: ReadonlySet<string>, { part, first }: PlacedPart, set: DocumentSet): void {
  if (ids.size === 0) return;
  const ends = new Set(Array.from(ids, (id) => (id.charCodeAt(id.length - 2) << 8) | id.charCodeAt(id.length - 1)));
  for (let number = 0; number < part.documents; number++) {
    const end = part.idStarts[number + 1] ?? 0;
    const isLikely = ends.has(((part.ids[end - 2] ?? 0) << 8) | (part.ids[end - 1] ?? 0));
    if (isLikely && ids.has(idOf(part, number))) set.add(first + number);
  }
}

/** The documents that have every one of these words, of which there is one at least. */
function withAll(words: readonly string[], parts: readonly PlacedPart[], size: number): DocumentSet {
  const sets = words.map((word) => {
    const set = new DocumentSet(size);
    for (const placed of parts) addTerms(word, true, placed, set);
    return set;
  });
  return sets.reduce((all, one) => {
    all.keepOnly(one);
    return all;
  });
}

function within(
  values: Uint32Array,
  { from = 0, until = Number.POSITIVE_INFINITY }: { readonly from: number | undefined; readonly until: number | undefined },
  first: number,
  set: DocumentSet,
): void {
  for (let number = 0; number < values.length; number++) {
    const value = values[number] ?? 0;
    if (value >= from && value < until) set.add(first + number);
  }
}

/** Days begin with whole seconds. */
function inSeconds(instant: number | undefined): number | undefined {
  return instant === undefined ? undefined : instant / 1000;
}
