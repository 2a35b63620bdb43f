import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { ArticleText } from '../text/article-text.ts';
import { Anchor } from './highlight.ts';
import { LONGEST_FIELD } from './longest-field.ts';
import { makeAnchor, sentenceOf, trimPassage } from './make-anchor.ts';
import * as v from 'valibot';

const BLOCKS = [
  { text: 'Talks in Sochi' },
  { text: 'The ministers met on Monday. They spoke about the road. It joins Aleppo and Latakia.' },
  { text: 'Ankara agreed. Damascus did not.' },
];
const ARTICLE = new ArticleText(BLOCKS);
const at = (text: string): [number, number] => [ARTICLE.text.indexOf(text), ARTICLE.text.indexOf(text) + text.length];

test.each([
  ['a few words', 'about the road', { sentence: 'They spoke about the road.', paragraph: BLOCKS[1]?.text }],
  [
    'over two sentences',
    'road. It joins',
    { sentence: 'They spoke about the road. It joins Aleppo and Latakia.', paragraph: BLOCKS[1]?.text },
  ],
  [
    'over two paragraphs',
    'Latakia.\nAnkara',
    { sentence: 'It joins Aleppo and Latakia.\nAnkara agreed.', paragraph: `${BLOCKS[1]?.text}\n${BLOCKS[2]?.text}` },
  ],
  ['the last words', 'did not.', { sentence: 'Damascus did not.', paragraph: BLOCKS[2]?.text }],
])('the anchor of %s', (_name, exact, wanted) => {
  const [start, end] = at(exact);
  const anchor = makeAnchor(ARTICLE, start, end);
  expect(anchor).toMatchObject({ quote: { exact }, position: { start, end }, ...wanted });
  expect(ARTICLE.text).toContain(`${anchor?.quote.prefix}${exact}${anchor?.quote.suffix}`);
});

describe('what a record cannot hold', () => {
  const long = new ArticleText([{ text: 'word '.repeat(20_000).trimEnd() }]);
  test('a passage longer than a field has no anchor', () => {
    expect(makeAnchor(long, 0, LONGEST_FIELD + 1)).toBeNull();
    expect(makeAnchor(long, 0, LONGEST_FIELD)).not.toBeNull();
  });
  test('sentence and paragraph are cut', () => {
    const anchor = makeAnchor(long, 10, 14);
    expect(anchor?.sentence).toHaveLength(LONGEST_FIELD);
    expect(anchor?.paragraph).toHaveLength(LONGEST_FIELD);
  });
});

test('every anchor is a valid record’s', () => {
  fc.assert(
    fc.property(fc.array(fc.string({ minLength: 1 }), { minLength: 1 }), fc.nat(), fc.nat(), (texts, one, other) => {
      const article = new ArticleText(texts.map((text) => ({ text })));
      const start = one % article.text.length;
      const passage = trimPassage(article.text, start, start + 1 + (other % (article.text.length - start)));
      if (passage === null) return;
      expect(v.safeParse(Anchor, makeAnchor(article, passage.start, passage.end)).success).toBe(true);
    }),
  );
});

test.each<[string, string, [number, number], string | null]>([
  ['words', 'one two', [0, 3], 'one'],
  ['white space around', ' one \n two', [0, 6], 'one'],
  ['to the next block’s start', 'one\ntwo', [0, 4], 'one'],
  ['white space inside stays', 'one  two', [0, 8], 'one  two'],
  ['only white space', 'one \n two', [3, 6], null],
  ['nothing', 'one', [1, 1], null],
])('trimmed: %s', (_name, text, [start, end], wanted) => {
  const trimmed = trimPassage(text, start, end);
  expect(trimmed && text.slice(trimmed.start, trimmed.end)).toBe(wanted);
});

test('the sentence round an offset', () => {
  const text = BLOCKS[1]?.text ?? '';
  const { start, end } = sentenceOf(text, text.indexOf('road'));
  expect(text.slice(start, end).trim()).toBe('They spoke about the road.');
});
