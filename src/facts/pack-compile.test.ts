import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { PackError, type PackProblemCode } from './compile/problem.ts';
import { compilePack } from './pack-compile.ts';
import { readPackFolder } from './pack-read.ts';

/** The smallest pack that compiles, by path. Each case below breaks one thing in it. */
const SOUND: Record<string, string> = {
  'pack.yaml': 'id: small\nname: Small\nversion: 1\nknownUntil: "2020-03"\n',
  'cues.yaml': 'war:\n  en: [war, fighting]\n',
  'everyday-words.yaml': 'en: [has, march]\n',
  'titles.yaml': [
    'countries:',
    '  turkey: {slots: {en: {adjective: Turkish, name: Turkey}}}',
    'posts:',
    '  foreign-minister: {en: [foreign minister]}',
    'patterns:',
    '  en: ["{adjective} {post}"]',
    '',
  ].join('\n'),
  'place/idlib.yaml': [
    'names: {en: Idlib, tr: İdlib, ar: إدلب, ru: Идлиб}',
    'about: {en: A governorate.}',
    'statuses:',
    '  - {from: "2015-03-28", until: "2018-09-17", text: {en: Held by factions.}, sources: [paper]}',
    '  - {from: "2018-09-17", text: {en: Under an agreement.}, sources: [paper]}',
    'facts:',
    '  - on: "2015-03-28"',
    '    text: {en: Factions take the city.}',
    '    sources: [paper]',
    'forms:',
    '  - {text: Idlib}',
    'sources:',
    '  paper: {publisher: A Paper, title: A page, url: "https://paper.example/a"}',
    '',
  ].join('\n'),
  'person/a.yaml': person('Ali Akar'),
  'person/b.yaml': person('Veli Bakar'),
  'office/turkey-foreign-minister.yaml': [
    'names: {en: FM, tr: FM, ar: FM, ru: FM}',
    'about: {en: A post.}',
    'office:',
    '  country: turkey',
    '  post: foreign-minister',
    '  tenures:',
    '    - {person: person/a, from: "2014-08-29", until: "2015-08-28", sources: [paper]}',
    '    - {person: person/b, from: "2015-08-28", sources: [paper]}',
    'facts: []',
    'sources:',
    '  paper: {publisher: A Paper, title: A page, url: "https://paper.example/a"}',
    '',
  ].join('\n'),
};

function person(name: string): string {
  return [
    `names: {en: ${name}, tr: ${name}, ar: ${name}, ru: ${name}}`,
    'about: {en: A politician.}',
    'person: {gender: m}',
    'facts: []',
    `forms: [{text: ${name}}]`,
    'sources: {}',
    '',
  ].join('\n');
}

/** The sound pack with the one line that begins with `line` (after its indent) replaced in a file, or with a file taken out. */
function broken(path: string, line: string | undefined, replacement = ''): { path: string; text: string }[] {
  return Object.entries(SOUND).flatMap(([name, text]) => {
    if (name !== path) return [{ path: name, text }];
    if (line === undefined) return [];
    const lines = text.split('\n');
    const place = lines.findIndex((one) => one.trimStart().startsWith(line));
    if (place < 0) throw new Error(`${path} has no line ${line}`);
    lines[place] = replacement;
    return [{ path: name, text: lines.join('\n') }];
  });
}

function problemsOf(files: { path: string; text: string }[]): PackError['problems'] {
  try {
    compilePack(files);
  } catch (error) {
    if (error instanceof PackError) return error.problems;
    throw error;
  }
  return [];
}

test('the smallest pack compiles, in order of id, its sources as places', () => {
  const pack = compilePack(broken('none', ''));
  expect(pack.entities.map(({ id }) => id)).toEqual(['office/turkey-foreign-minister', 'person/a', 'person/b', 'place/idlib']);
  expect(pack.entities.at(-1)?.facts[0]?.sources).toEqual([0]);
  expect(pack.about.knownUntil).toBe('2020-03');
});

test('the same files compile to the same bytes', () => {
  const [one, two] = [compilePack(broken('none', '')), compilePack(broken('none', ''))];
  expect(new Uint8Array(one.lexicon.trie)).toEqual(new Uint8Array(two.lexicon.trie));
  expect(one.lexicon.rules).toEqual(two.lexicon.rules);
});

test.each([
  ['one day', '2018-01-30', '2018-01-29'],
  ['two days', '2018-01-31', '2018-01-30'],
  ['until some day of a month', '2018-03', '2018-03'],
])('an event of %s ships with the last day it went on', (_name, until, last) => {
  const event = person('Congress')
    .replace('person: {gender: m}', `event: {from: "2018-01-29", until: "${until}", sources: [paper]}`)
    .replace('sources: {}', 'sources: {paper: {publisher: A Paper, title: A page, url: "https://paper.example/a"}}');
  const pack = compilePack([...broken('none', ''), { path: 'event/congress.yaml', text: event }]);
  expect(pack.entities[0]?.event?.until).toBe(last);
});

const IDLIB = 'place/idlib.yaml';
const cases: [name: string, files: { path: string; text: string }[], code: PackProblemCode, file: string, line: number][] = [
  ['a file that is not YAML', broken(IDLIB, 'names:', 'names: {en: ['), 'not-yaml', IDLIB, 2],
  ['an unknown key', broken(IDLIB, 'about:', 'abuot: {en: A governorate.}'), 'wrong-shape', IDLIB, 1],
  ['no cues.yaml', broken('cues.yaml', undefined), 'missing-file', 'cues.yaml', 1],
  ['a fact without a date', broken(IDLIB, '- on:', '  -'), 'no-date', IDLIB, 8],
  ['a fact without a source', broken(IDLIB, 'sources: [paper]', '    sources: []'), 'no-source', IDLIB, 7],
  ['a source key that is not there', broken(IDLIB, 'sources: [paper]', '    sources: [other]'), 'unknown-source', IDLIB, 7],
  [
    'an id that no file has',
    broken(IDLIB, 'sources: [paper]', '    sources: [paper]\n    concerns: [place/none]'),
    'unknown-id',
    IDLIB,
    10,
  ],
  ['a holder that no file has', broken('person/b.yaml', undefined), 'unknown-id', 'office/turkey-foreign-minister.yaml', 8],
  [
    'an office as evidence, which no title of it is',
    broken(IDLIB, '- {text:', '  - {text: Idlib, needs: [{entity: office/turkey-president, in: article}]}'),
    'bad-form',
    IDLIB,
    11,
  ],
  [
    'a cue group that is not there',
    broken(IDLIB, '- {text:', '  - {text: Idlib, never: [{cue: none, in: block}]}'),
    'unknown-cue',
    IDLIB,
    11,
  ],
  [
    'two holders at a time',
    broken(
      'office/turkey-foreign-minister.yaml',
      '- {person: person/b',
      '    - {person: person/b, from: "2015-08-01", sources: [paper]}',
    ),
    'overlapping-tenures',
    'office/turkey-foreign-minister.yaml',
    8,
  ],
  [
    'two statuses at a time',
    broken(IDLIB, '- {from: "2018', '  - {from: "2018-09-01", text: {en: Under an agreement.}, sources: [paper]}'),
    'overlapping-statuses',
    IDLIB,
    5,
  ],
  [
    'an everyday word without a condition',
    broken('person/a.yaml', 'forms:', 'forms: [{text: Has}]'),
    'everyday-word',
    'person/a.yaml',
    5,
  ],
  ['a form no text can match', broken(IDLIB, '- {text:', '  - {text: "Idlib, the city"}'), 'bad-form', IDLIB, 11],
  ['a bracket that does not close', broken(IDLIB, '- {text:', '  - {text: "Idlib (city"}'), 'bad-form', IDLIB, 11],
  [
    'a fact longer than a card holds',
    broken(IDLIB, 'text: {en: Factions', `    text: {en: ${'long '.repeat(60)}}`),
    'too-long',
    IDLIB,
    8,
  ],
  ['an about longer than a card holds', broken(IDLIB, 'about:', `about: {en: ${'long '.repeat(60)}}`), 'too-long', IDLIB, 2],
  [
    'an address that is not http',
    broken(IDLIB, 'paper:', '  paper: {publisher: A, title: A, url: "ftp://paper.example/a"}'),
    'bad-address',
    IDLIB,
    13,
  ],
];

describe('a pack is refused, naming file and line, for', () => {
  test.each(cases)('%s', (_name, files, code, file, line) => {
    expect(problemsOf(files)).toContainEqual(expect.objectContaining({ code, file, line }));
  });
});

test('an everyday word with a condition is let through', () => {
  expect(problemsOf(broken('person/a.yaml', 'forms:', 'forms: [{text: Has, as: short, needs: [full]}]'))).toEqual([]);
});

test('two ways of writing are two where letters count, though folded they are one', () => {
  const forms = 'forms: [{text: ACNUR, case: exact}, {lang: es, text: Acnur, case: exact}]';
  const { lexicon } = compilePack(broken('person/a.yaml', 'forms:', forms));
  expect(lexicon.rules.spellings.map(([spelling]) => spelling)).toEqual(expect.arrayContaining(['ACNUR', 'Acnur']));
});

test('everything wrong is said at once', () => {
  const problems = problemsOf(broken(IDLIB, 'sources: [paper]', '    sources: [other, another]'));
  expect(problems.map(({ message }) => message)).toEqual(['no source other in this file', 'no source another in this file']);
});

/** Milliseconds; it takes two to three seconds on a quiet machine. */
const WHOLE_PACK = 60_000;

test('the bundled pack compiles', { timeout: WHOLE_PACK }, async () => {
  const pack = compilePack(await readPackFolder(fileURLToPath(new URL('pack', import.meta.url))));
  expect(pack.entities.length).toBeGreaterThan(80);
});
