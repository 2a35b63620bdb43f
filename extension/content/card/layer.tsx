/** What stands in the host: the open card at its place, and the toast of the last act. */
import type { ComponentChildren } from 'preact';
import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import { GAP, keepInView, type Placement, type SheetPlacement } from '../../../src/card/placement.ts';
import type { Point } from '../../../src/card/geometry.ts';
import { Toast } from '../../../src/ui/toast.tsx';
import type { Words } from '../../../src/ui/words.ts';
import type { Told } from './acts.ts';
import { followDrag } from './drag.ts';
import { wholeView } from './scene.ts';

/** A card to be placed. */
export interface Placing {
  /** Changes when the card must be measured and placed anew. */
  readonly at: string;
  /** The place for a card of this natural height. The same function every time. */
  readonly place: (height: number) => Placement | SheetPlacement;
  /** How far the reader moved it, or `null` where it has not been moved. */
  readonly movedTo: Point | null;
  /** How far the text it belongs to has scrolled since it was placed. */
  readonly scrolled: Point;
  /** Opened by key or finger: the focus goes in once it stands. */
  readonly takesFocus: boolean;
  readonly onMove: (corner: Point) => void;
  readonly onEnter: () => void;
}

/** The card's box: measured out of sight first, then put at its place. */
export function Place({
  at,
  place,
  movedTo,
  scrolled,
  takesFocus,
  onMove,
  onEnter,
  children,
}: Placing & { children: ComponentChildren }) {
  const box = useRef<HTMLDivElement>(null);
  const [placed, setPlaced] = useState<{ at: string; placement: Placement | SheetPlacement } | null>(null);
  const placement = placed?.at === at ? placed.placement : null;
  useLayoutEffect(() => {
    setPlaced({ at, placement: place(box.current?.offsetHeight ?? 0) });
  }, [at, place]);
  const stands = placement !== null;
  useLayoutEffect(() => {
    if (takesFocus && stands) box.current?.querySelector<HTMLElement>('.card')?.focus({ preventScroll: true });
  }, [at, takesFocus, stands]);
  const moveBy = (x: number, y: number): void => {
    const now = box.current?.getBoundingClientRect();
    if (now !== undefined) onMove(keepInView({ x: now.left + x, y: now.top + y }, now, wholeView()));
  };
  return (
    <div
      ref={box}
      class={classOf(placement)}
      style={styleOf(placement, movedTo, scrolled)}
      onPointerEnter={onEnter}
      onPointerMove={onEnter}
      onPointerDown={(event) => {
        if (placement !== null && !isSheetPlacement(placement)) followDrag(event, moveBy);
      }}
    >
      {children}
    </div>
  );
}

/** The toast of an act, at the foot of the view. */
export function ToastPlace({ told, onClose, words }: { told: Told; onClose: () => void; words: Words }) {
  const closing = (act: (() => void) | undefined): (() => void) | undefined =>
    act &&
    (() => {
      onClose();
      act();
    });
  return (
    <div class="toast-place">
      <Toast text={told.text} onUndo={closing(told.undo)} onRetry={closing(told.retry)} onClose={onClose} words={words} />
    </div>
  );
}

function isSheetPlacement(placement: Placement | SheetPlacement): placement is SheetPlacement {
  return 'along' in placement;
}

function classOf(placement: Placement | SheetPlacement | null): string {
  if (placement === null) return 'place measuring';
  return isSheetPlacement(placement) ? `place sheet ${placement.along}` : 'place';
}

function styleOf(placement: Placement | SheetPlacement | null, movedTo: Point | null, scrolled: Point): Record<string, string> {
  if (placement === null) return {};
  if (isSheetPlacement(placement)) return { maxHeight: px(placement.maxHeight) };
  const { left, edge, width, maxHeight, side } = placement;
  if (movedTo !== null) {
    return { left: px(movedTo.x), top: px(movedTo.y), width: px(width), maxHeight: px(wholeView().bottom - GAP - movedTo.y) };
  }
  return {
    left: px(left),
    width: px(width),
    maxHeight: px(maxHeight),
    translate: `${px(scrolled.x)} ${px(scrolled.y)}`,
    ...(side === 'above' ? { bottom: px(innerHeight - edge) } : { top: px(edge) }),
  };
}

function px(length: number): string {
  return `${length}px`;
}
