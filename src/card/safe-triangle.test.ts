import { expect, test } from 'vitest';
import { isOnTheWay } from './safe-triangle.ts';

const card = { left: 100, top: 200, right: 484, bottom: 500 };

test.each([
  { name: 'straight down from the mark', origin: { x: 150, y: 180 }, pointer: { x: 150, y: 190 }, safe: true },
  { name: 'slanting to the far corner', origin: { x: 150, y: 100 }, pointer: { x: 300, y: 150 }, safe: true },
  { name: 'along the line of text instead', origin: { x: 150, y: 180 }, pointer: { x: 300, y: 180 }, safe: false },
  { name: 'back up', origin: { x: 150, y: 180 }, pointer: { x: 150, y: 160 }, safe: false },
  { name: 'up to a card above', origin: { x: 300, y: 560 }, pointer: { x: 300, y: 520 }, safe: true },
  { name: 'away from a card above', origin: { x: 300, y: 560 }, pointer: { x: 300, y: 580 }, safe: false },
  { name: 'sideways to a card at the right', origin: { x: 40, y: 300 }, pointer: { x: 80, y: 320 }, safe: true },
  { name: 'sideways to a card at the left', origin: { x: 600, y: 300 }, pointer: { x: 500, y: 300 }, safe: true },
  { name: 'sideways, away from it', origin: { x: 600, y: 300 }, pointer: { x: 640, y: 300 }, safe: false },
  { name: 'in the card', origin: { x: 150, y: 180 }, pointer: { x: 400, y: 480 }, safe: true },
])('$name: $safe', ({ origin, pointer, safe }) => {
  expect(isOnTheWay(pointer, origin, card)).toBe(safe);
});
