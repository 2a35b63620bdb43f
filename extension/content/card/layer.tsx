/** What stands in the host: the open card at its place, and the toast of the last act. */
import type { ComponentChildren } from 'preact';
import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import { GAP, keepInView, type Placement } from '../../../src/card/placement.ts';
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
  /** Whether it is a sheet at the foot of the view whatever its height. */
  readonly sheet: boolean;
  /** The place for a card of this natural height; `null` to make it a sheet. The same function every time. */
  readonly place: (height: number) => Placement | null;
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
  sheet,
  place,
  movedTo,
  scrolled,
  takesFocus,
  onMove,
  onEnter,
  children,
}: Placing & { children: ComponentChildren }) {
  const box = useRef<HTMLDivElement>(null);
  const [placed, setPlaced] = useState<{ at: string; placement: Placement | null } | null>(null);
  const current = placed?.at === at ? placed : null;
  useLayoutEffect(() => {
    if (!sheet) setPlaced({ at, placement: place(box.current?.offsetHeight ?? 0) });
  }, [at, sheet, place]);
  const asSheet = sheet || (current !== null && current.placement === null);
  const stands = sheet || current !== null;
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
      class={asSheet ? 'place sheet' : current === null ? 'place measuring' : 'place'}
      style={asSheet ? undefined : styleOf(current?.placement ?? null, movedTo, scrolled)}
      onPointerEnter={onEnter}
      onPointerMove={onEnter}
      onPointerDown={(event) => {
        if (!asSheet) followDrag(event, moveBy);
      }}
    >
      {children}
    </div>
  );
}

/** The toast of an act, at the foot of the view. */
export function ToastPlace({ told, onClose, words }: { told: Told; onClose: () => void; words: Words }) {
  const onUndo =
    told.undo &&
    (() => {
      onClose();
      told.undo?.();
    });
  return (
    <div class="toast-place">
      <Toast text={told.text} onUndo={onUndo} onClose={onClose} words={words} />
    </div>
  );
}

function styleOf(placement: Placement | null, movedTo: Point | null, scrolled: Point): Record<string, string> {
  const view = wholeView();
  if (movedTo !== null) {
    return {
      left: px(movedTo.x),
      top: px(movedTo.y),
      width: px(placement?.width ?? 0),
      maxHeight: px(view.bottom - GAP - movedTo.y),
    };
  }
  if (placement === null) return { left: '0', top: '0', width: 'min(384px, 100vw - 16px)' };
  const { left, edge, width, maxHeight, side } = placement;
  const translate = `${px(scrolled.x)} ${px(scrolled.y)}`;
  return {
    left: px(left),
    width: px(width),
    maxHeight: px(maxHeight),
    translate,
    ...(side === 'above' ? { bottom: px(innerHeight - edge) } : { top: px(edge) }),
  };
}

function px(length: number): string {
  return `${length}px`;
}
