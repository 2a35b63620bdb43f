import { expect, test } from 'vitest';
import { ArticleText } from './article-text.ts';

const blocks = ['Headline', '', 'First paragraph.', 'Second one.'].map((text) => ({ text }));
const article = new ArticleText(blocks);
const [headline, , first, second] = blocks;

test('blocks stand on lines of their own', () => {
  expect(article.text).toBe('Headline\n\nFirst paragraph.\nSecond one.');
});

test.each([
  { name: 'the first block begins the article', block: headline, offset: 3, at: 3 },
  { name: 'an empty block still has its line', block: first, offset: 0, at: 10 },
  { name: 'the end of the last block', block: second, offset: 11, at: 38 },
])('$name', ({ block, offset, at }) => {
  expect(block && article.offsetOf(block, offset)).toBe(at);
});

test('a block of another article has no place in it', () => {
  expect(article.offsetOf({ text: 'Headline' }, 0)).toBeUndefined();
});

test.each([
  { name: 'within one block', from: 'First', to: 'paragraph', parts: ['First paragraph'] },
  { name: 'over two blocks', from: 'paragraph.', to: 'Second', parts: ['paragraph.', 'Second'] },
  { name: 'over an empty block, which has nothing to draw', from: 'Headline', to: 'First', parts: ['Headline', 'First'] },
])('a stretch $name', ({ from, to, parts }) => {
  const stretches = article.stretchesOf(article.text.indexOf(from), article.text.indexOf(to) + to.length);
  expect(stretches.map(({ block, start, end }) => block.text.slice(start, end))).toEqual(parts);
});
