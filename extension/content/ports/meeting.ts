/**
 * Where two scripts of ours in the same page meet. They run in one isolated world and may arrive in either order, so each leaves its half
 * under a symbol on `globalThis`, and the second to come joins them.
 */

interface Halves<T> {
  offered?: T;
  start?: (offered: T) => void;
}

/** One meeting place, known to both scripts by its name. */
export class Meeting<T extends { readonly signal: AbortSignal }> {
  readonly #place: symbol;

  constructor(name: string) {
    this.#place = Symbol.for(`dateline.${name}`);
  }

  /**
   * The earlier script: hands something over, now or when the other script comes.
   * @returns whether the other script is here already.
   */
  offer(offered: T): boolean {
    const halves = this.#halves();
    halves.offered = offered;
    halves.start?.(offered);
    return halves.start !== undefined;
  }

  /**
   * The later script: `start` is called with what is offered now and with each later offer; what has ended is not handed over. Where that
   * script was injected before, the first one goes on: the card's comes with the marks and with the toolbars.
   */
  join(start: (offered: T) => void): void {
    const halves = this.#halves();
    if (halves.start !== undefined) return;
    halves.start = start;
    if (halves.offered !== undefined && !halves.offered.signal.aborted) start(halves.offered);
  }

  #halves(): Halves<T> {
    const world = globalThis as { [place: symbol]: Halves<T> | undefined };
    return (world[this.#place] ??= {});
  }
}
