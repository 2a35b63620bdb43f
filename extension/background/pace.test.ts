import { expect, test } from 'vitest';
import { Pace } from './pace.ts';

function taken(pace: Pace, tab: number, times: readonly number[]): number {
  return times.filter((now) => {
    try {
      pace.count(tab, now);
      return true;
    } catch (error) {
      expect(error).toMatchObject({ code: 'too-many' });
      return false;
    }
  }).length;
}

const at = (count: number, from: number, step: number): number[] =>
  Array.from({ length: count }, (_, place) => from + place * step);

test.each([
  ['a hundred at once', at(100, 0, 0), 20],
  ['a hundred in a second', at(100, 0, 10), 20],
  ['ten a second for ten seconds', at(100, 0, 100), 100],
  ['twenty, and twenty a second later', [...at(20, 0, 0), ...at(20, 1000, 0)], 40],
])('of %s so many are taken', (_name, times, expected) => {
  expect(taken(new Pace(), 1, times)).toBe(expected);
});

test('tabs do not use up each other’s', () => {
  const pace = new Pace();
  expect([taken(pace, 1, at(30, 0, 0)), taken(pace, 2, at(30, 0, 0))]).toEqual([20, 20]);
});
