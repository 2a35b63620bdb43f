/** Finding saved passages in the index: a large part that is rarely written, and a small one with what changed since. */
import { type Field, FIELDS } from './document.ts';
import { DocumentSet } from './document-set.ts';
import { grouped } from './grouping.ts';
import { documentsMeeting, type PlacedPart } from './meeting-condition.ts';
import { documentsOf, idOf, mergeParts, type Part, secondOf, termAt, termsFrom } from './part.ts';
import type { Condition } from './query.ts';

/** A passage whose document in the large part no longer counts: it was changed, deleted or forgotten since. */
export interface Outdated {
  readonly id: string;
  /** Milliseconds since the epoch. */
  readonly created: number;
}

/** In which order passages are given, the latest or, for sites, the first of the alphabet first. */
export type Order = 'saved' | 'written' | 'site';

/** What is asked. */
export interface Search {
  readonly conditions: readonly Condition[];
  readonly order: Order;
  /** Put together what has the same value of a field; a passage with several stands in several groups; those with none come last. */
  readonly group?: Field;
}

/** One line of a result. */
export interface Row {
  readonly id: string;
  /** The value its group has in common; absent where it has none. */
  readonly group?: string;
}

/** How often a value of a field occurs among what was found. */
export interface Count {
  readonly value: string;
  readonly count: number;
}

/** What was found. A phrase's words are known to be in the passage, not yet to stand in a row: see `matches.ts`. */
export interface Found {
  readonly total: number;
  /** A stretch of the lines. */
  rows(from: number, count: number): readonly Row[];
  /** The most frequent values of a field, most first. */
  counts(field: Field, most: number): readonly Count[];
}

/** Most conditions looked at: more than anybody types. */
const MOST_CONDITIONS = 60;
/** Conditions whose documents are kept: from key to key, and from one filter's count to the next, all but one of them stay as they are. */
const MOST_KEPT = 40;
/** What a document is sorted by, up to 2³² - 1, and its number stand in one double, so that sorting needs no comparisons of our own. */
const NUMBERS = 2 ** 21;
const HIGHEST_KEY = 2 ** 32 - 1;

/** The index; see the head of this file. Documents are numbered through both parts, the large one's first. */
export class SearchIndex {
  readonly #main: Part;
  readonly #fresh: Part;
  readonly #parts: readonly PlacedPart[];
  readonly #outdated: ReadonlySet<number>;
  /** How many documents both parts have, those that no longer count included. */
  readonly #size: number;
  /** Those that count. */
  readonly #current: DocumentSet;
  /** Documents that meet a condition, by the condition. */
  readonly #kept = new Map<string, DocumentSet>();

  constructor(main: Part, fresh: Part, outdated: readonly Outdated[]) {
    this.#main = main;
    this.#fresh = fresh;
    this.#parts = [
      { part: main, first: 0 },
      { part: fresh, first: main.documents },
    ];
    this.#outdated = new Set(outdated.flatMap((document) => numberOf(main, document)));
    this.#size = main.documents + fresh.documents;
    this.#current = new DocumentSet(this.#size);
    for (let number = 0; number < this.#size; number++) if (!this.#outdated.has(number)) this.#current.add(number);
  }

  /** How many passages there are. */
  get documents(): number {
    return this.#main.documents - this.#outdated.size + this.#fresh.documents;
  }

  /** How many the small part has, and how many of the large one no longer count: when there are many, {@link merged} is due. */
  get changes(): number {
    return this.#fresh.documents + this.#outdated.size;
  }

  /** Both parts as one new large part. */
  merged(): ArrayBuffer {
    return mergeParts(this.#main, this.#fresh, (number) => this.#outdated.has(number));
  }

  /** Finds what meets all conditions. */
  find({ conditions, order, group }: Search): Found {
    const found = this.#meetingAll(conditions.slice(0, MOST_CONDITIONS));
    if (group === undefined) {
      // Sorted only where lines are asked for: most are asked how many they are.
      let sorted: Uint32Array | undefined;
      return this.#found(found, found.count, (at) => ({ number: (sorted ??= this.#sorted(found, order))[at] ?? 0 }));
    }
    const lines = grouped(this.#parts, this.#sorted(found, order), group);
    return this.#found(found, lines.total, (at) => lines.at(at));
  }

  #meetingAll(conditions: readonly Condition[]): DocumentSet {
    const all = this.#current.copy();
    for (const condition of conditions) all.keepOnly(this.#meeting(condition));
    return all;
  }

  #meeting(condition: Condition): DocumentSet {
    // A set of ids is another with each reading of them.
    if (condition.kind === 'among') return documentsMeeting(condition, this.#parts, this.#size);
    const key = JSON.stringify(condition);
    const kept = this.#kept.get(key);
    if (kept !== undefined) return kept;
    const found = documentsMeeting(condition, this.#parts, this.#size);
    const [oldest] = this.#kept.keys();
    if (oldest !== undefined && this.#kept.size >= MOST_KEPT) this.#kept.delete(oldest);
    this.#kept.set(key, found);
    return found;
  }

  /** Numbers of the documents found, in order. */
  #sorted(found: DocumentSet, order: Order): Uint32Array {
    if (order === 'saved') return this.#lastSavedFirst(found);
    const keys = new Float64Array(found.count);
    const keyOf = this.#keys(order);
    let length = 0;
    for (let number = 0; number < this.#size; number++) {
      if (found.has(number)) keys[length++] = keyOf(number) * NUMBERS + (NUMBERS - 1 - number);
    }
    return Uint32Array.from(keys.sort(), (key) => NUMBERS - 1 - (key % NUMBERS));
  }

  /** Both parts have their documents in that order already, the other way round. */
  #lastSavedFirst(found: DocumentSet): Uint32Array {
    const sorted = new Uint32Array(found.count);
    const offset = this.#main.documents;
    let length = 0;
    let fresh = this.#fresh.documents - 1;
    const takeFresh = (since: number): void => {
      for (; fresh >= 0 && (this.#fresh.created[fresh] ?? 0) >= since; fresh--) {
        if (found.has(offset + fresh)) sorted[length++] = offset + fresh;
      }
    };
    for (let number = offset - 1; number >= 0; number--) {
      if (!found.has(number)) continue;
      takeFresh(this.#main.created[number] ?? 0);
      sorted[length++] = number;
    }
    takeFresh(Number.NEGATIVE_INFINITY);
    return sorted;
  }

  /** What documents are sorted by, rising. */
  #keys(order: 'written' | 'site'): (number: number) => number {
    const main = this.#main.documents;
    if (order === 'written') {
      return (number) => HIGHEST_KEY - ((number < main ? this.#main.written[number] : this.#fresh.written[number - main]) ?? 0);
    }
    const ranks = this.#siteRanks();
    return (number) => ranks[number] ?? 0;
  }

  #siteRanks(): Uint32Array {
    const ranks = new Uint32Array(this.#size);
    this.#valuesOf('site').forEach(([, numbers], rank) => {
      for (const number of numbers) ranks[number] = rank;
    });
    return ranks;
  }

  #counts(found: DocumentSet, field: Field, most: number): readonly Count[] {
    const counts = new Map<string, number>();
    this.#eachTerm(field, (value, part, term, first) => {
      const count = found.countOf(documentsOf(part, term), first);
      if (count > 0) counts.set(value, (counts.get(value) ?? 0) + count);
    });
    return Array.from(counts, ([value, count]) => ({ value, count }))
      .sort((one, other) => other.count - one.count)
      .slice(0, most);
  }

  /** Calls back with every value of a field, where it stands, and the number of that part's first document. */
  #eachTerm(field: Field, take: (value: string, part: Part, term: number, first: number) => void): void {
    for (const { part, first } of this.#parts) {
      const { from, until } = termsFrom(part, FIELDS[field], false);
      for (let term = from; term < until; term++) take(termAt(part, term)?.slice(FIELDS[field].length) ?? '', part, term, first);
    }
  }

  /** Every value of a field with the numbers of its documents, by value. */
  #valuesOf(field: Field): readonly (readonly [value: string, numbers: readonly number[]])[] {
    const values = new Map<string, number[]>();
    this.#eachTerm(field, (value, part, term, first) => {
      const numbers = values.get(value) ?? [];
      for (const number of documentsOf(part, term)) numbers.push(first + number);
      values.set(value, numbers);
    });
    return [...values].sort(([one], [other]) => (one < other ? -1 : 1));
  }

  #found(found: DocumentSet, total: number, line: (at: number) => { readonly number: number; readonly group?: string }): Found {
    return {
      total,
      rows: (from, count) =>
        Array.from({ length: Math.max(0, Math.min(count, total - from)) }, (_, step) => {
          const { number, ...group } = line(from + step);
          return { id: this.#idOf(number), ...group };
        }),
      counts: (field, most) => this.#counts(found, field, most),
    };
  }

  #idOf(number: number): string {
    const main = this.#main.documents;
    return number < main ? idOf(this.#main, number) : idOf(this.#fresh, number - main);
  }
}

/** The number of a passage in a part, found by when it was saved. */
function numberOf(part: Part, { id, created }: Outdated): readonly number[] {
  const second = secondOf(created);
  let low = 0;
  let high = part.documents;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((part.created[middle] ?? 0) < second) low = middle + 1;
    else high = middle;
  }
  for (; part.created[low] === second; low++) if (idOf(part, low) === id) return [low];
  return [];
}
