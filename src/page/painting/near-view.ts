/** Knows which blocks are in or near the view, without listening to scrolling and without forcing a layout. */

/** A box near the view, as of the last time the browser told. */
export interface NearBox {
  readonly box: Element;
  /** Distance of its top from the top of the document, in CSS pixels. */
  readonly top: number;
}

/** Watches boxes; `onChange` is called when the set of near ones changed. */
export class NearView {
  readonly #observer: IntersectionObserver;
  readonly #near = new Map<Element, NearBox>();
  #watched: ReadonlySet<Element> = new Set();

  constructor(onChange: () => void, signal: AbortSignal) {
    // One viewport above and below, in the page's inner scrollers too: what a flick of the wheel brings is painted already.
    const margin = { rootMargin: '100% 0px', scrollMargin: '100% 0px' };
    this.#observer = new IntersectionObserver((entries) => {
      for (const { target, isIntersecting, boundingClientRect } of entries) {
        if (isIntersecting) this.#near.set(target, { box: target, top: boundingClientRect.top + scrollY });
        else this.#near.delete(target);
      }
      onChange();
    }, margin);
    signal.addEventListener('abort', () => this.#observer.disconnect(), { once: true });
  }

  /** Watches exactly these boxes from now on. */
  watch(boxes: ReadonlySet<Element>): void {
    for (const box of this.#watched) {
      if (boxes.has(box)) continue;
      this.#observer.unobserve(box);
      this.#near.delete(box);
    }
    for (const box of boxes) {
      if (!this.#watched.has(box)) this.#observer.observe(box);
    }
    this.#watched = boxes;
  }

  /** Where a watched box stands if it is near the view. */
  find(box: Element): NearBox | undefined {
    return this.#near.get(box);
  }
}
