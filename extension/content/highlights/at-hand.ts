/** What the reader has to do with now: a selected passage that could be saved, or a saved one that was clicked on. */
import type { HighlightMark } from '../../../src/page/painting/highlight-painter.ts';
import { type LineBox, lineBoxes } from '../../../src/page/painting/line-boxes.ts';
import type { Opened, Selected } from '../ports/toolbar-port.ts';
import type { Passage } from './passage-text.ts';
import type { Selecting } from './selecting.ts';

/** A selected passage, with the words themselves. */
export interface SelectedPassage extends Selected {
  readonly passage: Passage;
}

/** A selected passage; the toolbar belongs to that end of it where the reader stopped. `null` where it is not rendered. */
export function selectedAtHand(passage: Passage, { touch, pointer }: Selecting): SelectedPassage | null {
  const isBackward = getSelection()?.direction === 'backward';
  const part = isBackward ? passage.parts[0] : passage.parts.at(-1);
  if (part === undefined) return null;
  const { block, start, end } = part;
  const line = (): LineBox | undefined => lineBoxes(block.shown.content, start, end).at(isBackward ? 0 : -1);
  const now = line();
  if (now === undefined) return null;
  const element = block.shown.content.box;
  const isRightToLeft = getComputedStyle(element).direction === 'rtl';
  const edge = isBackward === isRightToLeft ? now.right : now.left;
  return { kind: 'selected', passage, line, rest: isBackward ? 'below' : 'above', x: pointer?.x ?? edge, touch, element };
}

/** The saved passage under a point of the viewport, the one drawn last first; `null` where there is none. */
export function openedAt(marks: readonly HighlightMark[], { x, y }: { x: number; y: number }, touch: boolean): Opened | null {
  for (const { id, colour, approximate, parts } of marks.toReversed()) {
    for (const { block, start, end } of parts) {
      if (!contains(block.box.getBoundingClientRect(), x, y)) continue;
      const at = lineBoxes(block, start, end).findIndex((box) => contains(box, x, y));
      if (at === -1) continue;
      const line = (): LineBox | undefined => lineBoxes(block, start, end)[at];
      return { kind: 'opened', id, colour, approximate, line, rest: 'above', x, touch, element: block.box };
    }
  }
  return null;
}

function contains({ left, top, right, bottom }: LineBox, x: number, y: number): boolean {
  return left <= x && x <= right && top <= y && y <= bottom;
}
