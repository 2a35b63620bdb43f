import { expect, test } from 'vitest';
import { StretchHeights } from './stretch-heights.ts';

const LINE = 96;

test.each([
  { name: 'the first, at the top', top: -500, bottom: 100, within: { from: 0, until: 1 } },
  { name: 'two, where the view lies over both', top: 19 * LINE, bottom: 21 * LINE, within: { from: 0, until: 2 } },
  { name: 'the one whose known height is another', top: 20 * LINE + 10, bottom: 20 * LINE + 20, within: { from: 1, until: 2 } },
  { name: 'the last, below the end', top: 90_000, bottom: 91_000, within: { from: 2, until: 3 } },
])('shown are $name', ({ top, bottom, within }) => {
  expect(new StretchHeights(45, new Map([[1, 300]])).within(top, bottom)).toEqual(within);
});

test('the last stretch has the lines that are left, and is as high as they are', () => {
  const heights = new StretchHeights(45, new Map());
  expect(heights.count).toBe(3);
  expect(heights.linesIn(2)).toBe(5);
  expect(heights.between(0, 3)).toBe(45 * LINE);
});
