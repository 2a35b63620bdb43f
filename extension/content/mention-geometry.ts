/** Where mentions lie in the viewport, and which one lies under a point. All coordinates are CSS pixels of the viewport. */
import type { MarkingPort } from './ports/marking-port.ts';
import type { LiveMention, PlacedMentions } from './placed-mentions.ts';
import { scrollToText } from './scroll-to-text.ts';

/** Pixels around a line of a mention that still count as on it: its underline lies below the letters' box. */
const NEAR = 3;

/** One live range, lent to each measurement and emptied after it: a live range taxes every edit of the page. */
const measuring = new Range();

/** The mention's boxes, one for each line it runs over; empty when it is not rendered. */
export function rectsOf({ range }: LiveMention): DOMRect[] {
  const { startContainer, startOffset, endContainer, endOffset } = range;
  try {
    measuring.setStart(startContainer, startOffset);
    measuring.setEnd(endContainer, endOffset);
  } catch {
    // The page shortened the node, and the next reading has not yet come by.
    return [];
  }
  const rects = [...measuring.getClientRects()].filter(({ width, height }) => width > 0 && height > 0);
  measuring.setEnd(document, 0);
  return rects;
}

/** Whether a reader can come to see the mention: it is rendered, and its block not clipped to a pixel as text for screen readers only is. */
export function isRendered(mention: LiveMention): boolean {
  const { width, height } = mention.block.content.box.getBoundingClientRect();
  return width > 1 && height > 1 && rectsOf(mention).length > 0;
}

/**
 * The mention under a point, by caret position: its cost does not grow with the number of mentions, unlike that of asking the registry.
 * The caret goes to the nearest letter, however far, so the mention's boxes have the last word.
 */
export function mentionUnder(
  x: number,
  y: number,
  placed: PlacedMentions,
  { snapshot, shadowRoots }: MarkingPort,
): LiveMention | null {
  const caret = document.caretPositionFromPoint(x, y, { shadowRoots: [...shadowRoots] });
  if (caret === null || !(caret.offsetNode instanceof Text)) return null;
  const place = snapshot.find(caret.offsetNode, caret.offset);
  if (place === null) return null;
  const isHere = (mention: LiveMention): boolean => rectsOf(mention).some((rect) => contains(rect, x, y));
  return placed.around(place.block.id, place.offset).find(isHere) ?? null;
}

function contains({ left, right, top, bottom }: DOMRect, x: number, y: number): boolean {
  return left <= x && x <= right && top - NEAR <= y && y <= bottom + NEAR;
}

/** Scrolls a mention to where a reader looks. */
export function scrollToMention(mention: LiveMention): void {
  const element = mention.range.startContainer.parentElement;
  if (element !== null) scrollToText(element, () => rectsOf(mention)[0]?.top);
}
