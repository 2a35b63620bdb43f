import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { anyHighlight } from './fixtures/arbitrary-highlight.ts';
import { byArticle, byDay, byEntity } from './groups.ts';
import type { Highlight } from './highlight.ts';

const [sample] = fc.sample(anyHighlight, { numRuns: 1, seed: 5 });
if (sample === undefined) throw new Error('no sample');
const made = (fields: Partial<Highlight>): Highlight => ({ ...sample, ...fields });

describe('by day', () => {
  const late = made({ created: '2020-02-21T22:30:00.000Z' });
  test.each([
    ['UTC', '2020-02-21'],
    ['Europe/Istanbul', '2020-02-22'],
    ['America/New_York', '2020-02-21'],
  ])('half past ten in the evening UTC, in %s', (zone, day) => {
    expect(byDay([late], zone).map(({ key }) => key)).toEqual([day]);
  });
  test('an unknown zone is refused', () => expect(() => byDay([late], 'Middle/Earth')).toThrow(RangeError));
});

test('by article: an alias is the same article', () => {
  const [page, mobile] = ['https://paper.example/a', 'https://m.paper.example/a'];
  const of = (address: string, aliases: string[]): Highlight => made({ article: { ...sample.article, address, aliases } });
  const [one, two, three] = [of(page, [mobile]), of(mobile, []), of('https://paper.example/b', [])];
  expect(byArticle([one, two, three])).toEqual([
    { key: page, highlights: [one, two] },
    { key: 'https://paper.example/b', highlights: [three] },
  ]);
});

test('by entity: once in each of its entities’ groups', () => {
  const entity = (id: string) => ({ id, name: id, lang: 'en', facts: [], knownUntil: '2026-11-01' });
  const both = made({ entities: [entity('place/idlib'), entity('place/sochi'), entity('place/idlib')] });
  const none = made({ entities: [] });
  expect(byEntity([both, none])).toEqual([
    { key: 'place/idlib', highlights: [both] },
    { key: 'place/sochi', highlights: [both] },
  ]);
});

test('nothing is lost and nothing is doubled', () => {
  fc.assert(
    fc.property(fc.array(anyHighlight, { maxLength: 20 }), (highlights) => {
      for (const groups of [byDay(highlights, 'Asia/Damascus'), byArticle(highlights)]) {
        expect(new Set(groups.flatMap((group) => group.highlights))).toEqual(new Set(highlights));
        expect(new Set(groups.map(({ key }) => key)).size).toBe(groups.length);
      }
    }),
  );
});
