import fc from 'fast-check';
import { expect, test } from 'vitest';
import { anyHighlight } from './fixtures/arbitrary-highlight.ts';
import { MOST_ITEMS, parseHighlight } from './highlight.ts';
import { LONGEST_FIELD } from './longest-field.ts';

const [SAMPLE] = fc.sample(anyHighlight, { numRuns: 1, seed: 7 });
if (SAMPLE === undefined) throw new Error('no sample');
const { anchor, article } = SAMPLE;

test('every record is read as it was written', () => {
  fc.assert(
    fc.property(anyHighlight, (highlight) => {
      expect(parseHighlight(structuredClone(highlight))).toEqual(highlight);
    }),
  );
});

const REFUSED: [name: string, value: unknown][] = [
  ['nothing', undefined],
  ['an unknown key', { ...SAMPLE, admin: true }],
  ['a note too long', { ...SAMPLE, note: 'x'.repeat(LONGEST_FIELD + 1) }],
  ['an empty quote', { ...SAMPLE, anchor: { ...anchor, quote: { ...anchor.quote, exact: '' } } }],
  ['a position that ends before it starts', { ...SAMPLE, anchor: { ...anchor, position: { start: 2, end: 1 } } }],
  ['an offset that is no whole number', { ...SAMPLE, anchor: { ...anchor, position: { start: 0.5, end: 1 } } }],
  ['an address that is a script', { ...SAMPLE, article: { ...article, address: 'javascript:alert(1)' } }],
  ['too many aliases', { ...SAMPLE, article: { ...article, aliases: Array(MOST_ITEMS + 1).fill(article.address) } }],
  ['a colour we do not have', { ...SAMPLE, colour: 'mauve' }],
  ['an unsorted tag list', { ...SAMPLE, tags: ['b', 'a'] }],
  ['a tag twice', { ...SAMPLE, tags: ['a', 'a'] }],
  ['a tag with a line end', { ...SAMPLE, tags: ['a\nb'] }],
  ['a day that does not exist', { ...SAMPLE, created: '2020-02-30T00:00:00.000Z' }],
  ['a local time', { ...SAMPLE, created: '2020-02-21T00:00:00.000+03:00' }],
  ['an id with a path in it', { ...SAMPLE, id: '../../etc/passwd' }],
];
test.each(REFUSED)('refused: %s', (_name, value) => expect(parseHighlight(value)).toBeUndefined());

test('a field may be as long as the limit', () => {
  expect(parseHighlight({ ...SAMPLE, note: 'x'.repeat(LONGEST_FIELD) })?.note).toHaveLength(LONGEST_FIELD);
});
