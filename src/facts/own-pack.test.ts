import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parseUntrusted } from '../highlights/untrusted-json.ts';
import type { CompiledPack } from './compiled-pack.ts';
import { type OurPack, type OwnPackRefusal, readOwnPack } from './own-pack.ts';
import { annotateText } from './recognise/annotate-text.ts';
import { openLexicon } from './recognise/lexicon.ts';
import { openOwnLexicon } from './recognise/own-lexicon.ts';
import { RULES_VERSION } from './recognise/rules.ts';

/** More for a long run: MUTATED_PACKS=50000 npx vitest run src/facts/own-pack.test.ts */
const MUTATED = Number(process.env['MUTATED_PACKS'] ?? 500);
/** Milliseconds a file may take (promises S8), of our own time: the machine may have other things to do. */
const LONGEST = 2000;
const spent = (): number => process.cpuUsage().user / 1000;

const OURS: OurPack = {
  about: { id: 'ours', name: 'Ours', version: 1, knownUntil: '2026-03' },
  ids: new Set(['place/idlib']),
  everydayWords: { en: ['march', 'the'] },
};
const OTHERS = new Map([['place/burgas', 'Black Sea']]);

const BORDER = {
  id: 'place/border',
  names: { en: 'Kapitan Andreevo', tr: 'Kapitan Andreevo', ar: 'كابيتان أندرييفو', ru: 'Капитан-Андреево' },
  about: { en: 'A crossing.' },
  facts: [{ on: '2020-03-01', text: { en: 'Gendarmes are sent.' }, concerns: ['place/idlib'], sources: ['paper'] }],
  forms: [{ text: ['Kapitan Andreevo', 'Kapitan (A|Andreevo) crossing'] }],
  sources: { paper: { publisher: 'A Paper', title: 'A page', url: 'https://paper.example/a' } },
};
const SOUND = {
  format: 'dateline-pack',
  version: 1,
  about: { id: 'border', name: 'The border', version: 1, knownUntil: '2026-10' },
  cues: { crossing: { en: ['crossing'] } },
  everydayWords: {},
  entities: [BORDER],
};
type Read = CompiledPack | OwnPackRefusal | 'too-big' | 'unreadable';

function read(text: string): Read {
  const json = parseUntrusted(text);
  return typeof json === 'string' ? json : readOwnPack(json.value, OURS, OTHERS);
}
const isTaken = (result: Read): result is CompiledPack => typeof result === 'object' && 'lexicon' in result;
/** The file with its one entity changed. */
const withEntity = (change: object): string => JSON.stringify({ ...SOUND, entities: [{ ...BORDER, ...change }] });
const withForm = (form: object): string => withEntity({ forms: [form] });
const withFile = (change: object): string => JSON.stringify({ ...SOUND, ...change });

test('a sound pack is taken, and its forms are found', () => {
  const pack = read(JSON.stringify(SOUND));
  if (!isTaken(pack)) throw new Error(JSON.stringify(pack));
  expect(pack.entities).toMatchObject([{ id: 'place/border', facts: [{ sources: [0], concerns: ['place/idlib'] }] }]);
  const { mentions } = annotateText(openLexicon(pack.lexicon), 'Queues at Kapitan Andreevo grew.', { lang: 'en' });
  expect(mentions).toMatchObject([{ start: 10, end: 26, id: 'place/border' }]);
});

const place = (file: string, code: string, ...path: (string | number)[]): unknown[] => [
  expect.objectContaining({ file, code, path }),
];
const REFUSED: readonly [name: string, text: string, refusal: unknown][] = [
  ['no JSON', 'names: {en: Idlib}', 'unreadable'],
  ['a file cut short', JSON.stringify(SOUND).slice(0, -20), 'unreadable'],
  ['nesting that is too deep', `${'['.repeat(100_000)}${']'.repeat(100_000)}`, 'unreadable'],
  ['a key __proto__', JSON.stringify(SOUND).replace('"cues":{', '"cues":{"__proto__":{"en":["x"]},'), 'unreadable'],
  ['a key constructor', withEntity({ sources: { ...BORDER.sources, constructor: BORDER.sources.paper } }), 'unreadable'],
  ['another format', withFile({ format: 'dateline-backup' }), 'not-a-pack'],
  ['a list', '[]', 'not-a-pack'],
  ['a later version', withFile({ version: 2, more: {} }), 'newer'],
  ['an unknown key', withFile({ scripts: [] }), place('scripts', 'wrong-shape')],
  ['no entities', withFile({ entities: [] }), place('entities', 'wrong-shape')],
  ['an id that is none', withFile({ entities: [{ ...BORDER, id: '../../etc' }] }), place('entities.0', 'wrong-shape', 'id')],
  ['the id of our pack', withFile({ about: { ...SOUND.about, id: 'ours' } }), place('about', 'id-taken', 'id')],
  ['one of our ids', withEntity({ id: 'place/idlib' }), place('place/idlib', 'id-taken', 'id')],
  ['an id of another loaded pack', withEntity({ id: 'place/burgas' }), place('place/burgas', 'id-taken', 'id')],
  ['an id twice', withFile({ entities: [BORDER, BORDER] }), place('place/border', 'id-taken', 'id')],
  ['an id nobody has', withEntity({ related: ['place/atlantis'] }), place('place/border', 'unknown-id', 'related', 0)],
  [
    'a condition on an entity of ours, which is read apart',
    withForm({ text: 'Andreevo', needs: [{ entity: 'place/idlib', in: 'article' }] }),
    place('place/border', 'unknown-id', 'forms', 0),
  ],
  [
    'a cue group named like a property of every object',
    withForm({ text: 'Andreevo', needs: [{ cue: 'constructor', in: 'next' }] }),
    place('place/border', 'unknown-cue', 'forms', 0),
  ],
  [
    'a source that is a script',
    withEntity({ sources: { paper: { ...BORDER.sources.paper, url: 'javascript:alert(1)' } } }),
    place('place/border', 'bad-address', 'sources', 'paper', 'url'),
  ],
  [
    'a source that is no address',
    withEntity({ sources: { paper: { ...BORDER.sources.paper, url: 'https://[' } } }),
    place('place/border', 'bad-address', 'sources', 'paper', 'url'),
  ],
  ['half a character', withEntity({ about: { en: 'A \ud800 town.' } }), place('place/border', 'unfit', 'about', 'en')],
  ['a control character', withEntity({ about: { en: 'A \u0000 town.' } }), place('place/border', 'unfit', 'about', 'en')],
  ['a turned direction', withEntity({ about: { en: 'A \u202e town.' } }), place('place/border', 'unfit', 'about', 'en')],
  ['a huge string', withEntity({ about: { en: 'x'.repeat(5_000_000) } }), place('place/border', 'unfit', 'about', 'en')],
  [
    'a huge list',
    withEntity({ facts: Array.from({ length: 50_000 }, () => BORDER.facts[0]) }),
    place('place/border', 'unfit', 'facts'),
  ],
  [
    'more entities than are taken',
    withFile({ entities: Array.from({ length: 2001 }, () => BORDER) }),
    place('entities', 'unfit'),
  ],
  ['a form of one letter', withForm({ text: 'A' }), place('place/border', 'bad-form', 'forms', 0)],
  ['a form of no letter', withForm({ text: '.*' }), place('place/border', 'bad-form', 'forms', 0)],
  ['a form that is one of our everyday words', withForm({ text: 'The' }), place('place/border', 'everyday-word', 'forms', 0)],
  ['a bracket that does not close', withForm({ text: 'Andreevo (A|B' }), place('place/border', 'bad-form', 'forms', 0)],
  ['alternatives without end', withForm({ text: `Town ${'(a|b)'.repeat(38)}` }), place('entities', 'too-many')],
  ['alternatives without end, not closed', withForm({ text: `${'(a|b)'.repeat(38)} (` }), place('entities', 'too-many')],
  ['alternatives in alternatives', withForm({ text: `${'(a|'.repeat(60)}b` }), place('place/border', 'bad-form', 'forms', 0)],
  [
    'many forms with many alternatives',
    withForm({ text: Array.from({ length: 1500 }, () => 'T (a|b)(c|d)(e|f)(g|h)') }),
    place('entities', 'too-many'),
  ],
  ['cue words without end', withFile({ cues: { war: { en: ['(a|b)'.repeat(99)] } } }), place('entities', 'too-many')],
];

describe('a file is refused whole, with the place, for', () => {
  test.each(REFUSED)('%s', (_name, text, refusal) => {
    const before = Object.getOwnPropertyNames(Object.prototype).sort();
    const start = spent();
    expect(read(text)).toEqual(refusal);
    expect(spent() - start).toBeLessThan(LONGEST);
    expect(Object.getOwnPropertyNames(Object.prototype).sort()).toEqual(before);
  });
});

test('a pack compiled for other rules or another trie is not opened', () => {
  const pack = read(JSON.stringify(SOUND));
  if (!isTaken(pack)) throw new Error(JSON.stringify(pack));
  const lexicon = { ...pack.lexicon, rulesVersion: RULES_VERSION };
  expect(openOwnLexicon(lexicon, {})).toBeDefined();
  expect(openOwnLexicon({ ...lexicon, rulesVersion: RULES_VERSION + 1 }, {})).toBeUndefined();
  expect(openOwnLexicon({ ...lexicon, trie: lexicon.trie.slice(4) }, {})).toBeUndefined();
});

test('what looks like a regular expression is text', () => {
  const pack = read(withForm({ text: 'Andreevo.town', case: 'any' }));
  if (!isTaken(pack)) throw new Error(JSON.stringify(pack));
  const found = (text: string) => annotateText(openLexicon(pack.lexicon), text, { lang: 'en' }).mentions.length;
  expect([found('Andreevo.town'), found('AndreevoXtown')]).toEqual([1, 0]);
});

const hostile = fc.constantFrom<unknown>(
  '__proto__',
  'constructor',
  '\ud800',
  'x'.repeat(70_000),
  'javascript:alert(1)',
  '(a|b)'.repeat(40),
  '(a+)+$',
  'A',
  'place/idlib',
  null,
  -1,
  [],
  {},
  [[[[[[[[[[]]]]]]]]]],
);
/** One change to a file's text, as a fault of a disk or somebody malicious makes it. */
const mutation: fc.Arbitrary<(text: string) => string> = fc.oneof(
  fc.tuple(fc.nat(), fc.nat(127)).map(([at, code]) => (text: string) => {
    const from = at % (text.length + 1);
    return text.slice(0, from) + String.fromCharCode(code) + text.slice(from + 1);
  }),
  fc.nat().map((at) => (text: string) => text.slice(0, at % (text.length + 1))),
  fc.tuple(fc.nat(), hostile).map(([at, value]) => (text: string) => {
    const strings = [...text.matchAll(/"(?:[^"\\]|\\.)*"/g)];
    const chosen = strings[at % Math.max(1, strings.length)];
    if (chosen === undefined) return text;
    return text.slice(0, chosen.index) + JSON.stringify(value) + text.slice(chosen.index + chosen[0].length);
  }),
);

test(`a file damaged or tampered with in ${MUTATED} ways is taken whole or refused`, () => {
  const before = Object.getOwnPropertyNames(Object.prototype).sort();
  let slowest = 0;
  let refused = 0;
  fc.assert(
    fc.property(fc.array(mutation, { minLength: 1, maxLength: 3 }), (mutations) => {
      const text = mutations.reduce((changed, mutate) => mutate(changed), JSON.stringify(SOUND));
      const start = spent();
      const result = read(text);
      slowest = Math.max(slowest, spent() - start);
      if (!isTaken(result)) {
        refused++;
        expect(result.length).toBeGreaterThan(0);
        return;
      }
      expect(() => openLexicon(result.lexicon)).not.toThrow();
      expect(result.entities.every(({ id }) => !OURS.ids.has(id) && !OTHERS.has(id))).toBe(true);
    }),
    { numRuns: MUTATED, seed: 20_201_122 },
  );
  expect(slowest).toBeLessThan(LONGEST);
  expect(refused).toBeGreaterThan(MUTATED / 2);
  expect(Object.getOwnPropertyNames(Object.prototype).sort()).toEqual(before);
});
