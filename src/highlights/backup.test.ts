import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Backup, backupTexts, readBackup } from './backup.ts';
import { anyHighlight } from './fixtures/arbitrary-highlight.ts';
import type { Highlight } from './highlight.ts';
import { LONGEST_FILE } from './untrusted-json.ts';

const MADE = '2026-11-22T16:00:00.000Z';
const anyRecords = fc.uniqueArray(anyHighlight, { selector: ({ id }) => id, maxLength: 6 });

function soleText(highlights: readonly Highlight[]): string {
  const [text, ...more] = backupTexts(highlights, MADE);
  expect(more).toEqual([]);
  return text ?? '';
}

const RECORDS = fc.sample(anyRecords, { seed: 5, numRuns: 50 }).find(({ length }) => length >= 4) ?? [];
const TEXT = soleText(RECORDS);
const withFields = (fields: object): string => JSON.stringify({ ...(JSON.parse(TEXT) as object), ...fields });
const withRecord = (fields: object): string => withFields({ highlights: [{ ...RECORDS[0], ...fields }] });

describe('a backup', () => {
  test('comes back as it was', () => {
    fc.assert(
      fc.property(anyRecords, (highlights) => {
        expect(readBackup(soleText(highlights))).toEqual({ made: MADE, highlights });
      }),
    );
  });

  test('of more than one file can hold is several, each a backup by itself', () => {
    const [record] = RECORDS;
    if (record === undefined) throw new Error('no sample');
    const note = 'ن'.repeat(30_000);
    const highlights = Array.from({ length: 800 }, (_, place) => ({ ...record, id: `passage-${place}`, note }));
    const texts = backupTexts(highlights, MADE);
    expect(texts.length).toBe(3);
    const read = texts.map((text) => readBackup(text) as Backup);
    expect(read.flatMap((backup) => backup.highlights)).toEqual(highlights);
    for (const text of texts) expect(new TextEncoder().encode(text).length).toBeLessThanOrEqual(LONGEST_FILE);
  });
});

const refused: readonly [string, string, string][] = [
  ['nothing', '', 'not-a-backup'],
  ['another file', '{"name":"dateline"}', 'not-a-backup'],
  ['half a file', TEXT.slice(0, TEXT.length / 2), 'not-a-backup'],
  ['a later version', withFields({ version: 2 }), 'newer'],
  ['a later version with keys of its own', withFields({ version: 2, trees: [] }), 'newer'],
  ['an unknown key', withFields({ trees: [] }), 'not-a-backup'],
  ['an unknown key in a record', withRecord({ trees: [] }), 'not-a-backup'],
  ['a key that every object inherits', TEXT.replace('"made"', '"toString":"x","made"'), 'not-a-backup'],
  ['a prototype', TEXT.replace('"made"', '"__proto__":{"polluted":true},"made"'), 'not-a-backup'],
  ['a prototype in a record', TEXT.replace('"colour"', '"__proto__":{"polluted":true},"colour"'), 'not-a-backup'],
  ['a missing field', withRecord({ colour: undefined }), 'not-a-backup'],
  [
    'an address that is a script',
    withRecord({ article: { ...RECORDS[0]?.article, address: 'javascript:alert(1)' } }),
    'not-a-backup',
  ],
  ['a field of 64 KB and one', withRecord({ note: 'x'.repeat(65_537) }), 'not-a-backup'],
  ['one id twice', withFields({ highlights: [RECORDS[0], RECORDS[0]] }), 'not-a-backup'],
  ['50,001 records', withFields({ highlights: Array.from({ length: 50_001 }, () => 0) }), 'too-big'],
  ['more than 20 MB', `"${'x'.repeat(LONGEST_FILE)}"`, 'too-big'],
  ['more than 20 MB in letters of two bytes', `"${'ن'.repeat(LONGEST_FILE / 2)}"`, 'too-big'],
  ['nine brackets', `${'['.repeat(9)}${']'.repeat(9)}`, 'not-a-backup'],
  ['a million brackets', '['.repeat(1_000_000), 'not-a-backup'],
];
test.each(refused)('%s is refused', (_name, text, why) => {
  expect(readBackup(text)).toBe(why);
});

test('a field of 64 KB is taken', () => {
  expect(readBackup(withRecord({ note: 'x'.repeat(65_536) }))).toMatchObject({ made: MADE });
});

/** What a faulty disk, a hand or an enemy does to a file. */
const mutation: fc.Arbitrary<(text: string) => string> = fc.oneof(
  fc.tuple(fc.nat(), fc.integer({ min: 1, max: 127 })).map(([at, flip]) => (text: string) => {
    const place = at % text.length;
    return text.slice(0, place) + String.fromCharCode(text.charCodeAt(place) ^ flip) + text.slice(place + 1);
  }),
  fc.nat().map((at) => (text: string) => text.slice(0, at % text.length)),
  fc.tuple(fc.nat(), fc.nat({ max: 60 })).map(([at, length]) => (text: string) => {
    const place = at % text.length;
    return text.slice(0, place) + text.slice(place + length);
  }),
  fc
    .tuple(
      fc.nat(),
      fc.constantFrom(
        '"__proto__":{"polluted":1},',
        '"constructor":{"prototype":{"polluted":1}},',
        '{',
        '[[[[',
        '"',
        '\\ud800',
        '\\',
        '1e999,',
        'null,',
        '\u0000',
      ),
    )
    .map(([at, put]) => (text: string) => {
      const place = at % text.length;
      return text.slice(0, place) + put + text.slice(place);
    }),
  fc.nat().map((at) => (text: string) => {
    const keys = [...text.matchAll(/"[a-z]+":/g)];
    const key = keys[at % keys.length];
    return key === undefined ? text : `${text.slice(0, key.index)}"__proto__":${text.slice(key.index + key[0].length)}`;
  }),
);

test('2,000 harmed files are refused, or taken whole', () => {
  const before = Object.getOwnPropertyNames(Object.prototype).join();
  let taken = 0;
  fc.assert(
    fc.property(fc.array(mutation, { minLength: 1, maxLength: 3 }), (mutations) => {
      const text = mutations.reduce((harmed, harm) => harm(harmed === '' ? ' ' : harmed), TEXT);
      const read = readBackup(text);
      if (typeof read === 'string') return;
      taken++;
      // Whatever was taken is what the file says, record by record.
      expect(readBackup(soleText(read.highlights))).toMatchObject({ highlights: read.highlights });
      const plain = (JSON.parse(text) as { highlights: unknown }).highlights;
      expect(JSON.parse(JSON.stringify(read.highlights))).toEqual(plain);
    }),
    { numRuns: 2000 },
  );
  expect(Object.getOwnPropertyNames(Object.prototype).join()).toBe(before);
  expect(Object.hasOwn(Object.prototype, 'polluted')).toBe(false);
  expect(taken, 'letters flipped inside a text are no harm that can be seen').toBeGreaterThan(0);
});
