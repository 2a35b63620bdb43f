/** Where a stretch of a block's text stands on the screen, one box for each line. CSS pixels of the viewport. */
import type { TextBlock } from '../text-block.ts';

/** A box by its edges. */
export interface LineBox {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

/** Pixels between two boxes of one line that are still taken for touching: rounding, not the gap between columns. */
const TOUCHING = 2;
/** Part of the lower box's height by which two boxes must overlap to be on one line; a raised figure does. */
const SAME_LINE = 0.4;

/** One live range, lent to each measurement and emptied after it: a live range taxes every edit of the page. */
let measuring: Range | undefined;

/**
 * The boxes of `[start, end)` of a block's text, in reading order. Measured text node by text node, so that a picture or a note left out of
 * the text adds nothing. Empty where the stretch is not rendered.
 */
export function lineBoxes({ runs }: TextBlock, start: number, end: number): LineBox[] {
  measuring ??= new Range();
  const rects: DOMRect[] = [];
  for (const { start: runStart, node, offset, length } of runs) {
    const from = Math.max(start, runStart) - runStart;
    const to = Math.min(end, runStart + length) - runStart;
    if (from >= to) continue;
    // The page may have shortened the node, and the next reading has not yet come by.
    if (offset + to > node.length) continue;
    measuring.setStart(node, offset + from);
    measuring.setEnd(node, offset + to);
    rects.push(...measuring.getClientRects());
  }
  measuring.setStart(document, 0);
  measuring.collapse(true);
  return mergeLines(rects.filter(({ width, height }) => width > 0 && height > 0));
}

/** Joins boxes that touch on one line; boxes of other lines, and of another column at the same height, stay apart. */
export function mergeLines(rects: readonly LineBox[]): LineBox[] {
  const lines: LineBox[] = [];
  for (const { left, top, right, bottom } of rects) {
    let box: LineBox = { left, top, right, bottom };
    // Text in two directions comes in an order of its own: a box may close the gap between two.
    for (;;) {
      const at = lines.findIndex((line) => isSameLine(line, box));
      const [line] = at === -1 ? [] : lines.splice(at, 1);
      if (line === undefined) break;
      box = around(line, box);
    }
    lines.push(box);
  }
  return lines;
}

function isSameLine(one: LineBox, other: LineBox): boolean {
  const overlap = Math.min(one.bottom, other.bottom) - Math.max(one.top, other.top);
  const lower = Math.min(one.bottom - one.top, other.bottom - other.top);
  return overlap > lower * SAME_LINE && one.left <= other.right + TOUCHING && other.left <= one.right + TOUCHING;
}

function around(one: LineBox, other: LineBox): LineBox {
  return {
    left: Math.min(one.left, other.left),
    top: Math.min(one.top, other.top),
    right: Math.max(one.right, other.right),
    bottom: Math.max(one.bottom, other.bottom),
  };
}
