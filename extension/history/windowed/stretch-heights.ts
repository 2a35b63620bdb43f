/** How high the stretches of a long list are, as far as that is known, and which of them stand between two places. */

/** Lines in a stretch: what one frame can well lay out, half a screen. */
export const STRETCH = 4;
/** Height of a line that was never shown, in CSS pixels. */
const LINE_HEIGHT = 96;

/** Stretches next to each other, `until` exclusive. */
export interface Stretches {
  readonly from: number;
  readonly until: number;
}

/** Heights in CSS pixels; see the head of this file. */
export class StretchHeights {
  readonly #total: number;
  readonly #known: ReadonlyMap<number, number>;

  /** @param known heights of stretches that were shown, by their number */
  constructor(total: number, known: ReadonlyMap<number, number>) {
    this.#total = total;
    this.#known = known;
  }

  /** How many stretches there are. */
  get count(): number {
    return Math.ceil(this.#total / STRETCH);
  }

  /** Lines in a stretch: the last one may have fewer. */
  linesIn(stretch: number): number {
    return Math.min(STRETCH, this.#total - stretch * STRETCH);
  }

  /** Height of one stretch. */
  of(stretch: number): number {
    return this.#known.get(stretch) ?? this.linesIn(stretch) * LINE_HEIGHT;
  }

  /** Height of some stretches together, `until` exclusive. */
  between(from: number, until: number): number {
    let height = 0;
    for (let at = from; at < until; at++) height += this.of(at);
    return height;
  }

  /** The stretches between two distances from the top of the list; one at least. */
  within(top: number, bottom: number): Stretches {
    let from = 0;
    let height = 0;
    for (; from < this.count - 1 && height + this.of(from) < top; from++) height += this.of(from);
    let until = from;
    for (; until < this.count && height < bottom; until++) height += this.of(until);
    return { from, until: Math.max(until, from + 1) };
  }
}
