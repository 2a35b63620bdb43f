import * as v from 'valibot';
import { describe, expect, test } from 'vitest';
import { brief, FACTS_BEFORE, holdersOn } from './brief.ts';
import { Briefing } from './briefing.ts';
import type { PackView } from './pack-view.ts';
import type { ShippedEntity, ShippedFact } from './shipped.ts';

const source = (key: string) => ({ publisher: key, title: key, url: `https://example.org/${key}`, date: '2020' });
const fact = (dates: Partial<ShippedFact>, text: string, more: Partial<ShippedFact> = {}): ShippedFact => ({
  ...dates,
  text: { en: text },
  sources: [0],
  concerns: [],
  disputed: [],
  ...more,
});
const entity = (id: string, more: Partial<ShippedEntity> = {}): ShippedEntity => ({
  id,
  kind: 'place',
  names: { en: id, tr: `${id} tr`, ar: `${id} ar`, ru: `${id} ru` },
  about: { en: `about ${id}`, tr: `${id} hakkında` },
  statuses: [],
  facts: [],
  related: [],
  sources: [source(`${id}-0`), source(`${id}-1`)],
  ...more,
});

const idlib = entity('place/idlib', {
  statuses: [
    { from: '2015-03-28', until: '2018-09-17', text: { en: 'held by opposition forces' }, sources: [1] },
    { from: '2018-09-17', text: { en: 'inside a demilitarised line' }, sources: [1] },
  ],
  facts: [
    fact({ on: '2015-03-28' }, 'one'),
    fact({ on: '2017-05-04' }, 'two', { concerns: ['agreement/astana'] }),
    fact({ on: '2018-09-17' }, 'three', { concerns: ['agreement/sochi'], sources: [1, 0] }),
    fact({ from: '2019-04-30', until: '2020-03-05' }, 'four'),
    fact({ on: '2019-12-19' }, 'five'),
    fact({ on: '2020-02' }, 'the same month'),
    fact({ on: '2020-02-21' }, 'the same day'),
    fact({ on: '2020-02-22' }, 'the day after'),
    fact({ on: '2024-12-08' }, 'much later', { disputed: [{ by: { en: 'someone' }, text: { en: 'not so' }, sources: [1] }] }),
  ],
});
const minister = entity('office/minister', {
  kind: 'office',
  office: {
    country: 'turkey',
    post: 'foreign-minister',
    holders: 'single',
    tenures: [
      { person: 'person/first', from: '2009-05-01', until: '2014-08-29', acting: false, sources: [0] },
      { person: 'person/second', from: '2014-08-29', until: '2023-06-03', acting: false, sources: [0] },
      { person: 'person/third', from: '2023-06-03', acting: false, sources: [1] },
    ],
  },
});
const ministry = entity('organisation/ministry', { kind: 'organisation', ledBy: minister.id });
const persons = ['first', 'second', 'third'].map((who) => entity(`person/${who}`, { kind: 'person' }));
const all = new Map([idlib, minister, ministry, ...persons].map((one) => [one.id, one]));
const pack: PackView = { entity: (id) => all.get(id), offices: [minister], map: () => undefined, knownUntil: '2026-11' };
const on = (day: string | null, inArticle: string[] = []) => ({ day, lang: 'en' as const, inArticle: new Set(inArticle) });
const texts = (facts: readonly { text: { text: string } }[] = []) => facts.map((one) => one.text.text);

describe('brief', () => {
  test('a card says whose it is only where it is not ours', () => {
    const notOurs = 'From a pack you loaded.';
    expect(brief({ ...pack, notOurs }, 'place/idlib', on(null))).toMatchObject({ notOurs });
    expect(brief(pack, 'place/idlib', on(null))).not.toHaveProperty('notOurs');
  });

  test('nothing later than the article stands before it, not even a month that may lie after it', () => {
    const card = brief(pack, 'place/idlib', on('2020-02-21'));
    expect(texts(card?.before)).toEqual(['three', 'four', 'five', 'the same day']);
    expect(texts(card?.since)).toEqual(['the same month', 'the day after', 'much later']);
    expect(card?.before).toHaveLength(FACTS_BEFORE);
    expect(card?.before[1]).not.toHaveProperty('until');
  });

  test('facts about other entities of the article are chosen first', () => {
    const card = brief(pack, 'place/idlib', on('2020-02-21', ['agreement/astana']));
    expect(texts(card?.before)).toEqual(['two', 'four', 'five', 'the same day']);
  });

  test.each([
    ['in force', '2020-02-21', 'inside a demilitarised line'],
    ['on its first day', '2018-09-17', 'inside a demilitarised line'],
    ['the day before', '2018-09-16', 'held by opposition forces'],
    ['before all', '2011-01-01', undefined],
    ['without a date', null, undefined],
  ])('status %s', (_name, day, text) => {
    expect(brief(pack, 'place/idlib', on(day))?.status?.text.text).toBe(text);
  });

  test('without a date every fact is later', () => {
    const card = brief(pack, 'place/idlib', on(null));
    expect(card?.before).toEqual([]);
    expect(card?.since).toHaveLength(idlib.facts.length);
  });

  test('sources are numbered in order of use and cited by that number', () => {
    const card = brief(pack, 'place/idlib', on('2018-09-17', ['agreement/sochi']));
    expect(card?.status?.sources).toEqual([1]);
    expect(card?.sources.map((one) => one.publisher)).toEqual(['place/idlib-1', 'place/idlib-0']);
    expect(card?.before.at(-1)?.sources).toEqual([1, 2]);
  });

  test('a text the pack lacks comes in English, marked so', () => {
    const card = brief(pack, 'place/idlib', { ...on('2018-09-17'), lang: 'tr' });
    expect(card?.about).toEqual({ text: 'place/idlib hakkında', lang: 'tr' });
    expect(card?.status?.text.lang).toBe('en');
  });

  test.each([
    ['the day itself', '2020-02-21', ['person/second'], ['person/second', 'person/third'], false],
    ['a handover', '2023-06-02', ['person/second', 'person/third'], ['person/second', 'person/third'], true],
  ])("strip of a ministry's office on %s", (_name, day, holding, later, handover) => {
    const strip = brief(pack, 'organisation/ministry', on(day))?.strip;
    expect(strip?.spans.filter((span) => span.onTheDay).map((span) => span.id)).toEqual(holding);
    expect(strip?.later.map((span) => span.id)).toEqual(later);
    expect(strip?.handover).toBe(handover);
    // An end that lay ahead is not told in the first part.
    expect(strip?.spans.find((span) => span.id === 'person/second')).not.toHaveProperty('until');
  });

  test("a person's strip lists the offices held", () => {
    const strip = brief(pack, 'person/second', on('2020-02-21'))?.strip;
    expect(strip?.spans.map((span) => [span.id, span.from, span.onTheDay])).toEqual([['office/minister', '2014-08-29', true]]);
  });

  test('every briefing passes its own parser', () => {
    for (const id of all.keys()) {
      for (const day of ['2010-01-01', '2020-02-21', null])
        expect(v.safeParse(Briefing, brief(pack, id, on(day))).success).toBe(true);
    }
  });

  test('an id the pack lacks has no briefing', () => {
    expect(brief(pack, 'place/atlantis', on(null))).toBeUndefined();
  });
});

test('holders of an office and of the organisation it leads are the same', () => {
  for (const id of ['office/minister', 'organisation/ministry'])
    expect(holdersOn(pack, id, '2024-01-01').holders).toEqual(['person/third']);
});
