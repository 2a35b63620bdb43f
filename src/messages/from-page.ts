/**
 * What the script in a news page may say to the background, and what comes back. Senders here are not trusted (promises S6):
 * the background takes the page's address from the browser's `sender`, never from the body, and nothing here reads what a reader saved.
 */
import * as v from 'valibot';
import { EntityId } from '../facts/entity.ts';
import { EditInPage } from '../highlights/change.ts';
import { Anchor, Colour, HighlightId } from '../highlights/highlight.ts';
import { LONGEST_BATCH } from './longest-batch.ts';
import type { Recognised } from './recognised.ts';

/** One block-level element's text. Ids count up in a page session and are never used again; `order` is the reading order. */
const Block = v.strictObject({ id: v.number(), order: v.number(), text: v.pipe(v.string(), v.maxLength(LONGEST_BATCH)) });

/** Raw strings a page gives about its own date; judged in the background by `src/page/article-date/article-date.ts`. */
const DateClues = v.strictObject({
  /** Texts of JSON-LD scripts. */
  jsonLd: v.array(v.string()),
  /** `[name or property or itemprop, content]` of meta elements that may hold a date. */
  meta: v.array(v.tuple([v.string(), v.string()])),
  /** `[datetime, visible text, where]` of time elements. */
  times: v.array(v.tuple([v.string(), v.string(), v.string()])),
  /** First lines of the article's text, where a dateline would stand. */
  opening: v.array(v.string()),
});

/** What the page says about itself. */
export const PageClues = v.strictObject({
  /** `html[lang]` or nearest, BCP 47, may be empty. */
  lang: v.string(),
  title: v.string(),
  canonical: v.optional(v.string()),
  alternates: v.array(v.string()),
  siteName: v.optional(v.string()),
  author: v.optional(v.string()),
  dates: DateClues,
});

/** How marks and cards behave here, for this reader on this site. */
export const PageSettings = v.strictObject({
  /** Off: paint nothing and send nothing. */
  on: v.boolean(),
  marks: v.picklist(['all', 'first', 'none']),
  open: v.picklist(['hover', 'modifier', 'click']),
  theme: v.picklist(['site', 'light', 'dark']),
});

/** Longest spelling of a name, in UTF-16 code units. */
const LONGEST_FORM = 256;

/** Name to input and output, one sentence each. */
export const FROM_PAGE = {
  /** A page session starts: may it read, and how does it look? */
  'page-opened': {
    input: v.strictObject({ session: v.string() }),
    output: v.strictObject({ settings: PageSettings }),
  },
  /** Blocks that are new or changed, and ids of those gone; answered with every block whose mentions changed. */
  recognise: {
    input: v.strictObject({
      session: v.string(),
      /** Sent with the first batch and again when the page's head changed. */
      page: v.optional(PageClues),
      blocks: v.array(Block),
      gone: v.array(v.number()),
      /** More batches of the same reading follow. */
      more: v.boolean(),
    }),
    // The page parses it by hand (page-checks.ts), and the background, which sends it, has no use for its parser.
    output: v.custom<Recognised>(() => true),
  },
  /** The reader sets the article's day, or with `null` takes the correction back. A `read-again` follows. */
  'correct-date': {
    input: v.strictObject({ session: v.string(), day: v.nullable(v.pipe(v.string(), v.regex(/^\d{4}-\d{2}-\d{2}$/))) }),
    output: v.strictObject({}),
  },
  /** 'I know this': marks it no more, anywhere; `known: false` undoes it. */
  'know-entity': { input: v.strictObject({ id: EntityId, known: v.boolean() }), output: v.strictObject({}) },
  /** 'Wrong match': this form is never read as this entity again on this page's site; `wrong: false` undoes it. */
  'wrong-match': {
    input: v.strictObject({ id: EntityId, form: v.pipe(v.string(), v.maxLength(LONGEST_FORM)), wrong: v.boolean() }),
    output: v.strictObject({}),
  },
  /** Off (or on again) on this page's site. */
  'switch-site': { input: v.strictObject({ on: v.boolean() }), output: v.strictObject({}) },
  /** No marks anywhere until an hour from now; `hours: 0` undoes it. */
  snooze: { input: v.strictObject({ hours: v.picklist([0, 1]) }), output: v.strictObject({}) },
  /** Saves a passage of this page; the same `id` again is the same save. Answered when it is on disk. */
  'save-highlight': {
    input: v.strictObject({
      /** Names this change in the journal. */
      entry: HighlightId,
      id: HighlightId,
      anchor: Anchor,
      colour: Colour,
      page: PageClues,
      /** Entities marked in the passage, in reading order; their cards are kept with it. */
      entities: v.pipe(v.array(EntityId), v.maxLength(64)),
    }),
    output: v.strictObject({}),
  },
  /** Changes a passage of this page; any other is `not-allowed`. What the reader wrote is out of a page's reach. */
  'edit-highlight': {
    input: v.strictObject({ entry: HighlightId, id: HighlightId, edit: EditInPage }),
    output: v.strictObject({}),
  },
  /** *Note*: opens the panel (else the popup, else a tab of ours) with the cursor in this passage's note. */
  'open-note': { input: v.strictObject({ id: HighlightId }), output: v.strictObject({}) },
  /** The reader selects text, or a page without a mention has saved passages: inject the script that draws them, and the card's. */
  'need-highlighter': { input: v.strictObject({ session: v.string() }), output: v.strictObject({}) },
  /** First mentions: inject the marking script and the card's into this frame. */
  'need-card': { input: v.strictObject({ session: v.string() }), output: v.strictObject({}) },
} as const;

/** Name of a message from a page. */
export type FromPage = keyof typeof FROM_PAGE;
/** How marks and cards behave here, after parsing. */
export type PageSettings = v.InferOutput<typeof PageSettings>;
/** A block on its way to recognition. */
export type Block = v.InferOutput<typeof Block>;
/** What a page says about itself, after parsing. */
export type PageClues = v.InferOutput<typeof PageClues>;
