import { describe, expect, test } from 'vitest';
import { parsePack } from '../compile/parse-pack.ts';
import type { Rule } from './finding.ts';
import { RULES } from './finding.ts';
import { faultyPack, soundPack } from './fixtures/sound-pack.ts';
import { reviewPack } from './review.ts';

const IDLIB = 'place/idlib.yaml';
const A = 'person/a.yaml';
const OFFICE = 'office/minister.yaml';
const long = Array.from({ length: 39 }, () => 'word').join(' ');

/** What is planted: a file, its words, what stands there instead; then the rule that sees it, and in which line of which file. */
const CASES: readonly [name: string, file: string, words: string, instead: string, rule: Rule, line: number, where?: string][] = [
  ['a fact on 30 February', IDLIB, 'on: "2015-03-28"', 'on: "2015-02-30"', 'no-such-day', 7],
  ['a source of 31 April', IDLIB, '2020-01-01', '2020-04-31', 'no-such-day', 14],
  ['a form from 29 February 2019', A, 'forms: [{', 'forms: [{from: "2019-02-29", ', 'no-such-day', 9],
  ['an interval that ends on its first day', IDLIB, '"2019-08-31"', '"2019-04-01"', 'ends-before-it-begins', 9],
  ['a fact after the last day known', IDLIB, 'on: "2018-09-17"', 'on: "2020-04-01"', 'after-known', 8],
  ['a source after the last day known', IDLIB, '2020-01-01', '2020-04', 'after-known', 14],
  ['a page two days older than its fact', IDLIB, '2020-01-01', '2018-09-15', 'older-sources', 8],
  ['facts that change places', IDLIB, 'from: "2019-04"', 'from: "2015"', 'out-of-order', 9],
  [
    'tenure from some days before the status',
    OFFICE,
    'person/a, from: "2014-08-29"',
    'person/a, from: "2014-08-25"',
    'tenure-off',
    7,
  ],
  ['tenure until some days before the status ends', OFFICE, 'until: "2015-08-28"', 'until: "2015-08-25"', 'tenure-off', 7],
  [
    'a tenure that no status tells of',
    OFFICE,
    'person/b, from: "2015-08-28"',
    'person/b, from: "2018-08-28"',
    'tenure-untold',
    8,
  ],
  ['an office without a holder', OFFICE, 'until: "2015-08-28"', 'until: "2015-08-27"', 'vacancy', 8],
  ['a month without a status', IDLIB, 'until: "2018-09"', 'until: "2018-08"', 'status-gap', 4],
  ['a last status that ends', IDLIB, '{from: "2018-09-17", text', '{from: "2018-09-17", until: "2019", text', 'status-gap', 5],
  ['no forms', A, 'forms: [{text: [Ali Akar, علي أكار, Али Акар]}]', 'forms: []', 'no-forms', 1],
  ['a name in one language that nothing matches', IDLIB, 'İdlib, إدلب, Идлиб]', 'İdlib, إدلب]', 'name-without-form', 1],
  ['a form that is another entity’s', A, 'text: [Ali', 'text: [IDLIB, Ali', 'clashing-forms', 12, IDLIB],
  ['a text in another script', IDLIB, 'Подписано соглашение.', 'Podpisano.', 'wrong-script', 8],
  ['a sentence of 39 words', IDLIB, 'Held by factions', long, 'long-sentence', 4],
  ['half of a translation', IDLIB, 'Провинция на северо-западе у границы', 'Провинция', 'uneven-translation', 2],
  ['a word that takes a side', IDLIB, 'Held by factions', 'Held by rebels', 'loaded-word', 4],
  ['an about of one day', A, 'A politician', 'A current minister', 'day-bound-about', 2],
  ['an unused source', IDLIB, '[paper, book]', '[paper]', 'unused-source', 15],
  ['a page under two keys', IDLIB, 'https://press.example/b', 'https://paper.example/a', 'page-twice', 15],
  ['a source named twice', IDLIB, '[paper, book]', '[paper, book, book]', 'cited-twice', 9],
  ['dead that one paper counts', IDLIB, 'Factions take the city', 'Fighting kills 20 people', 'one-count-of-dead', 7],
  ['a card related to itself', IDLIB, 'related: [person/a]', 'related: [place/idlib]', 'idle-link', 10],
  ['a card related twice', IDLIB, 'related: [person/a]', 'related: [person/a, person/a]', 'idle-link', 10],
  ['a relation that is not returned', IDLIB, 'related: [person/a]', 'related: [person/b]', 'one-way-relation', 10],
  ['a concern that is not returned', IDLIB, 'concerns: [person/a]', 'concerns: [person/b]', 'one-way-concern', 7],
];

describe('a review finds', () => {
  test.each(CASES)('%s', (_name, file, words, instead, rule, line, where = file) => {
    const found = reviewPack(parsePack(faultyPack(file, words, instead)));
    expect(found).toContainEqual(expect.objectContaining({ rule, file: where, line }));
  });

  test('a second file for the same post', () => {
    const office = soundPack().find(({ path }) => path === OFFICE);
    const found = reviewPack(parsePack([...soundPack(), { path: 'office/other.yaml', text: office?.text ?? '' }]));
    expect(found).toContainEqual(expect.objectContaining({ rule: 'office-twice', file: 'office/other.yaml', line: 5 }));
  });

  test('a fact that stands twice', () => {
    const fact = '{on: "2015-03-28", text: {en: Factions take the city.}, concerns: [person/a], sources: [paper]}';
    const found = reviewPack(parsePack(faultyPack(IDLIB, fact, `${fact}\n  - ${fact}`)));
    expect(found).toContainEqual(expect.objectContaining({ rule: 'said-twice', file: IDLIB, line: 8 }));
  });

  test('every rule is planted in one of these cases', () => {
    const planted = new Set<string>([...CASES.map(([, , , , rule]) => rule), 'office-twice', 'said-twice']);
    expect(Object.keys(RULES).filter((rule) => !planted.has(rule))).toEqual([]);
  });
});

describe('a review does not mind', () => {
  const forms = 'forms: [{text: [Ali';
  test.each<[string, string, string, string]>([
    ['the sound pack', IDLIB, 'A Press', 'A Press'],
    ['the same form with a condition', A, forms, 'forms: [{text: Idlib, needs: [full]}, {text: [Ali'],
    ['the same form with less weight', A, forms, 'forms: [{text: Idlib, weight: 4}, {text: [Ali'],
    ['a page of the evening before, west of the event', IDLIB, '2020-01-01', '2019-03-31'],
    ['a tenure from before the card’s first status', OFFICE, 'person/a, from: "2014-08-29"', 'person/a, from: "2009"'],
    ['initials in a Russian text', IDLIB, 'Подписано соглашение', 'YPG'],
    ['a proper name that holds a loaded word', IDLIB, 'Held by factions', 'Held by the National Liberation Front'],
    ['dead that two papers count', IDLIB, 'Fighting kills 550', 'Fighting kills 560'],
  ])('%s', (_name, file, words, instead) => {
    expect(reviewPack(parsePack(faultyPack(file, words, instead)))).toEqual([]);
  });
});
