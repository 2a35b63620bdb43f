/**
 * Saved passages as W3C Web Annotations (https://www.w3.org/TR/annotation-model/), there and back. What the model has a place for
 * stands in that place; the rest stands under one key of ours, so that the way back loses nothing.
 */
import * as v from 'valibot';
import { Colour, Field, type Highlight, HighlightId, parseHighlight, SavedArticle, SavedEntity, Tag } from './highlight.ts';

/** The model's own context. */
const ANNOTATION_CONTEXT = 'http://www.w3.org/ns/anno.jsonld';
/** Prefix of our terms. It names things and leads nowhere. */
const OURS = 'urn:dateline:';
const URN_UUID = 'urn:uuid:';
const CONTEXT = [ANNOTATION_CONTEXT, { dateline: { '@id': `${OURS}extension`, '@type': '@json' } }];

/** What we keep beside the model's terms. */
const Extension = v.strictObject({
  id: HighlightId,
  colour: Colour,
  sentence: Field,
  paragraph: Field,
  article: SavedArticle,
  entities: v.array(SavedEntity),
  container: v.nullable(v.string()),
  deleted: v.nullable(v.string()),
});

/**
 * A passage as a Web Annotation, JSON-LD as plain objects.
 * `TextPositionSelector` counts UTF-16 code units as every web annotator does, where the model (4.2.5) asks for code points; they
 * differ only where characters outside the Basic Multilingual Plane come before.
 */
export function toWebAnnotation(highlight: Highlight) {
  const { id, motivation, anchor, article, colour, note, tags, entities, container, created, modified, deleted } = highlight;
  return {
    '@context': CONTEXT,
    id: `${OURS}${id}`,
    type: 'Annotation',
    motivation,
    created,
    modified,
    body: [
      ...(note === '' ? [] : [{ type: 'TextualBody', purpose: 'commenting', format: 'text/plain', value: note }]),
      ...tags.map((tag) => ({ type: 'TextualBody', purpose: 'tagging', format: 'text/plain', value: tag })),
      ...entities.map((entity) => ({ type: 'SpecificResource', purpose: 'identifying', source: `${OURS}${entity.id}` })),
    ],
    target: {
      type: 'SpecificResource',
      source: article.address,
      selector: [
        { type: 'TextQuoteSelector', ...anchor.quote },
        { type: 'TextPositionSelector', ...anchor.position },
      ],
    },
    dateline: {
      id,
      colour,
      sentence: anchor.sentence,
      paragraph: anchor.paragraph,
      article,
      entities,
      container,
      deleted,
    } satisfies v.InferOutput<typeof Extension>,
  };
}

/**
 * All of an AnnotationPage (5.2 and 5.3 of the model) but its `items`, which are annotations without a context of their own.
 * @param place of pages `pages` it is number `page`, from 0; `startIndex` of `total` annotations come before it; `made` is an ISO instant
 */
export function annotationPage(place: {
  readonly made: string;
  readonly page: number;
  readonly pages: number;
  readonly total: number;
  readonly startIndex: number;
}) {
  const { made, page, pages, total, startIndex } = place;
  const collection = `${OURS}export:${made}`;
  const idOf = (number: number): string => `${collection}:${number}`;
  return {
    '@context': CONTEXT,
    id: idOf(page),
    type: 'AnnotationPage',
    partOf: {
      id: collection,
      type: 'AnnotationCollection',
      label: `Dateline, ${made.slice(0, 10)}`,
      total,
      first: idOf(0),
      last: idOf(pages - 1),
    },
    startIndex,
    ...(page > 0 && { prev: idOf(page - 1) }),
    ...(page + 1 < pages && { next: idOf(page + 1) }),
  };
}

const oneOrMore = <T extends v.GenericSchema>(item: T) =>
  v.union([
    v.array(item),
    v.pipe(
      item,
      v.transform((one) => [one]),
    ),
  ]);
const Body = v.looseObject({
  type: v.optional(v.string()),
  purpose: v.optional(v.string()),
  value: v.optional(v.string()),
});
const Selector = v.looseObject({
  type: v.optional(v.string()),
  exact: v.optional(v.string()),
  prefix: v.optional(v.string(), ''),
  suffix: v.optional(v.string(), ''),
  start: v.optional(v.number()),
  end: v.optional(v.number()),
});
/** The parts of a Web Annotation that are read; others may be there. */
const Annotation = v.looseObject({
  id: v.optional(v.string()),
  created: v.optional(v.string()),
  modified: v.optional(v.string()),
  body: v.optional(oneOrMore(v.union([v.string(), Body])), []),
  bodyValue: v.optional(v.string()),
  target: oneOrMore(v.looseObject({ source: v.string(), selector: v.optional(oneOrMore(Selector), []) })),
  dateline: v.optional(v.unknown()),
});

/** What an annotation from elsewhere does not say. */
export interface Missing {
  /** Its id in our store. */
  readonly id: string;
  /** ISO instant for one without `created`. */
  readonly now: string;
}

/**
 * Reads a Web Annotation, ours or another's, as a passage. Of several targets the first is taken; it must have an address that may
 * be opened and a TextQuoteSelector. Bodies without a purpose are taken as notes.
 * @param value parsed JSON, not to be trusted
 * @returns `undefined` where it cannot be one
 */
export function fromWebAnnotation(value: unknown, missing: Missing): Highlight | undefined {
  const parsed = v.safeParse(Annotation, value);
  if (!parsed.success) return undefined;
  const { target, body, bodyValue, created, modified, id, dateline } = parsed.output;
  const [first] = target;
  const quote = first?.selector.find(({ type, exact }) => type === 'TextQuoteSelector' && exact !== undefined);
  if (first === undefined || quote?.exact === undefined) return undefined;
  const position = first.selector.find(({ type }) => type === 'TextPositionSelector');
  const extension = v.safeParse(Extension, dateline);
  const ours = extension.success ? extension.output : undefined;
  const texts = body.map((one) => (typeof one === 'string' ? { value: one } : one));
  const notes = texts
    .filter(({ purpose, type }) => purpose !== 'tagging' && type !== 'SpecificResource')
    .map((one) => one.value ?? '');
  const tags = texts.filter(({ purpose }) => purpose === 'tagging').map(({ value }) => tagOf(value ?? ''));
  const saved = instantOf(created) ?? missing.now;
  return parseHighlight({
    id: ours?.id ?? uuidOf(id) ?? missing.id,
    motivation: 'highlighting',
    anchor: {
      quote: { exact: quote.exact, prefix: quote.prefix, suffix: quote.suffix },
      position: { start: position?.start ?? 0, end: position?.end ?? 0 },
      sentence: ours?.sentence ?? '',
      paragraph: ours?.paragraph ?? '',
    },
    article: ours?.article ?? { address: first.source, aliases: [], title: '', site: '' },
    colour: ours?.colour ?? 'yellow',
    note: [...notes, ...(bodyValue === undefined ? [] : [bodyValue])].filter((note) => note !== '').join('\n\n'),
    tags: [...new Set(tags)].filter((tag) => tag !== '').sort((one, other) => (one < other ? -1 : 1)),
    entities: ours?.entities ?? [],
    container: ours?.container ?? null,
    created: saved,
    modified: instantOf(modified) ?? saved,
    deleted: ours?.deleted ?? null,
  });
}

/** A tag as it is, or made into one. */
function tagOf(text: string): string {
  return v.safeParse(Tag, text).success ? text : text.replace(/\s+/g, ' ').trim();
}

function uuidOf(id: string | undefined): string | undefined {
  const uuid = id?.startsWith(URN_UUID) === true ? id.slice(URN_UUID.length) : undefined;
  return v.is(HighlightId, uuid) ? uuid : undefined;
}

/** An `xsd:dateTime` as an instant; `undefined` where it is none. */
function instantOf(time: string | undefined): string | undefined {
  const date = new Date(time ?? Number.NaN);
  return Number.isNaN(date.getTime()) ? undefined : date.toISOString();
}
