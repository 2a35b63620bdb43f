/**
 * The safe triangle: from where the pointer left the mark to the card's nearest edge. A pointer inside it is taken to be on its way to the
 * card, so crossing other marks or the gap does not close it.
 */
import { type Box, type Point, contains } from './geometry.ts';

/** Pixels the card's edge is widened by at both ends: hands do not move in straight lines. */
const MARGIN = 12;

/** Whether `pointer` is in the triangle between `origin` (where it left the mark) and the edge of `card` that faces it, or in the card. */
export function isOnTheWay(pointer: Point, origin: Point, card: Box): boolean {
  if (contains(card, pointer)) return true;
  const [first, second] = facingEdge(origin, card);
  return inTriangle(pointer, origin, first, second);
}

function facingEdge({ x, y }: Point, card: Box): readonly [Point, Point] {
  const { left, top, right, bottom } = card;
  if (y <= top)
    return [
      { x: left - MARGIN, y: top },
      { x: right + MARGIN, y: top },
    ];
  if (y >= bottom)
    return [
      { x: left - MARGIN, y: bottom },
      { x: right + MARGIN, y: bottom },
    ];
  const edge = x <= left ? left : right;
  return [
    { x: edge, y: top - MARGIN },
    { x: edge, y: bottom + MARGIN },
  ];
}

function inTriangle(p: Point, a: Point, b: Point, c: Point): boolean {
  const sides = [side(p, a, b), side(p, b, c), side(p, c, a)];
  return !(sides.some((value) => value < 0) && sides.some((value) => value > 0));
}

/** On which side of the line from `from` to `to` a point lies: the sign of the cross product. */
function side(p: Point, from: Point, to: Point): number {
  return (to.x - from.x) * (p.y - from.y) - (to.y - from.y) * (p.x - from.x);
}
