/** A set of documents, each by its number: one bit a document. */
export class DocumentSet {
  readonly #size: number;
  readonly #bits: Uint32Array;

  /** An empty set for documents numbered from 0 to `size` - 1. */
  constructor(size: number) {
    this.#size = size;
    this.#bits = new Uint32Array((size + 31) >>> 5);
  }

  /** A set of its own with the same documents. */
  copy(): DocumentSet {
    const copy = new DocumentSet(this.#size);
    copy.#bits.set(this.#bits);
    return copy;
  }

  /** How many it has. */
  get count(): number {
    let count = 0;
    for (const bits of this.#bits) count += bitsIn(bits);
    return count;
  }

  /** Whether it has this document. */
  has(number: number): boolean {
    return ((this.#bits[number >>> 5] ?? 0) & (1 << (number & 31))) !== 0;
  }

  /** Takes a document in. */
  add(number: number): void {
    // Without `|=`: an element read may be undefined to the compiler.
    this.#bits[number >>> 5] = (this.#bits[number >>> 5] ?? 0) | (1 << (number & 31));
  }

  /** Adds each of `numbers` moved on by `by`. */
  addAll(numbers: Uint32Array, by: number): void {
    for (let at = 0; at < numbers.length; at++) this.add((numbers[at] ?? 0) + by);
  }

  /** How many of `numbers`, moved on by `by`, it has. */
  countOf(numbers: Uint32Array, by: number): number {
    let count = 0;
    for (let at = 0; at < numbers.length; at++) if (this.has((numbers[at] ?? 0) + by)) count++;
    return count;
  }

  /** Takes out what `other`, a set of the same size, does not have. */
  keepOnly(other: DocumentSet): void {
    for (let at = 0; at < this.#bits.length; at++) this.#bits[at] = (this.#bits[at] ?? 0) & (other.#bits[at] ?? 0);
  }
}

/** How many bits of 32 are set (Warren, Hacker's Delight, 2nd edition, section 5-1). */
function bitsIn(bits: number): number {
  const pairs = bits - ((bits >>> 1) & 0x55555555);
  const fours = (pairs & 0x33333333) + ((pairs >>> 2) & 0x33333333);
  return Math.imul((fours + (fours >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24;
}
