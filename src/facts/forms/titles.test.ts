import { readFileSync } from 'node:fs';
import * as v from 'valibot';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { Titles, titleForms } from './titles.ts';

const titles: Titles = {
  countries: {
    turkey: {
      home: 'tr',
      slots: {
        en: { adjective: 'Turkish', name: '(Turkey|Türkiye)' },
        ru: { adjective: 'турецкий', 'adjective-genitive': 'турецкого' },
      },
    },
    russia: { slots: { en: { adjective: 'Russian' } } },
  },
  posts: {
    'foreign-minister': {
      en: ['(foreign minister|FM)', { text: 'Kremlin envoy', only: ['russia'], whole: true }],
      tr: ['Dışişleri Bakanı'],
      ru: ['глава {adjective-genitive} МИД'],
    },
  },
  patterns: { en: ['{adjective} {post}', "{name}'s {post}"], tr: ['{name} {post}'], ru: ['{adjective} {post}'] },
};

const english = (country: string): string[] =>
  titleForms(titles, country, 'foreign-minister')
    .filter(({ lang }) => lang === 'en')
    .map(({ form }) => form);

describe('titles', () => {
  test('go through every pattern whose slots the country fills', () => {
    expect(english('turkey')).toEqual([
      'Turkish foreign minister',
      'Turkish FM',
      "Turkey's foreign minister",
      "Turkey's FM",
      "Türkiye's foreign minister",
      "Türkiye's FM",
    ]);
  });

  test('may be whole, and of some countries only', () => {
    expect(english('russia')).toEqual(['Russian foreign minister', 'Russian FM', 'Kremlin envoy']);
  });

  test('are bare in the language of the country’s own press, with its endings', () => {
    const turkish = titleForms(titles, 'turkey', 'foreign-minister').filter(({ lang }) => lang === 'tr');
    expect(turkish.every(({ bare }) => bare)).toBe(true);
    expect(turkish.map(({ form }) => form)).toEqual(expect.arrayContaining(['Dışişleri Bakanı', 'Dışişleri Bakanının']));
  });

  test('with slots of their own are whole titles and decline', () => {
    const russian = titleForms(titles, 'turkey', 'foreign-minister').filter(({ lang }) => lang === 'ru');
    expect(russian.map(({ form }) => form)).toEqual([
      'глава турецкого МИД',
      'главы турецкого МИД',
      'главе турецкого МИД',
      'главу турецкого МИД',
      'главой турецкого МИД',
    ]);
  });

  test.each([
    ['atlantis', 'foreign-minister'],
    ['turkey', 'astronaut'],
  ])('refuse an unknown country or post: %s %s', (country, post) => {
    expect(() => titleForms(titles, country, post)).toThrow(RangeError);
  });
});

test('the pack’s own titles parse and name the Turkish foreign minister in seven languages', () => {
  const own = v.parse(Titles, parse(readFileSync(new URL('../pack/titles.yaml', import.meta.url), 'utf8')));
  const forms = titleForms(own, 'turkey', 'foreign-minister').map(({ form }) => form);
  expect(forms).toEqual(
    expect.arrayContaining([
      'Turkish foreign minister',
      'Türkiye Dışişleri Bakanı',
      'министра иностранных дел Турции',
      'وزير الخارجية التركي',
      'türkischen Außenministers',
      'ministre turc des Affaires étrangères',
      'ministro de Exteriores turco',
    ]),
  );
});
