import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Mention } from '../mention.ts';
import { longestOf } from './longest-of.ts';

const mention = (id: string, start: number, end: number): Mention => ({
  id,
  kind: 'place',
  start,
  end,
  why: { form: id, evidence: 'name' },
});
const ids = (mentions: readonly Mention[]) => mentions.map(({ id }) => id);

describe('of two packs', () => {
  test.each<[name: string, ours: Mention[], theirs: Mention[], taken: string[]]>([
    ['both are taken where they do not meet', [mention('a', 6, 9)], [mention('b', 0, 5)], ['b', 'a']],
    ['ours is taken where both are as long', [mention('a', 0, 5)], [mention('b', 0, 5)], ['a']],
    ['the longer is taken', [mention('a', 0, 5)], [mention('b', 0, 8)], ['b']],
    ['the longer is taken, also ours', [mention('a', 0, 8)], [mention('b', 0, 5), mention('c', 6, 8)], ['a']],
    ['the longer takes both it crosses', [mention('a', 0, 5), mention('c', 6, 9)], [mention('b', 3, 12)], ['b']],
    [
      'what the longest keeps out leaves room for others',
      [mention('a', 0, 9)],
      [mention('b', 8, 12), mention('c', 12, 14)],
      ['a', 'c'],
    ],
  ])('%s', (_name, ours, theirs, taken) => {
    expect(ids(longestOf([ours, theirs]))).toEqual(taken);
  });

  test('ours stays as it is unless a longer mention crosses it', () => {
    const apart = fc.array(fc.tuple(fc.nat(9), fc.integer({ min: 1, max: 9 })), { maxLength: 8 }).map((gaps) =>
      gaps.reduce<Mention[]>((before, [gap, length]) => {
        const start = (before.at(-1)?.end ?? 0) + gap;
        return [...before, mention(`m${start}`, start, start + length)];
      }, []),
    );
    fc.assert(
      fc.property(apart, apart, (ours, theirs) => {
        const taken = longestOf([ours, theirs]);
        for (const one of ours) {
          const isCrossed = theirs.some(
            ({ start, end }) => start < one.end && one.start < end && end - start > one.end - one.start,
          );
          if (!isCrossed) expect(taken).toContain(one);
        }
        taken.slice(1).forEach((one, at) => expect(one.start).toBeGreaterThanOrEqual(taken[at]?.end ?? 0));
      }),
    );
  });
});
