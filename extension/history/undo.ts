/** What was done on this page, and how each of it is taken back. */

/** One act. */
export interface Done {
  /** What was done, in the reader's words. */
  readonly text: string;
  readonly undo: () => Promise<unknown>;
}

/** Acts kept: more than anybody goes back. */
const MOST = 100;

/** The acts that can be taken back, the last first to go. */
export class Undo {
  readonly #done: Done[] = [];

  /** Notes an act. */
  push(done: Done): void {
    this.#done.push(done);
    if (this.#done.length > MOST) this.#done.shift();
  }

  /** Takes back an act, by default the last one. @returns whether there was one; rejects as its undoing does, and then keeps it */
  async back(done: Done | undefined = this.#done.at(-1)): Promise<boolean> {
    if (done === undefined) return false;
    await done.undo();
    const at = this.#done.indexOf(done);
    if (at !== -1) this.#done.splice(at, 1);
    return true;
  }
}
