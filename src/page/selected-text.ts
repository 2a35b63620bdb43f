/**
 * What a selection covers of the article's text. A selection may begin and end anywhere: between blocks, in what is left out or hidden,
 * in a shadow tree; its edges move inwards to the nearest character that is article text.
 */
import type { Snapshot, SnapshotBlock } from './snapshot.ts';
import { flatParent } from './text-rules.ts';

/** A place in the article's text: an offset of a block's text, in UTF-16 code units. */
export interface TextPlace {
  readonly block: SnapshotBlock;
  readonly offset: number;
}

/** A stretch of the article's text, over one block or several; `end` exclusive. */
export interface TextStretch {
  readonly start: TextPlace;
  readonly end: TextPlace;
}

type Direction = 'forward' | 'backward';

/**
 * The selection as one range of the composed tree, in document order also when it was made backwards; `null` where nothing is selected.
 * @param shadowRoots whose insides may be looked into
 */
export function selectedRange(selection: Selection | null, shadowRoots: Iterable<ShadowRoot>): StaticRange | null {
  const [range] = selection?.getComposedRanges({ shadowRoots: [...shadowRoots] }) ?? [];
  return range === undefined || range.collapsed ? null : range;
}

/** The article's text in a range; `null` where there is none. The stretch may still begin or end with white space. */
export function textInRange(range: AbstractRange, snapshot: Snapshot): TextStretch | null {
  const start = nearestText(range.startContainer, range.startOffset, 'forward', snapshot);
  const end = nearestText(range.endContainer, range.endOffset, 'backward', snapshot);
  return start !== null && end !== null && isBefore(start, end) ? { start, end } : null;
}

function isBefore(one: TextPlace, other: TextPlace): boolean {
  return one.block.order < other.block.order || (one.block === other.block && one.offset < other.offset);
}

/** The first place in article text at or after (before) a boundary point of the tree. */
function nearestText(container: Node, offset: number, direction: Direction, snapshot: Snapshot): TextPlace | null {
  if (container instanceof Text) {
    const place = snapshot.find(container, offset);
    if (place !== null) return place;
  }
  for (let node = nodeFrom(container, offset, direction); node !== null; node = step(node, direction, true)) {
    const place = node instanceof Text ? snapshot.find(node, direction === 'forward' ? 0 : node.length) : null;
    if (place !== null) return place;
  }
  return null;
}

/** The node that lies next to a boundary point, going in a direction. */
function nodeFrom(container: Node, offset: number, direction: Direction): Node | null {
  const isForward = direction === 'forward';
  const child = container.childNodes[isForward ? offset : offset - 1];
  if (child !== undefined) return child;
  // Past its last (before its first) child.
  return step(container, direction, false);
}

/** The next node of the flat tree in a direction; with `into`, the node's own children come first. Ancestors are not visited again. */
function step(node: Node, direction: Direction, into: boolean): Node | null {
  const child = into ? edgeChild(node, direction) : null;
  if (child !== null) return child;
  for (let at: Node | null = node; at !== null; at = flatParent(at)) {
    const sibling = flatSibling(at, direction);
    if (sibling !== null) return sibling;
  }
  return null;
}

function edgeChild(node: Node, direction: Direction): Node | null {
  const slotted = node instanceof HTMLSlotElement ? node.assignedNodes() : [];
  if (slotted.length > 0) return slotted.at(direction === 'forward' ? 0 : -1) ?? null;
  const parent = (node instanceof Element ? node.shadowRoot : null) ?? node;
  return direction === 'forward' ? parent.firstChild : parent.lastChild;
}

function flatSibling(node: Node, direction: Direction): Node | null {
  const slot = node instanceof Element || node instanceof Text ? node.assignedSlot : null;
  if (slot === null) return direction === 'forward' ? node.nextSibling : node.previousSibling;
  const slotted: readonly Node[] = slot.assignedNodes();
  return slotted[slotted.indexOf(node) + (direction === 'forward' ? 1 : -1)] ?? null;
}
