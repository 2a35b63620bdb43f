import { describe, expect, test } from 'vitest';
import { brief } from '../brief.ts';
import { parsePack } from '../compile/parse-pack.ts';
import { compilePack } from '../pack-compile.ts';
import { cardLines } from './card-lines.ts';
import { coverageOf, coverageTable } from './coverage.ts';
import { faultyPack, soundPack } from './fixtures/sound-pack.ts';
import { timelinePage } from './timeline.ts';

describe('the table of coverage', () => {
  test('counts by kind, and over all', () => {
    const rows = coverageOf(parsePack(soundPack()));
    expect(rows.find(({ of }) => of === 'place')).toEqual({
      of: 'place',
      entities: 1,
      facts: 3,
      factsOfTwoSources: 1,
      statuses: 2,
      withoutGap: 1,
      tenures: 0,
      texts: { en: 6, tr: 0, ar: 0, ru: 2 },
      sources: 2,
    });
    expect(rows.at(-1)).toMatchObject({ of: 'all', entities: 4, statuses: 5, withoutGap: 3, tenures: 2, sources: 2 });
  });

  test('has lines of one width', () => {
    const lines = coverageTable(coverageOf(parsePack(soundPack()))).split('\n');
    expect(new Set(lines.map(({ length }) => length)).size).toBe(1);
  });
});

describe('a card in the terminal', () => {
  const { about, entities } = compilePack(soundPack());
  const pack = {
    entity: (id: string) => entities.find((entity) => entity.id === id),
    offices: entities.filter(({ kind }) => kind === 'office'),
    map: () => undefined,
    knownUntil: about.knownUntil,
  };
  const linesOf = (id: string, day: string | null, lang: 'en' | 'ru') => {
    const briefing = brief(pack, id, { day, lang, inArticle: new Set() });
    return briefing === undefined ? [] : cardLines(briefing, lang);
  };

  test('has what was known on the day before what followed', () => {
    const lines = linesOf('place/idlib', '2018-10-01', 'ru');
    expect(lines[0]).toBe('Идлиб  (place/idlib)');
    const [status, before, told, since, later] = [
      '  since 2018-09-17: [en] Under an agreement. [1]',
      'Before',
      '  2018-09-17  Подписано соглашение. [1]',
      'Since',
      '  2019-04 – 2019-08-31  [en] Fighting kills 550 people. [1, 2]',
    ].map((line) => lines.indexOf(line));
    const places = [status, before, told, since, later];
    expect(places).not.toContain(-1);
    expect(places).toEqual(places.toSorted((a, b) => Number(a) - Number(b)));
  });

  test('points at the holder of the day', () => {
    expect(linesOf('office/minister', '2015-01-01', 'en')).toContain('  2014-08-29 –  Ali Akar ← on the day [1]');
  });
});

describe('the timeline', () => {
  const page = timelinePage(parsePack(soundPack()));

  test('has every fact in order of time, with its line', () => {
    expect([...page.matchAll(/idlib\.yaml:(\d+)/g)].map(([, line]) => line)).toEqual(['7', '8', '9']);
  });

  test('keeps texts as texts', () => {
    expect(page).toContain('An agreement is signed, &lt;so&gt; it says.');
    expect(page).toContain('<title>Small &amp; sound: every fact</title>');
  });

  test('orders by day, not by file', () => {
    const moved = timelinePage(parsePack(faultyPack('place/idlib.yaml', 'on: "2018-09-17"', 'on: "2014"')));
    expect([...moved.matchAll(/idlib\.yaml:(\d+)/g)].map(([, line]) => line)).toEqual(['8', '7', '9']);
  });
});
