import fc from 'fast-check';
import { expect, test } from 'vitest';
import { DocumentSet } from './document-set.ts';

const SIZE = 100;
const numbers = fc.uniqueArray(fc.nat(SIZE - 1));

function setOf(members: readonly number[]): DocumentSet {
  const set = new DocumentSet(SIZE);
  set.addAll(Uint32Array.from(members), 0);
  return set;
}

test('it has what was added, and as many, whatever the numbers', () => {
  fc.assert(
    fc.property(numbers, (members) => {
      const set = setOf(members);
      expect(set.count).toBe(members.length);
      for (let number = 0; number < SIZE; number++) expect(set.has(number)).toBe(members.includes(number));
    }),
  );
});

test('what is kept only where another has it is what both have, and the set it was copied from stays', () => {
  fc.assert(
    fc.property(numbers, numbers, (mine, theirs) => {
      const set = setOf(mine);
      const both = set.copy();
      both.keepOnly(setOf(theirs));
      expect(both.count).toBe(mine.filter((number) => theirs.includes(number)).length);
      expect(set.count).toBe(mine.length);
      expect(set.countOf(Uint32Array.from(theirs), 0)).toBe(both.count);
    }),
  );
});

test('numbers are moved on by where their part begins', () => {
  const set = new DocumentSet(SIZE);
  set.addAll(Uint32Array.of(0, 31), 40);
  expect([set.has(40), set.has(71), set.has(0)]).toEqual([true, true, false]);
  expect(set.countOf(Uint32Array.of(0, 1), 40)).toBe(1);
});
