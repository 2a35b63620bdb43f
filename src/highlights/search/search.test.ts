import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { plainPassage } from '../fixtures/plain-passage.ts';
import { documentOf, type SearchDocument } from './document.ts';
import { hasPhrases, matchesIn } from './matches.ts';
import { buildPart, openPart } from './part.ts';
import { parseQuery } from './query.ts';
import { type Outdated, type Search, SearchIndex } from './search.ts';
import type { Highlight } from '../highlight.ts';

const midnight = (day: string): number => Date.parse(`${day}T00:00:00Z`);
const NOTHING = openPart(buildPart([]));

function passage(
  id: string,
  with_: Partial<Record<'quote' | 'note' | 'title' | 'address' | 'written' | 'created', string>>,
  tags: string[] = [],
): Highlight {
  const {
    quote = 'words',
    note = '',
    title = 'A title',
    address = 'https://www.example.org/a',
    written,
    created = '2026-11-20T10:00:00.000Z',
  } = with_;
  return plainPassage(quote, {
    id,
    article: {
      address,
      aliases: [],
      title,
      site: 'Example',
      ...(written !== undefined && { date: { day: written, how: 'meta' } }),
    },
    note,
    tags,
    entities: [{ id: 'place/idlib', name: 'İdlib', lang: 'tr', facts: [], knownUntil: '2026-03' }],
    created,
    modified: created,
  });
}

const PASSAGES = [
  passage('ceasefire', { quote: 'The cease-fire in Idlib held', written: '2020-02-21', created: '2026-11-01T10:00:00.000Z' }, [
    'Thesis ch. 2',
  ]),
  passage('erdogan', {
    quote: 'ERDOĞAN’ın sözleri',
    title: 'Cumhurbaşkanı konuştu',
    address: 'https://haber.example/x',
    written: '2019-10-22',
    created: '2026-11-10T10:00:00.000Z',
  }),
  passage('arabic', {
    quote: 'وقف إطلاق النار في الإدلبية',
    address: 'https://akhbar.example/1',
    created: '2026-11-12T10:00:00.000Z',
  }),
  passage('russian', {
    quote: 'Её слова о Сочи',
    note: 'compare with the memorandum',
    address: 'https://novosti.example/2',
    created: '2026-11-20T10:00:00.000Z',
  }),
];

const index = new SearchIndex(openPart(buildPart(PASSAGES.map(documentOf))), NOTHING, []);
const ids = (query: string, order: Search['order'] = 'saved'): readonly string[] =>
  index
    .find({ conditions: parseQuery(query, midnight), order })
    .rows(0, 50)
    .map(({ id }) => id);

describe('a query finds', () => {
  test.each([
    {
      name: 'everything where nothing is asked, the last saved first',
      query: '',
      found: ['russian', 'arabic', 'erdogan', 'ceasefire'],
    },
    { name: 'a word by its beginning', query: 'idl', found: ['russian', 'arabic', 'erdogan', 'ceasefire'] },
    { name: 'without accents what has them', query: 'erdogan', found: ['erdogan'] },
    { name: 'the dotted capital i', query: 'SÖZLERİ', found: ['erdogan'] },
    { name: 'a Russian ё as е', query: 'ее', found: ['russian'] },
    { name: 'an Arabic word behind its article', query: 'نار', found: ['arabic'] },
    { name: 'all of several words', query: 'memorandum compare', found: ['russian'] },
    { name: 'nothing where one is missing', query: 'memorandum ceasefire', found: [] },
    { name: 'words of the title', query: 'konuştu', found: ['erdogan'] },
    { name: 'a tag', query: 'tag:thesis', found: ['ceasefire'] },
    { name: 'a tag of several words, in quotation marks', query: 'tag:"thesis ch"', found: ['ceasefire'] },
    { name: 'a site without its www', query: 'site:example.org', found: ['ceasefire'] },
    { name: 'an entity by the beginning of its name', query: 'about:idl tag:thesis', found: ['ceasefire'] },
    { name: 'what was saved before a day', query: 'before:2026-11-10', found: ['ceasefire'] },
    { name: 'what was saved after a day, that day left out', query: 'after:2026-11-12', found: ['russian'] },
    { name: 'articles written in a year', query: 'written:2020', found: ['ceasefire'] },
    { name: 'articles written in a month', query: 'written:2019-10', found: ['erdogan'] },
    { name: 'no article for a day that is none, but the words', query: 'written:2019-13', found: [] },
  ])('$name', ({ query, found }) => {
    expect(ids(query)).toEqual(found);
  });

  test('by the day of the article, unknown days last', () => {
    expect(ids('', 'written')).toEqual(['ceasefire', 'erdogan', 'russian', 'arabic']);
  });

  test('by site', () => {
    expect(ids('', 'site')).toEqual(['arabic', 'ceasefire', 'erdogan', 'russian']);
  });
});

test('groups come in the order of their first passage and name what they have in common', () => {
  const found = index.find({ conditions: [], order: 'saved', group: 'site' });
  expect(found.rows(1, 2)).toEqual([
    { id: 'arabic', group: 'akhbar.example' },
    { id: 'erdogan', group: 'haber.example' },
  ]);
});

test('what is in no group comes last', () => {
  const found = index.find({ conditions: [], order: 'saved', group: 'tag' });
  const groups = found.rows(0, found.total).map(({ group }) => group !== undefined);
  expect(groups).toContain(true);
  expect(groups.lastIndexOf(true)).toBe(groups.indexOf(false) - 1);
});

test('values are counted among what was found', () => {
  const found = index.find({ conditions: parseQuery('before:2026-11-12', midnight), order: 'saved' });
  expect(
    found
      .counts('site', 5)
      .map(({ value, count }) => `${value} ${count}`)
      .sort(),
  ).toEqual(['example.org 1', 'haber.example 1']);
  expect(found.counts('entity', 5)).toEqual([{ value: 'place/idlib', count: 2 }]);
});

describe('matches', () => {
  test.each([
    { name: 'the whole word whose beginning was typed', text: 'The memorandum', query: 'memo', shown: ['memorandum'] },
    { name: 'a name in capitals with its diacritics', text: 'ERDOĞAN’ın sözleri', query: 'erdogan', shown: ['ERDOĞAN'] },
    { name: 'a phrase as one stretch', text: 'a cease-fire, held', query: '"cease fire"', shown: ['cease-fire'] },
    { name: 'no part of a phrase alone', text: 'cease to fire', query: '"cease fire"', shown: [] },
    { name: 'what two words cover once', text: 'Idlib', query: 'idl idlib', shown: ['Idlib'] },
  ])('$name', ({ text, query, shown }) => {
    expect(matchesIn(text, parseQuery(query, midnight)).map(({ start, end }) => text.slice(start, end))).toEqual(shown);
  });

  test('a phrase must stand in a row in one text', () => {
    const phrase = parseQuery('"cease fire"', midnight);
    expect(hasPhrases(['cease', 'fire'], phrase)).toBe(false);
    expect(hasPhrases(['no', 'a cease fire'], phrase)).toBe(true);
  });
});

const WORDS = ['idlib', 'sochi', 'ankara', 'moskva', 'memorandum', 'idl', 'soc'];
const documents = fc.uniqueArray(
  fc.record({
    id: fc.stringMatching(/^[a-z0-9-]{8,12}$/),
    created: fc.integer({ min: 1_500_000_000, max: 1_500_000_050 }).map((seconds) => seconds * 1000),
    written: fc.constantFrom(0, 20200221, 20180917),
    terms: fc.uniqueArray(fc.constantFrom(...WORDS)),
  }),
  { selector: ({ id }) => id, maxLength: 40 },
);
const query = fc.array(fc.constantFrom('id', 'idlib', 'so', 'm', 'x'), { maxLength: 3 });

/** What a plain look through all documents finds. */
function scan(all: readonly SearchDocument[], starts: readonly string[]): readonly string[] {
  return all
    .filter(({ terms }) => starts.every((start) => terms.some((term) => term.startsWith(start))))
    .map(({ id }) => id)
    .sort();
}

function search(all: SearchIndex, starts: readonly string[]): readonly string[] {
  const found = all.find({ conditions: starts.map((start) => ({ kind: 'word', start })), order: 'saved' });
  return found
    .rows(0, found.total)
    .map(({ id }) => id)
    .sort();
}

test('the index finds what a plain look through all documents finds', () => {
  fc.assert(
    fc.property(documents, query, (all, starts) => {
      expect(search(new SearchIndex(openPart(buildPart(all)), NOTHING, []), starts)).toEqual(scan(all, starts));
    }),
  );
});

test('changes count at once, and merging the parts changes no result', () => {
  fc.assert(
    fc.property(documents, documents, query, (older, newer, starts) => {
      const changed = newer.map((document) => older.find(({ id }) => id === document.id) ?? document);
      const outdated: Outdated[] = older.slice(0, 5).concat(changed);
      const kept = older.filter(({ id }) => !outdated.some((gone) => gone.id === id));
      const split = new SearchIndex(openPart(buildPart(older)), openPart(buildPart(changed)), outdated);
      const all = [...kept, ...changed];
      expect(split.documents).toBe(all.length);
      expect(search(split, starts)).toEqual(scan(all, starts));
      expect(new Uint8Array(split.merged())).toEqual(new Uint8Array(buildPart(all)));
      expect(search(new SearchIndex(openPart(split.merged()), NOTHING, []), starts)).toEqual(scan(all, starts));
    }),
  );
});

test.each([
  { name: 'an empty buffer', buffer: new ArrayBuffer(0) },
  { name: 'a buffer cut short', buffer: buildPart(PASSAGES.map(documentOf)).slice(0, -1) },
  { name: 'another format', buffer: new ArrayBuffer(64) },
])('$name is refused', ({ buffer }) => {
  expect(() => openPart(buffer)).toThrow(RangeError);
});
