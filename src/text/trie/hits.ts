/** A growable list of matches in one typed array, kept and cleared from text to text so that a scan makes no garbage. */

/** Words a hit takes. */
const STRIDE = 4;

/** Matches in order of start, then of length. Offsets are UTF-16 code units of the scanned text, end exclusive. */
export class Hits {
  /** Number of hits. */
  length = 0;
  #data = new Int32Array(64 * STRIDE);

  /** Forgets all hits and keeps the memory. */
  clear(): void {
    this.length = 0;
  }

  /** Adds a hit. */
  push(start: number, end: number, terminal: number, tokens: number): void {
    const at = this.length * STRIDE;
    if (at === this.#data.length) {
      const grown = new Int32Array(2 * at);
      grown.set(this.#data);
      this.#data = grown;
    }
    this.#data[at] = start;
    this.#data[at + 1] = end;
    this.#data[at + 2] = terminal;
    this.#data[at + 3] = tokens;
    this.length++;
  }

  /** Where hit `i` begins. */
  start(i: number): number {
    return this.#data[i * STRIDE] ?? 0;
  }

  /** Where hit `i` ends. */
  end(i: number): number {
    return this.#data[i * STRIDE + 1] ?? 0;
  }

  /** Which form was hit: to be given to `valuesOf`. */
  terminal(i: number): number {
    return this.#data[i * STRIDE + 2] ?? 0;
  }

  /** How many tokens hit `i` covers. */
  tokens(i: number): number {
    return this.#data[i * STRIDE + 3] ?? 0;
  }
}
