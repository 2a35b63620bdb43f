import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { align } from './align.ts';

const words = (text: string): Int32Array => Int32Array.from(text, (letter) => letter.charCodeAt(0));
const aligned = (short: string, long: string, shift: number, slack = 8, freeEnds = true): number[] =>
  Array.from(align(words(short), words(long), { shift, slack, freeEnds }));

describe('looking for a place', () => {
  test.each<[name: string, short: string, long: string, shift: number, expected: number[]]>([
    ['where it should be', 'abc', 'xxabcxx', 2, [2, 3, 4]],
    ['a few words off', 'abc', 'xxxxxabcxx', 2, [5, 6, 7]],
    ['a word replaced', 'abc', 'xaycx', 1, [1, 2, 3]],
    ['a word dropped', 'abcd', 'xabdx', 1, [1, 2, -1, 3]],
    ['a word added', 'abcd', 'xabycdx', 1, [1, 2, 4, 5]],
    [
      'the beginning is gone with the text before it',
      'abcdefghijklmnopqrstuvwxyz',
      'xyz',
      -23,
      [...Array<number>(23).fill(-1), 0, 1, 2],
    ],
    ['the end is gone with the text after it', 'abcdefghijklmnopqrstuvwxyz', 'abc', 0, [0, 1, 2, ...Array<number>(23).fill(-1)]],
    ['out of the band’s reach', 'abc', 'xxxxxxxxxxxxabc', 0, [-1, -1, -1]],
    ['no text', 'abc', '', 0, [-1, -1, -1]],
  ])('%s', (_name, short, long, shift, expected) => {
    const found = aligned(short, long, shift);
    // Replacements of words that have nothing in common with the text may fall anywhere.
    const same = found.map((at, i) => (long[at] === short[i] || expected[i] === at ? at : -1));
    expect(same).toEqual(expected);
  });
});

const anyWords = fc.array(fc.integer({ min: 0, max: 3 }), { maxLength: 30 }).map((list) => Int32Array.from(list));

describe('for any rows', () => {
  test('indices rise and lie in the text', () => {
    fc.assert(
      fc.property(
        anyWords,
        anyWords,
        fc.integer({ min: -20, max: 20 }),
        fc.nat(12),
        fc.boolean(),
        (a, b, shift, slack, freeEnds) => {
          const kept = align(a, b, { shift, slack, freeEnds }).filter((at) => at >= 0);
          for (const [i, at] of kept.entries()) {
            expect(at).toBeLessThan(b.length);
            expect(at).toBeGreaterThan(kept[i - 1] ?? -1);
          }
        },
      ),
    );
  });
  test('a row within another is found whole', () => {
    fc.assert(
      fc.property(anyWords, anyWords, anyWords, (before, row, after) => {
        const text = Int32Array.from([...before, ...row, ...after]);
        const found = align(row, text, { shift: before.length, slack: 4, freeEnds: true });
        expect(Array.from(found, (at) => text[at])).toEqual([...row]);
      }),
    );
  });
});
