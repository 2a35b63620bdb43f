/**
 * The record of a saved passage, after the W3C Web Annotation Data Model: what was marked (text quote and text position), where (the
 * article), and what the reader made of it (colour, note, tags). Plain data; parsed wherever it comes from outside.
 */
import * as v from 'valibot';
import { LONGEST_FIELD } from './longest-field.ts';

/** The four colours, by name; what they look like is the interface's business. */
export const COLOURS = ['yellow', 'green', 'blue', 'pink'] as const;

/** Most tags, aliases, entities or facts of one entity a record may have. */
export const MOST_ITEMS = 256;

const text = (longest: number) => v.pipe(v.string(), v.maxLength(longest));
/** Any text of a page or of the reader. */
export const Field = text(LONGEST_FIELD);
const listOf = <T extends v.GenericSchema>(item: T) => v.pipe(v.array(item), v.maxLength(MOST_ITEMS));
const offset = v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(Number.MAX_SAFE_INTEGER));
const partialDate = v.pipe(v.string(), v.regex(/^\d{4}(-\d{2}(-\d{2})?)?$/));

/** An instant as `YYYY-MM-DDTHH:MM:SS.sssZ`: always UTC and of one length, so that instants compare as strings. */
export const Instant = v.pipe(
  v.string(),
  v.regex(/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}\.\d{3}Z$/),
  v.check((instant) => !Number.isNaN(Date.parse(instant)) && new Date(instant).toISOString() === instant, 'no such instant'),
);

/** An id made by whoever saves, e.g. a UUID; unique for ever. */
export const HighlightId = v.pipe(v.string(), v.regex(/^[\w-]{8,64}$/));

/** An address that may be opened. */
const WebAddress = v.pipe(text(8192), v.regex(/^https?:\/\/[^\s]+$/i), v.url());

/** What is kept to find the passage again. Offsets are UTF-16 code units of the article's text, `end` exclusive. */
export const Anchor = v.pipe(
  v.strictObject({
    /** TextQuoteSelector: the passage, and the text before and after it. */
    quote: v.strictObject({ exact: v.pipe(Field, v.minLength(1)), prefix: Field, suffix: Field }),
    /** TextPositionSelector: where it stood. */
    position: v.strictObject({ start: offset, end: offset }),
    /** The whole sentence or sentences around it, and the whole paragraph or paragraphs: shown where the passage is gone. */
    sentence: Field,
    paragraph: Field,
  }),
  v.check(({ position }) => position.start <= position.end, 'a position ends after it starts'),
);

/** The page the passage is from, as it described itself when the passage was saved. */
export const SavedArticle = v.strictObject({
  /** By which the article is known; see `articleAddress`. */
  address: WebAddress,
  aliases: listOf(WebAddress),
  title: Field,
  site: text(1024),
  author: v.optional(text(1024)),
  /** The day it was written, where the paper put it, and how that was found. */
  date: v.optional(v.strictObject({ day: v.pipe(v.string(), v.regex(/^\d{4}-\d{2}-\d{2}$/)), how: text(32) })),
});

/** An entity in the passage, and what its card said when the passage was saved. */
export const SavedEntity = v.strictObject({
  id: v.pipe(v.string(), v.regex(/^[a-z]+\/[a-z0-9]+(-[a-z0-9]+)*$/), v.maxLength(128)),
  name: text(1024),
  /** BCP 47 tag of the card's language. */
  lang: text(35),
  /** What it was on the article's day. */
  status: v.optional(Field),
  /** Offices: who held it that day, as ids. */
  holders: v.optional(listOf(text(128))),
  /** The dated lines of the card's first part. */
  facts: listOf(
    v.strictObject({ on: v.optional(partialDate), from: v.optional(partialDate), until: v.optional(partialDate), text: Field }),
  ),
  /** The last day the pack then knew of. */
  knownUntil: partialDate,
});

/** A colour's name. */
export const Colour = v.picklist(COLOURS);
/** A tag: no line ends, no white space around. */
export const Tag = v.pipe(text(128), v.minLength(1), v.regex(/^\S(.*\S)?$/u));

/** See the head of this file. */
export const Highlight = v.strictObject({
  id: HighlightId,
  motivation: v.literal('highlighting'),
  anchor: Anchor,
  article: SavedArticle,
  colour: Colour,
  /** Plain text; empty where there is none. */
  note: Field,
  /** Without repeats, sorted by code unit: two ways to the same tags give the same record. */
  tags: v.pipe(
    listOf(Tag),
    v.check((tags) => tags.every((tag, i) => i === 0 || (tags[i - 1] ?? '') < tag), 'tags are sorted and without repeats'),
  ),
  entities: listOf(SavedEntity),
  /** Firefox' container (`cookieStoreId`) in which it was made; `null` outside any. Highlights are drawn in their own container only. */
  container: v.nullable(text(128)),
  created: Instant,
  modified: Instant,
  /** When it was put in the trash; `null` while it is not there. */
  deleted: v.nullable(Instant),
});

/** A saved passage after parsing. */
export type Highlight = Readonly<v.InferOutput<typeof Highlight>>;
/** What is kept to find a passage again, after parsing. */
export type Anchor = v.InferOutput<typeof Anchor>;
/** An article as saved, after parsing. */
export type SavedArticle = v.InferOutput<typeof SavedArticle>;
/** An entity as saved, after parsing. */
export type SavedEntity = v.InferOutput<typeof SavedEntity>;
/** One of {@link COLOURS}. */
export type Colour = v.InferOutput<typeof Colour>;

/** Gives the record, or `undefined` where the value is not one: too long, too many, unknown keys, dates that are none. */
export function parseHighlight(value: unknown): Highlight | undefined {
  const parsed = v.safeParse(Highlight, value);
  return parsed.success ? parsed.output : undefined;
}
