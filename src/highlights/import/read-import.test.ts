import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { backupTexts } from '../backup.ts';
import { anyHighlight } from '../fixtures/arbitrary-highlight.ts';
import { parseHighlight } from '../highlight.ts';
import { toWebAnnotation } from '../web-annotation.ts';
import { readImport } from './read-import.ts';

const NOW = '2026-11-22T16:00:00.000Z';
/** More for a long run: MUTATED_IMPORTS=50000 npx vitest run src/highlights/import/read-import.test.ts */
const MUTATED = Number(process.env['MUTATED_IMPORTS'] ?? 2000);
/** Milliseconds a file may take (promises S8). */
const LONGEST = 2000;

const RECORDS = fc.sample(anyHighlight, { seed: 11, numRuns: 4 });
const HYPOTHESIS = JSON.stringify({
  annotations: [
    {
      id: 'abc123',
      created: '2026-11-20T10:00:00+00:00',
      uri: 'https://news.example/a',
      text: 'a note',
      tags: ['one'],
      target: [{ selector: [{ type: 'TextQuoteSelector', exact: 'both sides', prefix: 'that ', suffix: ' agree' }] }],
    },
  ],
});
const CLIPPER = JSON.stringify([
  { url: 'https://news.example/a', highlights: [{ text: '<p>both sides</p>', timestamp: '1700000000000', notes: ['a note'] }] },
]);
const FILES: readonly string[] = [
  backupTexts(RECORDS, NOW)[0] ?? '',
  JSON.stringify(RECORDS.map(toWebAnnotation)),
  HYPOTHESIS,
  CLIPPER,
];

const hostileText = fc.constantFrom(
  '__proto__',
  'constructor',
  'toString',
  '\ud800',
  '\u0000',
  'x'.repeat(70_000),
  '2026-13-45T99:99:99.000Z',
  'javascript:alert(1)',
  '"}]}',
);
/** One change to a file's text, as a fault of a disk or somebody malicious makes it. */
const mutation: fc.Arbitrary<(text: string) => string> = fc.oneof(
  fc.tuple(fc.nat(), fc.nat(127)).map(([at, code]) => (text: string) => {
    const place = at % (text.length + 1);
    return text.slice(0, place) + String.fromCharCode(code) + text.slice(place + 1);
  }),
  fc.nat().map((at) => (text: string) => text.slice(0, at % (text.length + 1))),
  fc.tuple(fc.nat(), hostileText).map(
    ([at, hostile]) =>
      (text: string) =>
        replaced(text, at, JSON.stringify(hostile)),
  ),
  fc.tuple(fc.nat(), fc.constantFrom('null', '-1', '1e999', '[]', '{}', '[[[[[[[[[[[]]]]]]]]]]]', '{"__proto__":{"bad":1}}')).map(
    ([at, value]) =>
      (text: string) =>
        replaced(text, at, value),
  ),
  fc.constant((text: string) => text.replace('"version":1', '"version":9')),
  fc.constant((text: string) => `${'['.repeat(5000)}${text}`),
);

/** Puts something in the place of one of a JSON text's strings, keys included. */
function replaced(text: string, at: number, by: string): string {
  const strings = [...text.matchAll(/"(?:[^"\\]|\\.)*"/g)];
  const chosen = strings[at % Math.max(1, strings.length)];
  return chosen === undefined ? text : text.slice(0, chosen.index) + by + text.slice(chosen.index + chosen[0].length);
}

describe('a file to be imported', () => {
  test.each([
    ['our own', 0, 'dateline', 4],
    ['Web Annotations', 1, 'web-annotation', 4],
    ['Hypothesis', 2, 'hypothesis', 1],
    ['the Clipper', 3, 'clipper', 1],
  ])('is known as %s', (_name, place, format, count) => {
    const read = readImport(FILES[place] ?? '', NOW);
    expect(typeof read === 'object' && { format: read.format, count: read.highlights.length }).toEqual({ format, count });
  });

  test('has every id once; what repeats is counted as left out', () => {
    const [annotation] = (JSON.parse(HYPOTHESIS) as { annotations: unknown[] }).annotations;
    const read = readImport(JSON.stringify({ annotations: [annotation, annotation, annotation] }), NOW);
    expect(read).toMatchObject({ leftOut: 2, highlights: [{ note: 'a note' }] });
  });

  test.each([
    [
      'with more records than are taken',
      `[${Array(50_001).fill(HYPOTHESIS.slice(16, -2)).map(withNumber).join()}]`,
      'annotations',
    ],
  ])(
    '%s is refused',
    (_name, list, key) => {
      expect(readImport(`{"${key}":${list}}`, NOW)).toBe('too-big');
    },
    30_000,
  );

  test(`that was damaged or tampered with, in ${MUTATED} ways, is taken whole or refused`, () => {
    const before = Object.getOwnPropertyNames(Object.prototype).sort();
    let slowest = 0;
    fc.assert(
      fc.property(fc.constantFrom(...FILES), fc.array(mutation, { minLength: 1, maxLength: 3 }), (file, mutations) => {
        const text = mutations.reduce((changed, mutate) => mutate(changed), file);
        const start = performance.now();
        const read = readImport(text, NOW);
        slowest = Math.max(slowest, performance.now() - start);
        if (typeof read === 'string') return;
        for (const highlight of read.highlights) expect(parseHighlight(highlight)).toEqual(highlight);
        expect(new Set(read.highlights.map(({ id }) => id)).size).toBe(read.highlights.length);
      }),
      { numRuns: MUTATED },
    );
    expect(Object.getOwnPropertyNames(Object.prototype).sort()).toEqual(before);
    expect(slowest).toBeLessThan(LONGEST);
  }, 600_000);
});

function withNumber(annotation: string, number: number): string {
  return annotation.replace('abc123', `abc${number}`);
}
