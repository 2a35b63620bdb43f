/** Where the small toolbar of a passage goes: next to the end of it where the reader is, never over it while there is room. */
import { type Box, clamp } from './geometry.ts';

/** Pixels between the line and the toolbar. */
const GAP = 8;
/** More below a finger's selection, whose handles hang under the line. */
const TOUCH_GAP = 26;
/** Pixels kept free at the edges of the view. */
const MARGIN = 8;

/** What placing needs to know; CSS pixels of the viewport. */
export interface ToolbarScene {
  /** The line of the passage where the reader stopped. */
  readonly line: Box;
  /** Where along it. */
  readonly x: number;
  /** On which side of the line the rest of the passage lies. */
  readonly rest: 'above' | 'below';
  /** By finger: the system's own menu stands above. */
  readonly touch: boolean;
  readonly width: number;
  readonly height: number;
  readonly view: Box;
}

/** The toolbar's top left corner. */
export function placeToolbar({ line, x, rest, touch, width, height, view }: ToolbarScene): { left: number; top: number } {
  const below = line.bottom + (touch ? TOUCH_GAP : GAP);
  const above = line.top - GAP - height;
  const [preferred, other] = rest === 'above' || touch ? [below, above] : [above, below];
  const lowest = view.bottom - MARGIN - height;
  const fits = (top: number): boolean => top >= view.top + MARGIN && top <= lowest;
  // Under a finger never above: the system's menu would lie over it.
  const top = fits(preferred) || touch || !fits(other) ? preferred : other;
  return {
    left: clamp(x - width / 2, view.left + MARGIN, view.right - MARGIN - width),
    top: clamp(top, view.top + MARGIN, lowest),
  };
}
