/**
 * A part of the search index: one buffer, usable as it is read, never changed. Documents are numbered by the time they were saved; terms
 * stand sorted by code unit, so that a prefix is a stretch of them; each has the list of its documents as differences of variable length
 * (Witten, Moffat and Bell, Managing Gigabytes, 1999, chapter 3).
 */
import type { SearchDocument } from './document.ts';

const MAGIC = 0x64747372;
const VERSION = 2;
/** In 32-bit units. */
const HEADER = 8;

/** An opened part. Numbers of documents count from 0, the earliest saved first. */
export interface Part {
  readonly documents: number;
  readonly terms: number;
  /** When each document was saved, in {@link secondOf seconds} since the epoch. */
  readonly created: Uint32Array;
  /** When its article was written, as YYYYMMDD; 0 where unknown. */
  readonly written: Uint32Array;
  readonly termStarts: Uint32Array;
  readonly listStarts: Uint32Array;
  readonly idStarts: Uint32Array;
  readonly letters: Uint16Array;
  readonly ids: Uint8Array;
  readonly lists: Uint8Array;
  /** Room for one list as numbers; see {@link documentsOf}. */
  readonly numbers: Uint32Array;
}

interface Sizes {
  readonly documents: number;
  readonly terms: number;
  readonly letters: number;
  readonly ids: number;
  readonly lists: number;
}

/** Opens a part without copying. @throws RangeError for a buffer that is none of ours, or of another version. */
export function openPart(buffer: ArrayBuffer): Part {
  if (buffer.byteLength < HEADER * 4) throw new RangeError('not a part of a search index');
  const [magic, version, documents = 0, terms = 0, letters = 0, ids = 0, lists = 0] = new Uint32Array(buffer, 0, HEADER);
  const sizes = { documents, terms, letters, ids, lists };
  if (magic !== MAGIC || version !== VERSION || buffer.byteLength !== lengthOf(sizes))
    throw new RangeError('not a part of a search index');
  return viewOf(buffer, sizes);
}

/** Builds a part; `documents` in any order, each id once. */
export function buildPart(documents: readonly SearchDocument[]): ArrayBuffer {
  const sorted = documents.toSorted((one, other) => one.created - other.created);
  const lists = new Map<string, number[]>();
  sorted.forEach(({ terms }, number) => {
    for (const term of terms) {
      const list = lists.get(term);
      if (list === undefined) lists.set(term, [number]);
      else list.push(number);
    }
  });
  const terms = [...lists].sort(([one], [other]) => (one < other ? -1 : 1));
  return writePart(sorted, terms);
}

/**
 * One part out of two, by one pass over both.
 * @param isDead documents of `older` to leave out: forgotten, or in `newer` again
 */
export function mergeParts(older: Part, newer: Part, isDead: (number: number) => boolean): ArrayBuffer {
  const kept: SearchDocumentHead[] = [];
  const numbers = [new Int32Array(older.documents).fill(-1), new Int32Array(newer.documents)] as const;
  let at = 0;
  const take = (part: Part, number: number, map: Int32Array): void => {
    map[number] = kept.length;
    kept.push({ id: idOf(part, number), created: (part.created[number] ?? 0) * 1000, written: part.written[number] ?? 0 });
  };
  for (let number = 0; number < older.documents; number++) {
    if (isDead(number)) continue;
    const created = older.created[number] ?? 0;
    for (; at < newer.documents && (newer.created[at] ?? 0) < created; at++) take(newer, at, numbers[1]);
    take(older, number, numbers[0]);
  }
  for (; at < newer.documents; at++) take(newer, at, numbers[1]);

  const terms: [string, number[]][] = [];
  for (let one = 0, other = 0; one < older.terms || other < newer.terms; ) {
    const [mine, theirs] = [termAt(older, one), termAt(newer, other)];
    const term = mine === undefined || (theirs !== undefined && theirs < mine) ? theirs : mine;
    if (term === undefined) break;
    const list = [
      ...(mine === term ? renumbered(older, one++, numbers[0]) : []),
      ...(theirs === term ? renumbered(newer, other++, numbers[1]) : []),
    ];
    if (list.length > 0) terms.push([term, list.sort((a, b) => a - b)]);
  }
  return writePart(kept, terms);
}

function renumbered(part: Part, term: number, numbers: Int32Array): number[] {
  return Array.from(documentsOf(part, term), (number) => numbers[number] ?? -1).filter((now) => now >= 0);
}

/** The second since the epoch in which an instant, in milliseconds, lies; those before 1970 and after 2106 count as the nearest one. */
export function secondOf(instant: number): number {
  return Math.min(2 ** 32 - 1, Math.max(0, Math.floor(instant / 1000)));
}

/** Numbers of the documents a term stands in, rising; only until it is asked again of the same part. */
export function documentsOf({ lists, listStarts, numbers }: Part, term: number): Uint32Array {
  const end = listStarts[term + 1] ?? 0;
  let length = 0;
  let number = -1;
  for (let at = listStarts[term] ?? 0; at < end; ) {
    let byte = lists[at++] ?? 0;
    let step = byte & 127;
    for (let shift = 7; byte > 127; shift += 7) {
      byte = lists[at++] ?? 0;
      step |= (byte & 127) << shift;
    }
    number += step;
    numbers[length++] = number;
  }
  return numbers.subarray(0, length);
}

/** First and last-but-one number of the terms that begin so, or of the one that is so. */
export function termsFrom(part: Part, start: string, whole: boolean): { readonly from: number; readonly until: number } {
  const from = firstNotBefore(part, start);
  let until = from;
  while (until < part.terms && compare(part, until, start, !whole) === 0) until++;
  return { from, until };
}

/** A term as a string; `undefined` past the last. */
export function termAt({ letters, termStarts, terms }: Part, term: number): string | undefined {
  if (term >= terms) return undefined;
  return String.fromCharCode(...letters.subarray(termStarts[term], termStarts[term + 1]));
}

/** A document's id. */
export function idOf({ ids, idStarts }: Part, number: number): string {
  return String.fromCharCode(...ids.subarray(idStarts[number], idStarts[number + 1]));
}

function firstNotBefore(part: Part, text: string): number {
  let low = 0;
  let high = part.terms;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (compare(part, middle, text, false) < 0) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Below, equal or above 0 as a term stands before, at or after a text; with `asPrefix` equal where it begins with it. */
function compare({ letters, termStarts }: Part, term: number, text: string, asPrefix: boolean): number {
  const start = termStarts[term] ?? 0;
  const length = (termStarts[term + 1] ?? 0) - start;
  for (let i = 0; i < length && i < text.length; i++) {
    const difference = (letters[start + i] ?? 0) - text.charCodeAt(i);
    if (difference !== 0) return difference;
  }
  if (length < text.length) return -1;
  return asPrefix ? 0 : length - text.length;
}

type SearchDocumentHead = Omit<SearchDocument, 'terms'>;

function writePart(
  documents: readonly SearchDocumentHead[],
  terms: readonly (readonly [string, readonly number[]])[],
): ArrayBuffer {
  const sizes: Sizes = {
    documents: documents.length,
    terms: terms.length,
    letters: sum(terms, ([term]) => term.length),
    ids: sum(documents, ({ id }) => id.length),
    lists: sum(terms, ([, list]) => encodedLength(list)),
  };
  const buffer = new ArrayBuffer(lengthOf(sizes));
  new Uint32Array(buffer, 0, HEADER).set([MAGIC, VERSION, sizes.documents, sizes.terms, sizes.letters, sizes.ids, sizes.lists]);
  const part = viewOf(buffer, sizes);
  let id = 0;
  documents.forEach((document, number) => {
    part.created[number] = secondOf(document.created);
    part.written[number] = document.written;
    part.idStarts[number] = id;
    // Ids are ASCII (`HighlightId`).
    for (let i = 0; i < document.id.length; i++) part.ids[id++] = document.id.charCodeAt(i);
  });
  part.idStarts[documents.length] = id;
  let letter = 0;
  let byte = 0;
  terms.forEach(([term, list], number) => {
    part.termStarts[number] = letter;
    part.listStarts[number] = byte;
    for (let i = 0; i < term.length; i++) part.letters[letter++] = term.charCodeAt(i);
    byte = encode(list, part.lists, byte);
  });
  part.termStarts[terms.length] = letter;
  part.listStarts[terms.length] = byte;
  return buffer;
}

function encode(list: readonly number[], bytes: Uint8Array, from: number): number {
  let at = from;
  let last = -1;
  for (const number of list) {
    let step = number - last;
    last = number;
    for (; step > 127; step >>>= 7) bytes[at++] = (step & 127) | 128;
    bytes[at++] = step;
  }
  return at;
}

function encodedLength(list: readonly number[]): number {
  let length = 0;
  let last = -1;
  for (const number of list) {
    for (let step = number - last; step > 127; step >>>= 7) length++;
    length++;
    last = number;
  }
  return length;
}

/** Where each array begins: the widest first, so that all are aligned. */
function viewOf(buffer: ArrayBuffer, { documents, terms, letters, ids, lists }: Sizes): Part {
  let at = HEADER * 4;
  const next = (bytes: number): number => {
    const start = at;
    at += bytes;
    return start;
  };
  return {
    documents,
    terms,
    created: new Uint32Array(buffer, next(documents * 4), documents),
    written: new Uint32Array(buffer, next(documents * 4), documents),
    termStarts: new Uint32Array(buffer, next((terms + 1) * 4), terms + 1),
    listStarts: new Uint32Array(buffer, next((terms + 1) * 4), terms + 1),
    idStarts: new Uint32Array(buffer, next((documents + 1) * 4), documents + 1),
    letters: new Uint16Array(buffer, next(letters * 2), letters),
    ids: new Uint8Array(buffer, next(ids), ids),
    lists: new Uint8Array(buffer, next(lists), lists),
    numbers: new Uint32Array(documents),
  };
}

function lengthOf({ documents, terms, letters, ids, lists }: Sizes): number {
  return HEADER * 4 + documents * 8 + (terms + 1) * 8 + (documents + 1) * 4 + letters * 2 + ids + lists;
}

function sum<T>(items: readonly T[], sizeOf: (item: T) => number): number {
  return items.reduce((total, item) => total + sizeOf(item), 0);
}
