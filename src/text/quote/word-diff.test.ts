import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { changedLetters, wordDiff } from './word-diff.ts';

/** Written as `same[-removed-]{+added+}`. */
const shown = (before: string, after: string): string =>
  wordDiff(before, after)
    .map(({ kind, text }) => (kind === 'same' ? text : kind === 'removed' ? `[-${text}-]` : `{+${text}+}`))
    .join('');

test.each<[name: string, before: string, after: string, expected: string]>([
  ['nothing', 'in Idlib today', 'in Idlib today', 'in Idlib today'],
  ['a number', 'killed 33 soldiers', 'killed 34 soldiers', 'killed [-33 -]{+34 +}soldiers'],
  ['a word added', 'in Idlib', 'in northern Idlib', 'in {+northern +}Idlib'],
  ['a word dropped', 'in northern Idlib', 'in Idlib', 'in [-northern -]Idlib'],
  ['a sign', 'Idlib, Syria', 'Idlib Syria', 'Idlib [-, -]Syria'],
  ['white space only', 'in  Idlib', 'in Idlib', 'in Idlib'],
  ['all of it', 'yes', 'no', '[-yes-]{+no+}'],
  ['from nothing', '', 'Idlib', '{+Idlib+}'],
  ['Arabic', 'مقتل 33 جنديا', 'مقتل 34 جنديا', 'مقتل [-33 -]{+34 +}جنديا'],
  ['Chinese, by character', '土耳其军队', '土耳其政府', '土耳其[-军队-]{+政府+}'],
])('%s', (_name, before, after, expected) => expect(shown(before, after)).toBe(expected));

describe('changed letters', () => {
  test.each<[name: string, before: string, after: string, letters: number]>([
    ['nothing', 'Idlib', 'Idlib', 0],
    ['case and diacritics only', 'Erdoğan', 'ERDOGAN', 0],
    ['one letter of a word', 'Idlib', 'Idleb', 1],
    ['a number, however long', '1,250 dead', '980 dead', 1],
    ['a number for a word', 'ten dead', '10 dead', 3],
    ['a word added', 'in Idlib', 'in northern Idlib', 8],
  ])('%s', (_name, before, after, letters) => expect(changedLetters(wordDiff(before, after))).toBe(letters));
});

const anyText = fc.string({ unit: fc.constantFrom(...'abİ ,.\n٣3軍\u0301𝐈'), maxLength: 60 });
const bare = (text: string): string => text.replace(/\s/g, '');

test('for any two texts, the parts give both back', () => {
  fc.assert(
    fc.property(anyText, anyText, (before, after) => {
      const parts = wordDiff(before, after);
      const joined = (without: string): string => parts.map(({ kind, text }) => (kind === without ? '' : text)).join('');
      expect(joined('removed')).toBe(after);
      expect(bare(joined('added'))).toBe(bare(before));
      for (const [i, { kind }] of parts.entries()) expect(kind).not.toBe(parts[i - 1]?.kind);
    }),
  );
});

test('very long and very different texts are shown as replaced, soon', () => {
  const parts = wordDiff('one '.repeat(16_000), 'two '.repeat(100));
  expect(parts.map(({ kind }) => kind)).toEqual(['removed', 'added']);
});
