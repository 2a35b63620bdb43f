import { describe, expect, test } from 'vitest';
import { chooseMarks, MOST_MARKS, type MarkMode } from './choose-marks.ts';

const VIEW = { top: 0, height: 1000 };
const candidate = (entity: string, top: number): { entity: string; top: number } => ({ entity, top });

describe('which mentions are painted', () => {
  const cases: [
    name: string,
    mode: MarkMode,
    tops: [entity: string, top: number][],
    painted: [entity: string, first: boolean][],
  ][] = [
    [
      'repeats in a screenful are faint',
      'all',
      [
        ['a', 0],
        ['a', 900],
        ['b', 950],
      ],
      [
        ['a', true],
        ['a', false],
        ['b', true],
      ],
    ],
    [
      'the next screenful starts anew',
      'all',
      [
        ['a', 999],
        ['a', 1000],
      ],
      [
        ['a', true],
        ['a', true],
      ],
    ],
    [
      'first only',
      'first',
      [
        ['a', 0],
        ['a', 10],
        ['b', 20],
        ['a', 1500],
      ],
      [
        ['a', true],
        ['b', true],
        ['a', true],
      ],
    ],
    ['none until asked', 'none', [['a', 0]], []],
    [
      'above the document’s top',
      'all',
      [
        ['a', -10],
        ['a', 10],
      ],
      [
        ['a', true],
        ['a', true],
      ],
    ],
  ];
  test.each(cases)('%s', (_, mode, tops, painted) => {
    const marks = chooseMarks(
      tops.map(([entity, top]) => candidate(entity, top)),
      mode,
      VIEW,
    );
    expect(marks.map((mark) => [mark.candidate.entity, mark.first])).toEqual(painted);
  });

  test('no more than can be painted well, and those the nearest to the view, in order', () => {
    const candidates = Array.from({ length: 1000 }, (_, at) => candidate(`e${at}`, at * 10));
    const marks = chooseMarks(candidates, 'all', { top: 4500, height: 1000 });
    expect(marks).toHaveLength(MOST_MARKS);
    const tops = marks.map((mark) => mark.candidate.top);
    expect([tops[0], tops.at(-1)]).toEqual([3500, 6490]);
    expect(tops).toEqual([...tops].sort((a, b) => a - b));
  });
});
