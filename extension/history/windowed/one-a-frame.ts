/** Work that makes the browser lay out much, one piece a frame: a frame that has several to lay out comes late. */
export class OneAFrame {
  readonly #waiting = new Set<() => void>();
  #isDrawn = true;

  /** Shows something: at once, or when what came before it is drawn. @returns what takes it back as long as it waits */
  show(act: () => void): () => void {
    this.#waiting.add(act);
    if (this.#isDrawn) this.#next();
    return () => this.#waiting.delete(act);
  }

  #next(): void {
    const [act] = this.#waiting;
    this.#isDrawn = act === undefined;
    if (act === undefined) return;
    this.#waiting.delete(act);
    act();
    // A page that is not seen has no frames.
    if (document.hidden) this.#next();
    else requestAnimationFrame(() => this.#next());
  }
}
