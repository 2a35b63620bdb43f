/** Scrolls text to where a reader looks, unless it is well inside the view already; at once, since a card may open beside it. */

/**
 * @param element what the text stands in
 * @param top where the text begins in the viewport, measured when called; `undefined` where it is not rendered
 */
export function scrollToText(element: Element, top: () => number | undefined): void {
  const isWellInside = (at: number | undefined): boolean => at !== undefined && at > innerHeight * 0.15 && at < innerHeight * 0.7;
  if (isWellInside(top())) return;
  // The element first, for the sake of scrolling boxes inside the page; it may be taller than the view.
  element.scrollIntoView({ block: 'center', inline: 'nearest', behavior: 'instant' });
  const now = top();
  if (now !== undefined && !isWellInside(now)) scrollBy({ top: now - innerHeight * 0.4, behavior: 'instant' });
}
