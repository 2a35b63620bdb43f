import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { anyHighlight } from '../fixtures/arbitrary-highlight.ts';
import type { Highlight } from '../highlight.ts';
import { readImport } from '../import/read-import.ts';
import { EXPORT_FORMATS, exportFiles, type ExportFormat } from './files.ts';
import { DEFAULT_TEMPLATE, markdownTemplate } from './markdown.ts';

const MADE = '2026-11-22T16:00:00.000Z';
/** Records of the large round trip; 10,000 are the full count. */
const MANY = Number(process.env['DATELINE_ROUND_TRIP'] ?? 1000);
const anyRecords = fc.uniqueArray(anyHighlight, { selector: ({ id }) => id, minLength: 1, maxLength: 6 });

async function* inBatches(highlights: readonly Highlight[], size = 2): AsyncGenerator<readonly Highlight[]> {
  for (let from = 0; from < highlights.length; from += size) yield highlights.slice(from, from + size);
}

async function exported(format: ExportFormat, highlights: readonly Highlight[]): Promise<readonly string[]> {
  const options = { format, template: markdownTemplate(DEFAULT_TEMPLATE), made: MADE };
  return (await exportFiles(inBatches(highlights), options)).map(({ parts }) => parts.join(''));
}

/** What a file gives back, or why not. */
function reread(text: string | undefined) {
  const read = readImport(text ?? '', MADE);
  if (typeof read === 'string') throw new Error(read);
  return read;
}

describe('an exported file', () => {
  test.each(['json', 'web-annotation'] as const)('of %s is imported as it was', async (format) => {
    await fc.assert(
      fc.asyncProperty(anyRecords, async (highlights) => {
        const [text, ...more] = await exported(format, highlights);
        expect(more).toEqual([]);
        const read = reread(text);
        expect(read.leftOut).toBe(0);
        expect(read.highlights).toEqual(highlights);
      }),
    );
  });

  test(`of ${MANY} records is imported as it was`, async () => {
    const highlights = fc.sample(anyHighlight, { seed: 7, numRuns: MANY });
    for (const format of ['json', 'web-annotation'] as const) {
      const texts = await exported(format, highlights);
      expect(texts.flatMap((text) => reread(text).highlights)).toEqual(highlights);
    }
  }, 120_000);

  test('of more than is read again at once is several', async () => {
    const [record] = fc.sample(anyHighlight, { seed: 7, numRuns: 1 });
    if (record === undefined) throw new Error('no sample');
    const highlights = Array.from({ length: 800 }, (_, place) => ({
      ...record,
      id: `passage-${place}`,
      note: 'ن'.repeat(30_000),
    }));
    for (const format of ['json', 'web-annotation'] as const) {
      const texts = await exported(format, highlights);
      expect(texts.length).toBe(3);
      expect(texts.flatMap((text) => reread(text).highlights)).toEqual(highlights);
    }
  }, 60_000);

  test.each(EXPORT_FORMATS)('of %s is named after its day and its format', async (format) => {
    const options = { format, template: markdownTemplate(DEFAULT_TEMPLATE), made: MADE };
    const [file] = await exportFiles(inBatches(fc.sample(anyHighlight, { seed: 7, numRuns: 3 })), options);
    expect(file?.name).toMatch(/^dateline-2026-11-22\.(md|csv|jsonld|json)$/);
    expect(file?.type).toContain('/');
  });

  test('of Markdown puts the passages of one article under one heading', async () => {
    const [one, two, other] = fc.sample(anyHighlight, { seed: 7, numRuns: 3 });
    if (one === undefined || two === undefined || other === undefined) throw new Error('no sample');
    const at = (highlight: Highlight, address: string): Highlight => ({
      ...highlight,
      note: '',
      tags: [],
      article: { address, aliases: [], title: address.slice(-1), site: '' },
    });
    const passages = [at(one, 'https://a.example/x'), at(two, 'https://a.example/x'), at(other, 'https://a.example/y')];
    const [text] = await exported('markdown', passages);
    expect(text?.match(/^## .*$/gm)).toEqual(['## [x](https://a.example/x)', '## [y](https://a.example/y)']);
  });
});

/** The rules of the Web Annotation Data Model that are marked MUST, for what we write (3.1, 3.2.4, 4.2.4, 4.2.5, 5.2). */
test('an exported page keeps the rules of the Web Annotation Data Model', async () => {
  const iri = expect.stringMatching(/^(urn:|https?:)\S+$/) as string;
  const when = expect.stringMatching(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/) as string;
  await fc.assert(
    fc.asyncProperty(anyRecords, async (highlights) => {
      const [text = ''] = await exported('web-annotation', highlights);
      const page = JSON.parse(text) as { items: { id: string; body: unknown[] }[] } & Record<string, unknown>;
      expect(page).toMatchObject({
        '@context': expect.arrayContaining(['http://www.w3.org/ns/anno.jsonld']) as string[],
        id: iri,
        type: 'AnnotationPage',
        partOf: { id: iri, type: 'AnnotationCollection', total: highlights.length, first: page['id'], last: page['id'] },
        startIndex: 0,
      });
      expect(new Set(page.items.map(({ id }) => id)).size).toBe(highlights.length);
      for (const [place, item] of page.items.entries()) {
        expect(item).toMatchObject({
          id: iri,
          type: 'Annotation',
          motivation: 'highlighting',
          created: when,
          modified: when,
          target: {
            type: 'SpecificResource',
            source: iri,
            selector: [
              { type: 'TextQuoteSelector', exact: highlights[place]?.anchor.quote.exact },
              { type: 'TextPositionSelector', start: expect.any(Number) as number, end: expect.any(Number) as number },
            ],
          },
        });
        for (const body of item.body) {
          expect(body).toMatchObject({ purpose: expect.stringMatching(/^(commenting|tagging|identifying)$/) as string });
          expect(body).toMatchObject(
            (body as { type: string }).type === 'TextualBody'
              ? { format: 'text/plain', value: expect.any(String) as string }
              : { type: 'SpecificResource', source: iri },
          );
        }
      }
    }),
    { numRuns: 40 },
  );
});
