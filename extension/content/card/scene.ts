/** Measures the page round a mention: what a card's placement needs to know (src/card/placement.ts). */
import { around, type Box, type Point } from '../../../src/card/geometry.ts';
import type { Scene } from '../../../src/card/placement.ts';
import type { CardPort, PlacedMention } from '../ports/card-port.ts';
import { sentenceBoxes } from './sentence.ts';

/** Part of the view's height beyond which something fixed is not a header but the page itself. */
const TALLEST_BAR = 0.35;
/** Part of the view's width from which something fixed lies over the text. */
const NARROWEST_BAR = 0.5;

/** The scene round a mention; `null` when it is not rendered. Reads layout, so it is called once an opening and once a frame of scrolling. */
export function measureScene(port: CardPort, mention: PlacedMention, pointer: Point | null, cardHeight: number): Scene | null {
  const boxes = port.mentionRects(mention);
  const [first] = boxes;
  const block = port.blockElement(mention);
  if (first === undefined || block === null) return null;
  const middle = { x: (first.left + first.right) / 2, y: (first.top + first.bottom) / 2 };
  return {
    mention: boxes,
    sentence: sentenceBoxes(middle, block, document.documentElement.lang),
    column: block.getBoundingClientRect(),
    view: clearView(middle.x),
    pointer,
    rtl: getComputedStyle(block).direction === 'rtl',
    cardHeight,
  };
}

/** The view as the reader sees it: also under a pinch zoom, where fixed boxes lie in the larger layout view. */
export function wholeView(): Box {
  const { offsetLeft = 0, offsetTop = 0, width = innerWidth, height = innerHeight } = visualViewport ?? {};
  return { left: offsetLeft, top: offsetTop, right: offsetLeft + width, bottom: offsetTop + height };
}

/** Whether any of the boxes can be seen. */
export function isInView(boxes: readonly Box[]): boolean {
  const box = around(boxes);
  const view = wholeView();
  return box !== null && box.bottom > view.top && box.top < view.bottom && box.right > view.left && box.left < view.right;
}

/** The view without bars of the site that stay in place at its top and foot. */
function clearView(x: number): Box {
  const view = wholeView();
  return {
    ...view,
    top: barAt(x, view.top + 1, view)?.bottom ?? view.top,
    bottom: barAt(x, view.bottom - 2, view)?.top ?? view.bottom,
  };
}

function barAt(x: number, y: number, view: Box): DOMRect | undefined {
  for (let element = document.elementFromPoint(x, y); element !== null; element = element.parentElement) {
    if (!/^(fixed|sticky)$/.test(getComputedStyle(element).position)) continue;
    const bar = element.getBoundingClientRect();
    const isBar = bar.height <= (view.bottom - view.top) * TALLEST_BAR && bar.width >= (view.right - view.left) * NARROWEST_BAR;
    return isBar ? bar : undefined;
  }
  return undefined;
}
