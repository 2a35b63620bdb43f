import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Box, overlaps } from './geometry.ts';
import { CARD_WIDTH, GAP, isSheet, keepInView, type Placement, place, placeSheet, type Scene } from './placement.ts';

const LINE = 28;
const view: Box = { left: 0, top: 0, right: 1280, bottom: 800 };
const column: Box = { left: 300, top: 0, right: 920, bottom: 800 };
const box = (left: number, top: number, width: number, lines = 1): Box => ({
  left,
  top,
  right: left + width,
  bottom: top + lines * LINE,
});

const base: Scene = {
  mention: [box(400, 200, 60)],
  sentence: [box(300, 200, 620)],
  column,
  view,
  pointer: null,
  rtl: false,
  cardHeight: 420,
};

/** The box a card takes at a placement. */
function taken(at: Placement, cardHeight: number): Box {
  const height = Math.min(cardHeight, at.maxHeight);
  const top = at.side === 'above' ? at.edge - height : at.edge;
  return { left: at.left, top, right: at.left + at.width, bottom: top + height };
}

describe('where a card goes', () => {
  test.each<{ name: string; scene: Partial<Scene>; side: Placement['side'] | 'sheet'; where?: Partial<Placement> }>([
    { name: 'room below', scene: {}, side: 'below', where: { left: 400, edge: 200 + LINE + GAP, width: CARD_WIDTH } },
    { name: 'no room below', scene: { mention: [box(400, 700, 60)], sentence: [box(300, 700, 620)] }, side: 'above' },
    {
      name: 'a long sentence begins here: nearer above it than below',
      scene: { mention: [box(400, 460, 60)], sentence: [box(300, 460, 620, 4)] },
      side: 'above',
    },
    {
      name: 'a sentence of three lines, the mention in its last',
      scene: { mention: [box(400, 256, 60)], sentence: [box(300, 200, 620, 3)] },
      side: 'below',
      where: { edge: 200 + 3 * LINE + GAP },
    },
    {
      name: 'a sentence that fills the view: beside the column',
      scene: { mention: [box(400, 400, 60)], sentence: [box(300, 100, 620, 22)], column: { ...column, left: 100, right: 720 } },
      side: 'beside',
      where: { left: 720 + GAP },
    },
    {
      name: 'a sentence that fills the view, right to left: beside it at the left',
      scene: {
        mention: [box(700, 400, 60)],
        sentence: [box(560, 100, 620, 22)],
        column: { ...column, left: 560, right: 1180 },
        rtl: true,
      },
      side: 'beside',
      where: { left: 560 - GAP - CARD_WIDTH },
    },
    {
      name: 'no room beside either: under the line itself',
      scene: {
        mention: [box(20, 300, 60)],
        sentence: [box(0, 0, 620, 28)],
        column: { left: 0, top: 0, right: 640, bottom: 800 },
        view: { ...view, right: 640 },
      },
      side: 'below',
      where: { edge: 300 + LINE + GAP },
    },
    {
      name: 'at the right edge it moves in',
      scene: { mention: [box(1200, 200, 60)] },
      side: 'below',
      where: { left: 1280 - GAP - CARD_WIDTH },
    },
    {
      name: 'right to left it hangs from the right edge of the name',
      scene: { rtl: true, mention: [box(700, 200, 60)] },
      side: 'below',
      where: { left: 760 - CARD_WIDTH },
    },
    {
      name: 'a name over two lines, the pointer on the second',
      scene: { mention: [box(880, 200, 40), box(300, 228, 30)], sentence: [box(300, 200, 620, 2)], pointer: { x: 310, y: 240 } },
      side: 'below',
      where: { left: 300, edge: 228 + LINE + GAP },
    },
    {
      name: 'a header that stays at the top leaves no room above',
      scene: { view: { ...view, top: 420 }, mention: [box(400, 450, 60)], sentence: [box(300, 450, 620)], cardHeight: 300 },
      side: 'below',
    },
    {
      name: 'zoomed to 200 %',
      scene: {
        view: { ...view, right: 640, bottom: 400 },
        mention: [box(40, 20, 60)],
        sentence: [box(20, 20, 600)],
        column: { ...column, left: 20, right: 620 },
      },
      side: 'below',
      where: { edge: 20 + LINE + GAP, maxHeight: 400 - GAP - (20 + LINE + GAP) },
    },
    {
      name: 'a view too low for any card',
      scene: { view: { ...view, bottom: 200 }, mention: [box(400, 90, 60)] },
      side: 'sheet',
    },
  ])('$name: $side', ({ scene, side, where = {} }) => {
    const found = place({ ...base, ...scene });
    expect(found?.side ?? 'sheet').toBe(side);
    if (found !== null) expect(found).toMatchObject(where);
  });
});

const scenes: fc.Arbitrary<Scene> = fc
  .record({
    width: fc.integer({ min: 481, max: 2560 }),
    height: fc.integer({ min: 100, max: 1600 }),
    x: fc.double({ min: 0, max: 1, noNaN: true }),
    y: fc.double({ min: 0, max: 1, noNaN: true }),
    nameWidth: fc.integer({ min: 10, max: 300 }),
    linesBefore: fc.nat(8),
    linesAfter: fc.nat(8),
    rtl: fc.boolean(),
    cardHeight: fc.integer({ min: 80, max: 1200 }),
  })
  .map(({ width, height, x, y, nameWidth, linesBefore, linesAfter, rtl, cardHeight }) => {
    const left = x * (width - 10);
    const top = y * (height - LINE);
    const textColumn = { left: 16, top: 0, right: width - 16, bottom: height };
    return {
      mention: [box(left, top, nameWidth)],
      sentence: [box(16, top - linesBefore * LINE, width - 32, linesBefore + 1 + linesAfter)],
      column: textColumn,
      view: { left: 0, top: 0, right: width, bottom: height },
      pointer: null,
      rtl,
      cardHeight,
    };
  });

test('no card ever covers the line being read or leaves the view', () => {
  fc.assert(
    fc.property(scenes, (scene) => {
      const at = place(scene);
      fc.pre(at !== null);
      if (at === null) return;
      const card = taken(at, scene.cardHeight);
      expect(scene.mention.some((line) => overlaps(line, card))).toBe(false);
      expect(card.left).toBeGreaterThanOrEqual(scene.view.left);
      expect(card.right).toBeLessThanOrEqual(scene.view.right);
      expect(card.top).toBeGreaterThanOrEqual(scene.view.top);
      expect(card.bottom).toBeLessThanOrEqual(scene.view.bottom);
    }),
    { numRuns: 1000 },
  );
});

test('the sentence is never covered where a comfortable card fits below or above it', () => {
  fc.assert(
    fc.property(scenes, (scene) => {
      const [sentence] = scene.sentence;
      if (sentence === undefined) return;
      fc.pre(scene.view.bottom - sentence.bottom >= 340 || sentence.top - scene.view.top >= 340);
      const at = place(scene);
      expect(at !== null && overlaps(sentence, taken(at, scene.cardHeight))).toBe(false);
    }),
  );
});

test.each([
  { name: 'a phone', width: 390, coarse: true, sheet: true },
  { name: 'a narrow window', width: 480, coarse: false, sheet: true },
  { name: 'a desk', width: 481, coarse: false, sheet: false },
  { name: 'a tablet under a finger', width: 1024, coarse: true, sheet: true },
])('$name gets a sheet: $sheet', ({ width, coarse, sheet }) => {
  expect(isSheet(width, coarse)).toBe(sheet);
});

test.each([
  { name: 'in the view', corner: { x: 100, y: 100 }, kept: { x: 100, y: 100 } },
  { name: 'past the right foot', corner: { x: 2000, y: 2000 }, kept: { x: 1280 - GAP - 384, y: 800 - GAP - 400 } },
  { name: 'past the left top', corner: { x: -50, y: -50 }, kept: { x: GAP, y: GAP } },
])('a card moved $name', ({ corner, kept }) => {
  expect(keepInView(corner, { width: 384, height: 400 }, view)).toEqual(kept);
});

test.each([
  { name: 'the mention in the upper half', top: 200, along: 'foot', maxHeight: 800 - 200 - LINE - GAP },
  { name: 'the mention in the lower half', top: 600, along: 'head', maxHeight: 600 - GAP },
  { name: 'the mention at the very foot', top: 772, along: 'head', maxHeight: 772 - GAP },
])('a sheet with $name lies along the $along, up to its line', ({ top, along, maxHeight }) => {
  expect(placeSheet([box(20, top, 60)], { left: 0, top: 0, right: 400, bottom: 800 })).toEqual({ along, maxHeight });
});
