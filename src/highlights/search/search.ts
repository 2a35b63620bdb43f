/** Finding saved passages in the index: a large part that is rarely written, and a small one with what changed since. */
import { type Field, FIELDS } from './document.ts';
import { grouped, type PlacedPart } from './grouping.ts';
import { eachMeeting } from './meeting-condition.ts';
import { eachDocument, idOf, mergeParts, type Part, secondOf, termAt, termsFrom } from './part.ts';
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
/** What a document is sorted by, up to 2³² - 1, and its number stand in one double, so that sorting needs no comparisons of our own. */
const NUMBERS = 2 ** 21;
const HIGHEST_KEY = 2 ** 32 - 1;

/** The index; see the head of this file. Documents are numbered through both parts, the large one's first. */
export class SearchIndex {
  readonly #main: Part;
  readonly #fresh: Part;
  readonly #parts: readonly PlacedPart[];
  readonly #outdated: ReadonlySet<number>;

  constructor(main: Part, fresh: Part, outdated: readonly Outdated[]) {
    this.#main = main;
    this.#fresh = fresh;
    this.#parts = [
      { part: main, first: 0 },
      { part: fresh, first: main.documents },
    ];
    this.#outdated = new Set(outdated.flatMap((document) => numberOf(main, document)));
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
    const marks = this.#marks(conditions.slice(0, MOST_CONDITIONS));
    if (group === undefined) {
      // Sorted only where lines are asked for: most are asked how many they are.
      let sorted: Uint32Array | undefined;
      return this.#found(marks, marked(marks), (at) => ({ number: (sorted ??= this.#sorted(marks, order))[at] ?? 0 }));
    }
    const lines = grouped(this.#parts, this.#sorted(marks, order), group);
    return this.#found(marks, lines.total, (at) => lines.at(at));
  }

  /** 1 for each document that meets all conditions. */
  #marks(conditions: readonly Condition[]): Uint8Array {
    const marks = new Uint8Array(this.#main.documents + this.#fresh.documents);
    for (const number of this.#outdated) marks[number] = 255;
    conditions.forEach((condition, step) => {
      for (const { part, first } of this.#parts) {
        eachMeeting(part, condition, (number) => {
          if (marks[first + number] === step) marks[first + number] = step + 1;
        });
      }
    });
    for (let number = 0; number < marks.length; number++) marks[number] = marks[number] === conditions.length ? 1 : 0;
    return marks;
  }

  /** Numbers of the marked documents, in order. */
  #sorted(marks: Uint8Array, order: Order): Uint32Array {
    if (order === 'saved') return this.#lastSavedFirst(marks);
    const keys = new Float64Array(marks.length);
    const keyOf = this.#keys(order);
    let length = 0;
    for (let number = 0; number < marks.length; number++) {
      if (marks[number] === 1) keys[length++] = keyOf(number) * NUMBERS + (NUMBERS - 1 - number);
    }
    return Uint32Array.from(keys.subarray(0, length).sort(), (key) => NUMBERS - 1 - (key % NUMBERS));
  }

  /** Both parts have their documents in that order already, the other way round. */
  #lastSavedFirst(marks: Uint8Array): Uint32Array {
    const sorted = new Uint32Array(marked(marks));
    const offset = this.#main.documents;
    let length = 0;
    let fresh = this.#fresh.documents - 1;
    const takeFresh = (since: number): void => {
      for (; fresh >= 0 && (this.#fresh.created[fresh] ?? 0) >= since; fresh--) {
        if (marks[offset + fresh] === 1) sorted[length++] = offset + fresh;
      }
    };
    for (let number = offset - 1; number >= 0; number--) {
      if (marks[number] === 0) continue;
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
    const ranks = new Uint32Array(this.#main.documents + this.#fresh.documents);
    this.#valuesOf('site').forEach(([, numbers], rank) => {
      for (const number of numbers) ranks[number] = rank;
    });
    return ranks;
  }

  #counts(marks: Uint8Array, field: Field, most: number): readonly Count[] {
    const counts = new Map<string, number>();
    this.#eachTerm(field, (value, part, term, first) => {
      let count = 0;
      eachDocument(part, term, (number) => {
        count += marks[first + number] ?? 0;
      });
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
      eachDocument(part, term, (number) => numbers.push(first + number));
      values.set(value, numbers);
    });
    return [...values].sort(([one], [other]) => (one < other ? -1 : 1));
  }

  #found(marks: Uint8Array, total: number, line: (at: number) => { readonly number: number; readonly group?: string }): Found {
    return {
      total,
      rows: (from, count) =>
        Array.from({ length: Math.max(0, Math.min(count, total - from)) }, (_, step) => {
          const { number, ...group } = line(from + step);
          return { id: this.#idOf(number), ...group };
        }),
      counts: (field, most) => this.#counts(marks, field, most),
    };
  }

  #idOf(number: number): string {
    const main = this.#main.documents;
    return number < main ? idOf(this.#main, number) : idOf(this.#fresh, number - main);
  }
}

/** How many documents are marked. */
function marked(marks: Uint8Array): number {
  let count = 0;
  for (const mark of marks) count += mark;
  return count;
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
