import { expect, test } from 'vitest';
import { STRETCH, StretchHeights } from './stretch-heights.ts';

const LINE = 96;
/** Two whole stretches and a part of one. */
const LINES = 2 * STRETCH + 3;

test.each([
  { name: 'the first, at the top', top: -500, bottom: 100, within: { from: 0, until: 1 } },
  {
    name: 'two, where the view lies over both',
    top: (STRETCH - 1) * LINE,
    bottom: (STRETCH + 1) * LINE,
    within: { from: 0, until: 2 },
  },
  {
    name: 'the one whose known height is another',
    top: STRETCH * LINE + 10,
    bottom: STRETCH * LINE + 20,
    within: { from: 1, until: 2 },
  },
  { name: 'the last, below the end', top: 90_000, bottom: 91_000, within: { from: 2, until: 3 } },
])('shown are $name', ({ top, bottom, within }) => {
  expect(new StretchHeights(LINES, new Map([[1, 300]])).within(top, bottom)).toEqual(within);
});

test('the last stretch has the lines that are left, and is as high as they are', () => {
  const heights = new StretchHeights(LINES, new Map());
  expect(heights.count).toBe(3);
  expect(heights.linesIn(2)).toBe(3);
  expect(heights.between(0, 3)).toBe(LINES * LINE);
});
