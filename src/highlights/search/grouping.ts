/** What was found, put together by the values of a field: as numbers, since a field may have as many values as there are articles. */
import { type Field, FIELDS } from './document.ts';
import type { PlacedPart } from './meeting-condition.ts';
import { documentsOf, type Part, termAt, termsFrom } from './part.ts';

/** The lines of a grouped result: the group whose first passage comes first, first; what is in no group last. */
export interface GroupedLines {
  readonly total: number;
  at(line: number): { readonly number: number; readonly group?: string };
}

/** More than there are documents, and than there are groups: two such numbers fit into a double, so that sorting needs no comparisons of our own. */
const NUMBERS = 2 ** 21;

/** Puts documents together, each given by its number, in order; one with several values stands in several groups. */
export function grouped(parts: readonly PlacedPart[], sorted: Uint32Array, field: Field): GroupedLines {
  const groups = new Groups(parts, sorted, FIELDS[field]);
  const { lines, terms } = groups.inOrder();
  const alone = groups.alone();
  return {
    total: lines.length + alone.length,
    at(line) {
      const key = lines[line];
      if (key === undefined) return { number: sorted[alone[line - lines.length] ?? 0] ?? 0 };
      const term = terms[Math.floor(key / NUMBERS)];
      return { number: sorted[key % NUMBERS] ?? 0, group: term === undefined ? '' : valueOf(term, FIELDS[field]) };
    },
  };
}

/** A value of the field, where one part of the index has it. */
interface GroupTerm {
  readonly part: Part;
  readonly term: number;
}

class Groups {
  /** For each document its place in the result and one more; 0 where it was not found. */
  readonly #places: Uint32Array;
  readonly #isGrouped: Uint8Array;
  readonly #terms: GroupTerm[] = [];
  readonly #firstPlaces: number[] = [];
  /** A group and a place in it each, in one double. */
  readonly #lines: number[] = [];

  constructor(parts: readonly PlacedPart[], sorted: Uint32Array, sign: string) {
    this.#places = new Uint32Array(parts.reduce((count, { part }) => count + part.documents, 0));
    this.#isGrouped = new Uint8Array(sorted.length);
    for (let place = 0; place < sorted.length; place++) this.#places[sorted[place] ?? 0] = place + 1;
    const known = new Map<number, number>();
    const [main] = parts;
    for (const { part, first } of parts) {
      const { from, until } = termsFrom(part, sign, false);
      for (let term = from; term < until; term++) {
        const inMain = main === undefined || part === main.part ? term : sameTerm(main.part, termAt(part, term) ?? '');
        const group = this.#add({ part, term }, first, inMain === undefined ? undefined : known.get(inMain));
        if (group !== undefined && inMain !== undefined) known.set(inMain, group);
      }
    }
  }

  /** Takes in a term's documents, into a group that another part has begun or one of its own. @returns the group, where any was found */
  #add({ part, term }: GroupTerm, first: number, begun: number | undefined): number | undefined {
    const group = begun ?? this.#terms.length;
    let firstPlace = this.#firstPlaces[group] ?? Number.POSITIVE_INFINITY;
    for (const number of documentsOf(part, term)) {
      const place = (this.#places[first + number] ?? 0) - 1;
      if (place < 0) continue;
      this.#lines.push(group * NUMBERS + place);
      this.#isGrouped[place] = 1;
      firstPlace = Math.min(firstPlace, place);
    }
    if (firstPlace === Number.POSITIVE_INFINITY) return undefined;
    this.#terms[group] ??= { part, term };
    this.#firstPlaces[group] = firstPlace;
    return group;
  }

  /** The lines, each the number of its group in `terms` and its place in one double. */
  inOrder(): { readonly lines: Float64Array; readonly terms: readonly GroupTerm[] } {
    const order = Float64Array.from(this.#firstPlaces, (place, group) => place * NUMBERS + group).sort();
    const terms: GroupTerm[] = [];
    const ranks = new Uint32Array(order.length);
    order.forEach((key, rank) => {
      const term = this.#terms[key % NUMBERS];
      if (term !== undefined) terms.push(term);
      ranks[key % NUMBERS] = rank;
    });
    const lines = Float64Array.from(this.#lines, (line) => (ranks[Math.floor(line / NUMBERS)] ?? 0) * NUMBERS + (line % NUMBERS));
    return { lines: lines.sort(), terms };
  }

  /** Places of what is in no group. */
  alone(): readonly number[] {
    return Array.from(this.#isGrouped.keys()).filter((place) => this.#isGrouped[place] === 0);
  }
}

function sameTerm(part: Part, text: string): number | undefined {
  const { from, until } = termsFrom(part, text, true);
  return from < until ? from : undefined;
}

function valueOf({ part, term }: GroupTerm, sign: string): string {
  return termAt(part, term)?.slice(sign.length) ?? '';
}
