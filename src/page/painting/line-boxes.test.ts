import { expect, test } from 'vitest';
import { type LineBox, mergeLines } from './line-boxes.ts';

const box = (left: number, right: number, top = 0, bottom = 20): LineBox => ({ left, top, right, bottom });

test.each<[string, LineBox[], LineBox[]]>([
  ['pieces of one line', [box(0, 50), box(50, 80), box(80, 200)], [box(0, 200)]],
  ['two lines', [box(100, 200), box(0, 90, 24, 44)], [box(100, 200), box(0, 90, 24, 44)]],
  ['tight lines whose boxes overlap a little', [box(0, 200), box(0, 90, 15, 35)], [box(0, 200), box(0, 90, 15, 35)]],
  ['a raised figure', [box(0, 50), box(50, 56, -4, 10), box(56, 90)], [box(0, 90, -4, 20)]],
  ['columns side by side', [box(0, 100), box(130, 200)], [box(0, 100), box(130, 200)]],
  ['pieces in two directions, the gap closed last', [box(100, 200), box(0, 40), box(40, 100)], [box(0, 200)]],
  ['columns of vertical text', [box(0, 20, 0, 100), box(0, 20, 100, 300)], [box(0, 20, 0, 100), box(0, 20, 100, 300)]],
  ['nothing', [], []],
])('%s', (_name, rects, wanted) => {
  expect(mergeLines(rects)).toEqual(wanted);
});
