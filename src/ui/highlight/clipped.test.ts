import fc from 'fast-check';
import { expect, test } from 'vitest';
import { clipped } from './clipped.ts';

test.each([
  { name: 'a short text stays as it is', text: 'Idlib', longest: 10, shown: 'Idlib' },
  { name: 'a long one is cut between words', text: 'the path to a settlement', longest: 14, shown: 'the path to…' },
  { name: 'one long word is cut inside', text: 'Bundesaußenministerium', longest: 8, shown: 'Bundesa…' },
  { name: 'a pair of surrogates is not torn', text: '😀😀😀😀', longest: 4, shown: '😀…' },
])('$name', ({ text, longest, shown }) => {
  expect(clipped(text, longest)).toBe(shown);
});

test('is never longer than asked, nor half a character', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), fc.integer({ min: 2, max: 40 }), (text, longest) => {
      const shown = clipped(text, longest);
      expect(shown.length).toBeLessThanOrEqual(longest);
      expect(shown.isWellFormed()).toBe(true);
    }),
  );
});
