/**
 * Chooses the part of a page that mark styles are given for, as selectors. Where a `::highlight` rule first matches, Chromium computes the
 * style of everything below it anew, so on a long page that is what lies near the view and no more
 * (docs/DECISIONS/style-of-marks.md). Nothing of the page is changed to be found again: selectors name places in its tree.
 */

/** The most elements whose style may be computed anew for one place in the tree: some 15 milliseconds. */
const LARGEST = 2000;
/** Siblings on either side that are taken along, so that scrolling on does not soon ask for another style sheet. */
const MARGIN = 32;

/** Selectors that together match an ancestor of each of `elements`, or itself; `:root` alone on a page of no great length. */
export function markScope(elements: Iterable<Element>): string[] {
  const isLarge = rememberLarge();
  const tops = new Set<Element>();
  for (const element of elements) tops.add(highestSmall(inDocument(element), isLarge));
  const byParent = Map.groupBy(tops, (top) => top.parentElement);
  return [...byParent].flatMap(([parent, siblings]) => (parent === null ? [':root'] : rangesOf(parent, siblings)));
}

/** Whether an element lies within one of the scope's selectors. */
export function isInScope(element: Element, scope: readonly string[]): boolean {
  return scope.length > 0 && inDocument(element).closest(scope.join()) !== null;
}

/** The element itself, or the outermost host of the shadow trees it stands in: highlight styles are inherited into these. */
function inDocument(element: Element): Element {
  const root = element.getRootNode();
  return root instanceof ShadowRoot ? inDocument(root.host) : element;
}

function highestSmall(element: Element, isLarge: (element: Element) => boolean): Element {
  let top = element;
  for (let above = top.parentElement; above !== null && !isLarge(above); above = above.parentElement) top = above;
  return top;
}

function rememberLarge(): (element: Element) => boolean {
  const known = new Map<Element, boolean>();
  return (element) => {
    const large = known.get(element) ?? isLarge(element);
    known.set(element, large);
    return large;
  };
}

function isLarge(element: Element): boolean {
  const walker = element.ownerDocument.createTreeWalker(element, NodeFilter.SHOW_ELEMENT);
  for (let count = 0; walker.nextNode() !== null; count++) if (count === LARGEST) return true;
  return false;
}

/**
 * One selector for each tag name among siblings, over all that lie between them. With a tag name, since a browser looks rules up by it;
 * as few as can be, since each is tried on every element of that name.
 */
function rangesOf(parent: Element, siblings: readonly Element[]): string[] {
  const path = pathOf(parent);
  const all = [...parent.children];
  return [...Map.groupBy(siblings, ({ localName }) => localName)].map(([name, tops]) => {
    const wanted = new Set<Element>(tops);
    const first = all.findIndex((sibling) => wanted.has(sibling)) + 1 - MARGIN;
    const last = all.findLastIndex((sibling) => wanted.has(sibling)) + 1 + MARGIN;
    // The upper end first: it alone rules out most of a page whose top is in view.
    return `${path} > ${CSS.escape(name)}:nth-child(-n + ${last}):nth-child(n + ${Math.max(1, first)})`;
  });
}

/** From the root down to an element, by tag names where these are enough. */
function pathOf(element: Element): string {
  const parent = element.parentElement;
  if (parent === null) return ':root';
  const place = [...parent.children].filter(({ localName }) => localName === element.localName).indexOf(element) + 1;
  return `${pathOf(parent)} > ${CSS.escape(element.localName)}:nth-of-type(${place})`;
}
