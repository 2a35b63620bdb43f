/**
 * Where a card goes: beside what is being read, never over it. Pure geometry in CSS pixels of the viewport; whoever calls it measures the page.
 *
 * Below or above the whole sentence the mention stands in, whichever is nearer and has room; else beside the column; else, on a page where the
 * sentence fills the view, below or above the mention's own lines, which are never covered.
 */
import { around, type Box, clamp, type Point } from './geometry.ts';

/** Pixels between the text and the card, and between the card and the edge of the view. */
export const GAP = 8;
/** The card's width where there is room, in pixels. */
export const CARD_WIDTH = 384;
/** A view no wider than this, in pixels, gets a sheet. */
const SHEET_WIDTH = 480;
/** With this much height, in pixels, a card is comfortable to scroll; with less another side is tried first. */
const COMFORTABLE_HEIGHT = 320;
/** Lower than this, in pixels, a card cannot be read at all. */
const LEAST_HEIGHT = 120;

/** What was measured on the page. */
export interface Scene {
  /** The mention, a box for each line it runs over; at least one. */
  readonly mention: readonly Box[];
  /** The sentence it stands in, a box for each line. */
  readonly sentence: readonly Box[];
  /** The column: the block of text the sentence is part of. */
  readonly column: Box;
  /** What the reader can see: the view without headers and footers that stay in place over the text. */
  readonly view: Box;
  /** The pointer where it opened the card; decides which line of a wrapped mention the card belongs to. */
  readonly pointer: Point | null;
  /** Text runs from right to left here: cards hang from the mention's right edge. */
  readonly rtl: boolean;
  /** Natural height of the card at {@link cardWidth}. */
  readonly cardHeight: number;
}

/** A card's place and the most it may be high. */
export interface Placement {
  readonly left: number;
  /** The edge that stays where it is when the card grows: its foot where it is `above` the text, else its top. */
  readonly edge: number;
  readonly width: number;
  readonly maxHeight: number;
  readonly side: 'below' | 'above' | 'beside';
}

/** Whether cards come as a sheet along an edge of the view: narrow views, and fingers, which would cover what hangs under them. */
export function isSheet(viewWidth: number, coarsePointer: boolean): boolean {
  return viewWidth <= SHEET_WIDTH || coarsePointer;
}

/** A sheet's edge of the view and the most it may be high. */
export interface SheetPlacement {
  readonly along: 'foot' | 'head';
  readonly maxHeight: number;
}

/**
 * Where a sheet goes: along the foot of the view or, where the mention stands in its lower half, along the head; as far as the mention's lines.
 * @param view the whole view, since a sheet may lie over what the site keeps in place there
 */
export function placeSheet(mention: readonly Box[], view: Box): SheetPlacement {
  const { top, bottom } = around(mention) ?? { top: view.top, bottom: view.top };
  const [above, below] = [top - view.top, view.bottom - bottom];
  const along = below >= above ? 'foot' : 'head';
  return { along, maxHeight: Math.max(LEAST_HEIGHT, Math.max(above, below) - GAP) };
}

/** The card's width in a view. */
function cardWidth(view: Box): number {
  return Math.min(CARD_WIDTH, view.right - view.left - 2 * GAP);
}

/** The place for a card, in the view and never over the lines the mention stands on; `null` where a view is too low for that: show a sheet. */
export function place(scene: Scene): Placement | null {
  const wanted = Math.min(scene.cardHeight, COMFORTABLE_HEIGHT);
  const roomy = ({ maxHeight }: Placement): boolean => maxHeight >= wanted;
  const clearOfSentence = belowAndAbove(scene, scene.sentence).filter(roomy);
  const [nearest] = clearOfSentence.sort((a, b) => distance(a, scene) - distance(b, scene));
  if (nearest !== undefined) return nearest;
  const beside = besideColumn(scene);
  if (beside !== null && roomy(beside)) return beside;
  const [below, above] = belowAndAbove(scene, scene.mention);
  const best = roomy(below) || below.maxHeight >= above.maxHeight ? below : above;
  return best.maxHeight >= LEAST_HEIGHT ? best : null;
}

/** Moves a card that the reader put somewhere back inside the view. */
export function keepInView(corner: Point, size: { readonly width: number; readonly height: number }, view: Box): Point {
  return {
    x: clamp(corner.x, view.left + GAP, view.right - GAP - size.width),
    y: clamp(corner.y, view.top + GAP, view.bottom - GAP - size.height),
  };
}

function belowAndAbove(scene: Scene, clear: readonly Box[]): [Placement, Placement] {
  const { view } = scene;
  const { top, bottom } = around([...clear, ...scene.mention]) ?? scene.column;
  const width = cardWidth(view);
  const left = alignedLeft(scene, width);
  const topBelow = Math.max(bottom + GAP, view.top + GAP);
  const roomBelow = Math.max(0, view.bottom - GAP - topBelow);
  const bottomAbove = Math.min(top, view.bottom) - GAP;
  const roomAbove = Math.max(0, bottomAbove - view.top - GAP);
  return [
    { left, width, edge: topBelow, maxHeight: roomBelow, side: 'below' },
    { left, width, edge: bottomAbove, maxHeight: roomAbove, side: 'above' },
  ];
}

function besideColumn(scene: Scene): Placement | null {
  const { view, column, cardHeight, rtl } = scene;
  const width = cardWidth(view);
  const atRight = column.right + GAP + width <= view.right - GAP ? column.right + GAP : null;
  const atLeft = column.left - GAP - width >= view.left + GAP ? column.left - GAP - width : null;
  const left = rtl ? (atLeft ?? atRight) : (atRight ?? atLeft);
  if (left === null) return null;
  const height = Math.min(cardHeight, view.bottom - view.top - 2 * GAP);
  const { y } = keepInView({ x: left, y: ownLine(scene).top }, { width, height }, view);
  return { left, width, edge: y, maxHeight: Math.max(0, view.bottom - GAP - y), side: 'beside' };
}

/** The line of the mention the card belongs to: the one under the pointer, else its first. */
function ownLine({ mention, pointer, column }: Scene): Box {
  const under = pointer === null ? undefined : mention.find((box) => pointer.y >= box.top && pointer.y <= box.bottom);
  return under ?? mention[0] ?? column;
}

function alignedLeft(scene: Scene, width: number): number {
  const line = ownLine(scene);
  const wanted = scene.rtl ? line.right - width : line.left;
  return clamp(wanted, scene.view.left + GAP, scene.view.right - GAP - width);
}

function distance(candidate: Placement, scene: Scene): number {
  const line = ownLine(scene);
  return candidate.side === 'below' ? candidate.edge - line.bottom : line.top - candidate.edge;
}
