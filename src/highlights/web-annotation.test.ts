import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { anyHighlight } from './fixtures/arbitrary-highlight.ts';
import { parseHighlight } from './highlight.ts';
import { fromWebAnnotation, toWebAnnotation } from './web-annotation.ts';

const MISSING = { id: 'made-here-1', now: '2026-11-22T10:00:00.000Z' };
const TARGET = { source: 'https://paper.example/a', selector: { type: 'TextQuoteSelector', exact: 'Idlib' } };

test('there and back through JSON, nothing is lost', () => {
  fc.assert(
    fc.property(anyHighlight, (highlight) => {
      const json: unknown = JSON.parse(JSON.stringify(toWebAnnotation(highlight)));
      expect(fromWebAnnotation(json, MISSING)).toEqual(highlight);
    }),
  );
});

test('the model’s own terms say what others need to know', () => {
  const [highlight] = fc.sample(anyHighlight, { numRuns: 1, seed: 11 });
  if (highlight === undefined) throw new Error('no sample');
  const annotation = toWebAnnotation({ ...highlight, note: 'mine', tags: ['a'], entities: [] });
  expect(annotation).toMatchObject({
    '@context': ['http://www.w3.org/ns/anno.jsonld', {}],
    type: 'Annotation',
    motivation: 'highlighting',
    body: [
      { type: 'TextualBody', purpose: 'commenting', value: 'mine' },
      { type: 'TextualBody', purpose: 'tagging', value: 'a' },
    ],
    target: {
      source: highlight.article.address,
      selector: [
        { type: 'TextQuoteSelector', ...highlight.anchor.quote },
        { type: 'TextPositionSelector', ...highlight.anchor.position },
      ],
    },
  });
});

describe('from elsewhere', () => {
  const READ: [name: string, annotation: object, expected: object][] = [
    ['the least there can be', { target: TARGET }, { id: 'made-here-1', note: '', created: MISSING.now, modified: MISSING.now }],
    ['a list of targets', { target: [TARGET] }, { article: { address: TARGET.source, aliases: [], title: '', site: '' } }],
    [
      'a uuid',
      { id: 'urn:uuid:6f1c1b1e-0000-4000-8000-000000000000', target: TARGET },
      { id: '6f1c1b1e-0000-4000-8000-000000000000' },
    ],
    ['a time with an offset', { created: '2020-02-21T10:00:00+03:00', target: TARGET }, { created: '2020-02-21T07:00:00.000Z' }],
    ['a body that is a plain value', { bodyValue: 'note', target: TARGET }, { note: 'note' }],
    ['two notes', { body: [{ value: 'a' }, { type: 'TextualBody', value: 'b' }], target: TARGET }, { note: 'a\n\nb' }],
    [
      'tags to be tidied',
      {
        body: [
          { purpose: 'tagging', value: ' b\n c ' },
          { purpose: 'tagging', value: 'a' },
        ],
        target: TARGET,
      },
      { tags: ['a', 'b c'] },
    ],
    ['an extension of somebody else’s', { dateline: { colour: 'mauve' }, target: TARGET }, { colour: 'yellow' }],
  ];
  test.each(READ)('%s', (_name, annotation, expected) => expect(fromWebAnnotation(annotation, MISSING)).toMatchObject(expected));

  const REFUSED: [name: string, annotation: unknown][] = [
    ['nothing', null],
    ['no target', {}],
    ['no quote', { target: { source: 'https://paper.example/a', selector: { type: 'CssSelector', value: 'p' } } }],
    ['an address that is a script', { target: { ...TARGET, source: 'javascript:alert(1)' } }],
    ['a quote too long', { target: { ...TARGET, selector: { type: 'TextQuoteSelector', exact: 'x'.repeat(70_000) } } }],
  ];
  test.each(REFUSED)('refused: %s', (_name, annotation) => expect(fromWebAnnotation(annotation, MISSING)).toBeUndefined());

  test('whatever it is, it is refused or read as a record', () => {
    const anyAnnotation = fc.record({
      target: fc.oneof(fc.constant(TARGET), fc.anything()),
      body: fc.anything(),
      dateline: fc.anything(),
    });
    fc.assert(
      fc.property(fc.oneof(fc.anything(), anyAnnotation), (value) => {
        const highlight = fromWebAnnotation(value, MISSING);
        if (highlight !== undefined) expect(parseHighlight(highlight)).toEqual(highlight);
      }),
    );
  });
});
