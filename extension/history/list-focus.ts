/**
 * The focus in a list whose items come and go: it is moved by place, and stays in the list when the item that has it is deleted, loaded anew
 * or scrolled away. Items say their place as `data-at` and who they are as `data-id`; what takes the focus in them is their first `.quote`.
 */
import type { RefObject } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';

/** What the focus of a list can be asked and told. */
export interface ListFocus {
  /** Goes on the element that holds the list. */
  readonly list: RefObject<HTMLDivElement | null>;
  /** Id of the item that has the focus; `undefined` where the focus is elsewhere. */
  id(): string | undefined;
  /** Moves the focus so many items on; to the item that had it last where it is elsewhere. */
  move(step: number): void;
  /** The item that must be shown for the focus to go there. */
  readonly needed: { readonly at: number } | null;
}

/** The focus of a list of `total` items; see the head of this file. */
export function useListFocus(total: number): ListFocus {
  const list = useRef<HTMLDivElement>(null);
  const last = useRef(0);
  const isHere = useRef(false);
  const [needed, setNeeded] = useState<{ readonly at: number } | null>(null);
  const totalRef = useRef(total);
  totalRef.current = total;

  useEffect(() => {
    const hear = ({ target }: Event): void => {
      isHere.current = target instanceof Node && list.current?.contains(target) === true;
      const at = isHere.current ? placeOf(target) : undefined;
      if (at !== undefined) last.current = at;
    };
    const observer = new MutationObserver(() => {
      if (!isHere.current || !isNowhere(document.activeElement)) return;
      last.current = Math.max(0, Math.min(last.current, totalRef.current - 1));
      focusItem(list.current, last.current);
    });
    document.addEventListener('focusin', hear);
    document.addEventListener('pointerdown', hear);
    if (list.current !== null) observer.observe(list.current, { childList: true, subtree: true });
    return () => {
      observer.disconnect();
      document.removeEventListener('focusin', hear);
      document.removeEventListener('pointerdown', hear);
    };
  }, []);

  return {
    list,
    needed,
    id: () => itemOf(list.current)?.dataset['id'],
    move(step) {
      // Items above it may have come or gone since it got the focus.
      const now = placeOf(document.activeElement) ?? last.current;
      const to = Math.max(0, Math.min(total - 1, isHere.current ? now + step : now));
      if (focusItem(list.current, to)) return;
      // It takes the focus when it comes.
      if (document.activeElement instanceof HTMLElement) document.activeElement.blur();
      last.current = to;
      isHere.current = true;
      setNeeded({ at: to });
    },
  };
}

function itemOf(list: HTMLElement | null): HTMLElement | undefined {
  const item = document.activeElement?.closest<HTMLElement>('[data-at]') ?? undefined;
  return item !== undefined && list?.contains(item) === true ? item : undefined;
}

function placeOf(target: EventTarget | null): number | undefined {
  const at = target instanceof Element ? target.closest<HTMLElement>('[data-at]')?.dataset['at'] : undefined;
  return at === undefined ? undefined : Number(at);
}

function isNowhere(element: Element | null): boolean {
  return element === null || element === document.body;
}

function focusItem(list: HTMLElement | null, at: number): boolean {
  const item = list?.querySelector<HTMLElement>(`[data-at="${at}"] .quote`) ?? undefined;
  item?.focus({ preventScroll: true });
  item?.scrollIntoView({ block: 'nearest' });
  return item !== undefined;
}
