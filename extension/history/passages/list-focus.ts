/**
 * The focus in a list whose items come and go: it is moved by place, and stays in the list when the item that has it is deleted, loaded anew
 * or scrolled away. Items say their place as `data-at` and who they are as `data-id`; what takes the focus in them is their first `.quote`.
 */

/** See the head of this file. */
export class ListFocus {
  #list: HTMLElement | undefined;
  /** Place and id of the item that had the focus last. */
  #place = 0;
  #id: string | undefined;
  /** Whether the focus is in the list, or was when its item went. */
  #isHere = false;

  /** Looks after a list until the function it gives is called. */
  watch(list: HTMLElement): () => void {
    this.#list = list;
    const hear = ({ target }: Event): void => {
      this.#isHere = target instanceof Node && list.contains(target);
      const item = this.#isHere ? itemAround(target) : undefined;
      if (item !== undefined) this.#remember(item);
    };
    const observer = new MutationObserver(() => {
      const isNowhere = document.activeElement === null || document.activeElement === document.body;
      if (this.#isHere && isNowhere) focusOn(this.#sameOrNext());
    });
    document.addEventListener('focusin', hear);
    document.addEventListener('pointerdown', hear);
    observer.observe(list, { childList: true, subtree: true });
    return () => {
      observer.disconnect();
      document.removeEventListener('focusin', hear);
      document.removeEventListener('pointerdown', hear);
    };
  }

  /** Id of the item that has the focus; `undefined` where the focus is elsewhere. */
  get id(): string | undefined {
    return this.#current()?.dataset['id'];
  }

  /**
   * Moves the focus so many items on in a list of `total`; to the item that had it last where it is elsewhere.
   * @returns the place that must be shown first: its item takes the focus when it comes; `undefined` where it has it already
   */
  move(step: number, total: number): number | undefined {
    // Items above it may have come or gone since it got the focus.
    const now = this.#current();
    if (now !== undefined) this.#remember(now);
    this.#place = Math.max(0, Math.min(total - 1, this.#isHere ? this.#place + step : this.#place));
    this.#id = undefined;
    this.#isHere = true;
    const item = this.#items().find((one) => placeOf(one) === this.#place);
    if (item !== undefined) {
      focusOn(item);
      return undefined;
    }
    if (document.activeElement instanceof HTMLElement) document.activeElement.blur();
    return this.#place;
  }

  #remember(item: HTMLElement): void {
    this.#place = placeOf(item);
    this.#id = item.dataset['id'];
  }

  #current(): HTMLElement | undefined {
    const item = itemAround(document.activeElement);
    return item !== undefined && this.#list?.contains(item) === true ? item : undefined;
  }

  #items(): readonly HTMLElement[] {
    return [...(this.#list?.querySelectorAll<HTMLElement>('[data-at]') ?? [])];
  }

  /** The item that had the focus, else the one that stands in its place now, else the last of a list that ends before. */
  #sameOrNext(): HTMLElement | undefined {
    const items = this.#items();
    const same = this.#id === undefined ? undefined : items.find(({ dataset }) => dataset['id'] === this.#id);
    const inPlace = items.find((item) => placeOf(item) === this.#place);
    const isAtEnd = items.every((item) => placeOf(item) < this.#place);
    return same ?? inPlace ?? (isAtEnd ? items.at(-1) : undefined);
  }
}

function itemAround(target: EventTarget | null): HTMLElement | undefined {
  return target instanceof Element ? (target.closest<HTMLElement>('[data-at]') ?? undefined) : undefined;
}

function placeOf(item: HTMLElement): number {
  return Number(item.dataset['at']);
}

function focusOn(item: HTMLElement | undefined): void {
  const quote = item?.querySelector<HTMLElement>('.quote');
  quote?.focus({ preventScroll: true });
  quote?.scrollIntoView({ block: 'nearest' });
}
