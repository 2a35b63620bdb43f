/** Finding saved passages in the index: a large part that is rarely written, and a small one with what changed since. */
import { type Field, FIELDS } from './document.ts';
import { eachDocument, idOf, mergeParts, type Part, termAt, termsFrom } from './part.ts';
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
  readonly #outdated: ReadonlySet<number>;

  constructor(main: Part, fresh: Part, outdated: readonly Outdated[]) {
    this.#main = main;
    this.#fresh = fresh;
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
    const sorted = this.#sorted(marks, order);
    if (group === undefined) {
      return this.#found(marks, sorted.length, (at) => ({ number: sorted[at] ?? 0 }));
    }
    const lines = this.#grouped(marks, sorted, group);
    return this.#found(marks, lines.length, (at) => lines[at] ?? { number: 0 });
  }

  /** 1 for each document that meets all conditions. */
  #marks(conditions: readonly Condition[]): Uint8Array {
    const offset = this.#main.documents;
    const marks = new Uint8Array(offset + this.#fresh.documents);
    for (const number of this.#outdated) marks[number] = 255;
    conditions.forEach((condition, step) => {
      for (const [part, first] of [
        [this.#main, 0],
        [this.#fresh, offset],
      ] as const) {
        advance(part, condition, (number) => {
          if (marks[first + number] === step) marks[first + number] = step + 1;
        });
      }
    });
    return marks.map((mark) => (mark === conditions.length ? 1 : 0));
  }

  /** Numbers of the marked documents, in order. */
  #sorted(marks: Uint8Array, order: Order): Float64Array {
    const keys = new Float64Array(marks.length);
    const keyOf = this.#keys(order);
    let length = 0;
    for (let number = 0; number < marks.length; number++) {
      if (marks[number] === 1) keys[length++] = keyOf(number) * NUMBERS + (NUMBERS - 1 - number);
    }
    const sorted = keys.subarray(0, length).sort();
    return sorted.map((key) => NUMBERS - 1 - (key % NUMBERS));
  }

  /** What documents are sorted by, rising. */
  #keys(order: Order): (number: number) => number {
    const main = this.#main.documents;
    if (order === 'written') {
      return (number) => HIGHEST_KEY - ((number < main ? this.#main.written[number] : this.#fresh.written[number - main]) ?? 0);
    }
    if (order === 'site') {
      const ranks = this.#siteRanks();
      return (number) => ranks[number] ?? 0;
    }
    return (number) => {
      const created = (number < main ? this.#main.created[number] : this.#fresh.created[number - main]) ?? 0;
      return HIGHEST_KEY - clamp(Math.floor(created / 1000));
    };
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
    for (const [part, first] of [
      [this.#main, 0],
      [this.#fresh, this.#main.documents],
    ] as const) {
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

  /** Lines by group: the group whose first passage comes first, first. */
  #grouped(marks: Uint8Array, sorted: Float64Array, field: Field): readonly { number: number; group?: string }[] {
    const places = new Uint32Array(marks.length);
    sorted.forEach((number, place) => {
      places[number] = place;
    });
    const groups = this.#valuesOf(field).flatMap(([group, numbers]) => {
      const inside = numbers
        .filter((number) => marks[number] === 1)
        .sort((one, other) => (places[one] ?? 0) - (places[other] ?? 0));
      return inside.length === 0 ? [] : [{ group, inside, place: places[inside[0] ?? 0] ?? 0 }];
    });
    const inGroups = new Set(groups.flatMap(({ inside }) => inside));
    return [
      ...groups
        .sort((one, other) => one.place - other.place)
        .flatMap(({ group, inside }) => inside.map((number) => ({ number, group }))),
      ...Array.from(sorted, (number) => ({ number })).filter(({ number }) => !inGroups.has(number)),
    ];
  }

  #found(marks: Uint8Array, total: number, line: (at: number) => { number: number; group?: string }): Found {
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

/** Seconds that fit beside a number: from 1970 to 2106. */
function clamp(seconds: number): number {
  return Math.min(HIGHEST_KEY, Math.max(0, seconds));
}

/** Calls back for each document of a part that meets a condition; more than once for some. */
function advance(part: Part, condition: Condition, meets: (number: number) => void): void {
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
      return within(part.created, condition, meets);
    case 'written':
      return within(part.written, { from: Math.max(1, condition.from ?? 0), ...condition }, meets);
    case 'among':
      for (let number = 0; number < part.documents; number++) if (condition.ids.has(idOf(part, number))) meets(number);
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
  values: Float64Array | Uint32Array,
  { from = 0, until = Number.POSITIVE_INFINITY }: { readonly from?: number; readonly until?: number },
  meets: (number: number) => void,
): void {
  values.forEach((value, number) => {
    if (value >= from && value < until) meets(number);
  });
}

/** The number of a passage in a part, found by when it was saved. */
function numberOf(part: Part, { id, created }: Outdated): readonly number[] {
  let low = 0;
  let high = part.documents;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((part.created[middle] ?? 0) < created) low = middle + 1;
    else high = middle;
  }
  for (; part.created[low] === created; low++) if (idOf(part, low) === id) return [low];
  return [];
}
