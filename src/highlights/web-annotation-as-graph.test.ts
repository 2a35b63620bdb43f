/**
 * Exported annotations as a JSON-LD processor that knows nothing of us reads them: as statements in the model's vocabulary. The context is
 * written down here from the model's own terms (https://www.w3.org/TR/annotation-vocab/), because tests ask nothing of the network.
 */
import fc from 'fast-check';
import jsonld from 'jsonld';
import { expect, test } from 'vitest';
import { anyHighlight } from './fixtures/arbitrary-highlight.ts';
import type { Highlight } from './highlight.ts';
import { annotationPage, toWebAnnotation } from './web-annotation.ts';

const OA = 'http://www.w3.org/ns/oa#';
const AS = 'http://www.w3.org/ns/activitystreams#';
const RDF = 'http://www.w3.org/1999/02/22-rdf-syntax-ns#';
const XSD = 'http://www.w3.org/2001/XMLSchema#';

const oa = (name: string, type?: string) => ({ '@id': OA + name, ...(type !== undefined && { '@type': type }) });
/** What our files use of `http://www.w3.org/ns/anno.jsonld`. */
const CONTEXT = {
  '@version': 1.1,
  id: { '@type': '@id', '@id': '@id' },
  type: { '@type': '@vocab', '@id': '@type' },
  Annotation: OA + 'Annotation',
  TextualBody: OA + 'TextualBody',
  SpecificResource: OA + 'SpecificResource',
  TextQuoteSelector: OA + 'TextQuoteSelector',
  TextPositionSelector: OA + 'TextPositionSelector',
  AnnotationCollection: AS + 'OrderedCollection',
  AnnotationPage: AS + 'OrderedCollectionPage',
  highlighting: OA + 'highlighting',
  commenting: OA + 'commenting',
  tagging: OA + 'tagging',
  identifying: OA + 'identifying',
  body: oa('hasBody', '@id'),
  target: oa('hasTarget', '@id'),
  source: oa('hasSource', '@id'),
  selector: oa('hasSelector', '@id'),
  motivation: oa('motivatedBy', '@vocab'),
  purpose: oa('hasPurpose', '@vocab'),
  exact: oa('exact'),
  prefix: oa('prefix'),
  suffix: oa('suffix'),
  start: oa('start', XSD + 'nonNegativeInteger'),
  end: oa('end', XSD + 'nonNegativeInteger'),
  value: { '@id': RDF + 'value' },
  format: { '@id': 'http://purl.org/dc/elements/1.1/format' },
  created: { '@id': 'http://purl.org/dc/terms/created', '@type': XSD + 'dateTime' },
  modified: { '@id': 'http://purl.org/dc/terms/modified', '@type': XSD + 'dateTime' },
  items: { '@id': AS + 'items', '@type': '@id', '@container': '@list' },
  partOf: { '@id': AS + 'partOf', '@type': '@id' },
  first: { '@id': AS + 'first', '@type': '@id' },
  last: { '@id': AS + 'last', '@type': '@id' },
  next: { '@id': AS + 'next', '@type': '@id' },
  prev: { '@id': AS + 'prev', '@type': '@id' },
  label: { '@id': 'http://www.w3.org/2000/01/rdf-schema#label' },
  total: { '@id': AS + 'totalItems', '@type': XSD + 'nonNegativeInteger' },
  startIndex: { '@id': AS + 'startIndex', '@type': XSD + 'nonNegativeInteger' },
};

/** A statement as the processor gives it. */
interface Quad {
  readonly subject: { readonly value: string };
  readonly predicate: { readonly value: string };
  readonly object: { readonly value: string };
}

/** All a document says; an unknown context, term left out or address that is none is an error. */
async function statements(document: object): Promise<readonly Quad[]> {
  const options = {
    safe: true,
    documentLoader: (url: string) => {
      if (url !== 'http://www.w3.org/ns/anno.jsonld') throw new Error(`asked for ${url}`);
      return Promise.resolve({ documentUrl: url, document: { '@context': CONTEXT } });
    },
  };
  // The processor's types are of an earlier version: they know neither its safe mode nor what it gives.
  const quads: unknown = await jsonld.toRDF(
    JSON.parse(JSON.stringify(document)) as object,
    options as unknown as jsonld.Options.ToRdf,
  );
  return quads as readonly Quad[];
}

/** The values that a chain of predicates leads to. */
function follow(quads: readonly Quad[], from: string, ...path: readonly string[]): readonly string[] {
  return path.reduce<readonly string[]>(
    (subjects, predicate) =>
      subjects.flatMap((subject) =>
        quads
          .filter((quad) => quad.subject.value === subject && quad.predicate.value === predicate)
          .map(({ object }) => object.value),
      ),
    [from],
  );
}

function sample(numRuns: number): readonly Highlight[] {
  // Lone surrogates are no characters: RDF has no place for them, our own key in the file has.
  return fc.sample(anyHighlight, { numRuns, seed: 7 }).filter((highlight) => JSON.stringify(highlight).isWellFormed());
}

test('every annotation says in the model’s words what was marked, where, and what was thought of it', async () => {
  for (const highlight of sample(60)) {
    const { anchor, article, note, tags, created } = highlight;
    const quads = await statements(toWebAnnotation(highlight));
    const id = `urn:dateline:${highlight.id}`;
    const one = (...path: string[]) => follow(quads, id, ...path);
    expect(one(RDF + 'type')).toEqual([OA + 'Annotation']);
    expect(one(OA + 'motivatedBy')).toEqual([OA + 'highlighting']);
    expect(one(OA + 'hasTarget', OA + 'hasSource')).toEqual([article.address]);
    expect(one(OA + 'hasTarget', OA + 'hasSelector', OA + 'exact')).toEqual([anchor.quote.exact]);
    expect(one(OA + 'hasTarget', OA + 'hasSelector', OA + 'start')).toEqual([String(anchor.position.start)]);
    expect(one(OA + 'hasBody', RDF + 'value').toSorted()).toEqual([...(note === '' ? [] : [note]), ...tags].toSorted());
    expect(one('http://purl.org/dc/terms/created')).toEqual([created]);
  }
});

test('a page of them says whose page it is, and lists them in order', async () => {
  const highlights = sample(5);
  const place = { made: '2026-11-22T10:00:00.000Z', page: 0, pages: 1, total: highlights.length, startIndex: 0 };
  const page = annotationPage(place);
  const items = highlights.map((highlight) => {
    const { '@context': _shared, ...annotation } = toWebAnnotation(highlight);
    return annotation;
  });
  const quads = await statements({ ...page, items });
  expect(follow(quads, page.id, RDF + 'type')).toEqual([AS + 'OrderedCollectionPage']);
  const collection = follow(quads, page.id, AS + 'partOf');
  expect(collection.flatMap((one) => follow(quads, one, AS + 'totalItems'))).toEqual([String(highlights.length)]);
  const listed: string[] = [];
  for (let [rest] = follow(quads, page.id, AS + 'items'); rest !== undefined && rest !== `${RDF}nil`; ) {
    listed.push(...follow(quads, rest, `${RDF}first`));
    [rest] = follow(quads, rest, `${RDF}rest`);
  }
  expect(listed).toEqual(highlights.map(({ id }) => `urn:dateline:${id}`));
});

test('a term that the model does not have is refused, so that one left out would be found', async () => {
  const [highlight] = sample(1);
  if (highlight === undefined) throw new Error('no sample');
  await expect(statements({ ...toWebAnnotation(highlight), opinion: 'mine' })).rejects.toThrow();
});
