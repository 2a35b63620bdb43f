import fc from 'fast-check';
import { expect, test } from 'vitest';
import { foldedLetters } from './fold.ts';
import { APART, DOTTED, JOINED, joint, newToken, nextToken } from './tokens.ts';

function tokensOf(text: string): { start: number; end: number; a: number; b: number }[] {
  const token = newToken();
  const found = [];
  for (let from = 0; nextToken(text, from, token); from = token.end) found.push({ ...token });
  return found;
}

test.each<[name: string, text: string, ...tokens: string[]]>([
  ['spaces and punctuation', ' Idlib, Syria. ', 'Idlib', 'Syria'],
  ['suffix after an apostrophe', 'Erdoğan’ın', 'Erdoğan', 'ın'],
  ['hyphens and apostrophes', "Ma'arrat al-Nuʿmān", 'Ma', 'arrat', 'al', 'Nu', 'mān'],
  ['decomposed letters stay whole', 'I\u0307dlib', 'I\u0307dlib'],
  ['short vowels belong to the word', 'إِدْلِبُ.', 'إِدْلِبُ'],
  ['invisible signs at the edges stay out', '\u200fIdlib\u200f', 'Idlib'],
  ['invisible signs inside do not', 'Id\u00adlib', 'Id\u00adlib'],
  ['digits', 'S/2018/852', 'S', '2018', '852'],
  ['footnote numbers are no part of the word', 'Idlib²', 'Idlib'],
  ['emoji separate', '🔥Idlib👩‍🚒Syria', 'Idlib', 'Syria'],
  ['Han characters are single', 'a索契b', 'a', '索', '契', 'b'],
  ['Han beyond the BMP', 'a𠀀b', 'a', '𠀀', 'b'],
  ['letters beyond the BMP', '𝐈𝐝 x', '𝐈𝐝', 'x'],
  ['halves of surrogate pairs separate', 'a\ud83db\udd25c', 'a', 'b', 'c'],
  ['marks without a letter are nothing', '\u0301 \u200d\u0301'],
])('tokens: %s', (_name, text, ...tokens) => {
  expect(tokensOf(text).map(({ start, end }) => text.slice(start, end))).toEqual(tokens);
});

test.each<[name: string, text: string, how: number]>([
  ['space', 'a b', JOINED],
  ['wide, no-break and line-end space', 'a\u00a0\u2009\n b', JOINED],
  ['hyphen', 'a-b', JOINED],
  ['no-break hyphen', 'a‑b', JOINED],
  ['apostrophe', 'a’b', JOINED],
  ['invisible sign at a space', 'a\u200f b', JOINED],
  ['nothing between Han', '索契', JOINED],
  ['quotation mark that opens', 'a “b', JOINED],
  ['quotation mark that closes', 'a" b', JOINED],
  ['quotation mark with a comma', 'a," b', APART],
  ['quotation mark between spaces', 'a « b', JOINED],
  ['quotation mark between wide spaces', 'a  «  b', APART],
  ['full stop', 'U.N', DOTTED],
  ['full stop and space', 'R. T', DOTTED],
  ['comma', 'a, b', APART],
  ['slash', 'a/b', APART],
  ['en dash', 'a–b', APART],
  ['hyphen used as a dash', 'a - b', APART],
  ['apostrophe that closes a quotation', 'a’ b', APART],
  ['genitive of many', 'workers’ b', JOINED],
  ['two full stops', 'a..b', APART],
  ['emoji', 'a🔥b', APART],
  ['question mark', 'a? b', APART],
])('joint: %s', (_name, text, how) => {
  const [first, second] = tokensOf(text);
  expect(joint(text, first?.end ?? 0, second?.start ?? 0)).toBe(how);
});

test('tokens have the same hash exactly when they fold alike', () => {
  const letters = fc.string({
    unit: fc.constantFrom(...'aAáÁbBßsſiİıI\u0301\u0307\u0306ёеийيىةهأا2٢'),
    minLength: 1,
    maxLength: 6,
  });
  fc.assert(
    fc.property(letters, letters, (one, other) => {
      const [first] = tokensOf(one);
      const [second] = tokensOf(other);
      fc.pre(first !== undefined && second !== undefined);
      const alike = foldedLetters(one, first.start, first.end) === foldedLetters(other, second.start, second.end);
      expect(first.a === second.a && first.b === second.b).toBe(alike);
    }),
    { numRuns: 2000 },
  );
});

test('tokens cover exactly the letters of any text', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (text) => {
      let end = 0;
      for (const token of tokensOf(text)) {
        expect(token.start).toBeGreaterThanOrEqual(end);
        expect(token.end).toBeGreaterThan(token.start);
        expect(tokensOf(text.slice(end, token.start))).toEqual([]);
        end = token.end;
      }
    }),
  );
});
