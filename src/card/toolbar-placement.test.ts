import fc from 'fast-check';
import { expect, test } from 'vitest';
import { overlaps } from './geometry.ts';
import { placeToolbar, type ToolbarScene } from './toolbar-placement.ts';

const VIEW = { left: 0, top: 0, right: 1000, bottom: 700 };
const SCENE: ToolbarScene = {
  line: { left: 100, top: 300, right: 600, bottom: 324 },
  x: 400,
  rest: 'above',
  touch: false,
  width: 240,
  height: 36,
  view: VIEW,
};

test.each<[string, Partial<ToolbarScene>, { left: number; top: number }]>([
  ['below the last line, under where the reader stopped', {}, { left: 280, top: 332 }],
  ['above the first line when selected backwards', { rest: 'below' }, { left: 280, top: 256 }],
  ['above where there is no room below', { line: { left: 100, top: 660, right: 600, bottom: 684 } }, { left: 280, top: 616 }],
  [
    'below where there is no room above',
    { rest: 'below', line: { left: 100, top: 10, right: 600, bottom: 34 } },
    { left: 280, top: 42 },
  ],
  ['below and further off under a finger, also backwards', { touch: true, rest: 'below' }, { left: 280, top: 350 }],
  ['inside the view at its left', { x: 10 }, { left: 8, top: 332 }],
  ['inside the view at its right', { x: 990 }, { left: 752, top: 332 }],
  [
    'at the foot of the view for a passage that ends below it',
    { line: { left: 0, top: 2000, right: 900, bottom: 2024 } },
    { left: 280, top: 656 },
  ],
])('%s', (_name, scene, wanted) => {
  expect(placeToolbar({ ...SCENE, ...scene })).toEqual(wanted);
});

test('never over the line while there is room beside it, never out of the view', () => {
  const at = fc.integer({ min: 60, max: 580 });
  fc.assert(
    fc.property(at, fc.integer({ min: 0, max: 1000 }), fc.constantFrom('above', 'below'), fc.boolean(), (top, x, rest, touch) => {
      const line = { ...SCENE.line, top, bottom: top + 24 };
      const { left, top: y } = placeToolbar({ ...SCENE, line, x, rest, touch });
      const box = { left, top: y, right: left + SCENE.width, bottom: y + SCENE.height };
      expect(overlaps(box, line)).toBe(false);
      expect(box.left >= 0 && box.right <= VIEW.right && box.top >= 0 && box.bottom <= VIEW.bottom).toBe(true);
    }),
  );
});
