/**
 * What a card shows: the facts of one entity chosen for one article date, in the reader's language where the pack has it.
 * A briefing is plain data: it crosses from the background to the page and may be kept with a highlight.
 */
import * as v from 'valibot';
import { EntityId, KINDS, PartialDate } from './entity.ts';
import { Text } from './text.ts';

export type { Text } from './text.ts';

/** One numbered source at the foot of a card; facts refer to it by its place in the list, from 1. */
const BriefingSource = v.strictObject({
  publisher: v.string(),
  title: v.string(),
  date: v.optional(PartialDate),
  /** `https:` or `http:` only, checked when the pack is compiled. */
  url: v.string(),
  lang: v.optional(v.string()),
});

/** One dated line of a card. Intervals are [`from`, `until`); a point in time has `on`. */
export const BriefingFact = v.strictObject({
  on: v.optional(PartialDate),
  from: v.optional(PartialDate),
  until: v.optional(PartialDate),
  text: Text,
  /** Numbers into {@link Briefing.sources}, from 1. */
  sources: v.array(v.number()),
  /** Each other side of a disputed fact. */
  disputed: v.array(v.strictObject({ by: Text, text: Text, sources: v.array(v.number()) })),
});

/** One piece of a strip of years: who held an office, or which office a person held. */
const StripSpan = v.strictObject({
  /** The person on an office's card, the office on a person's. */
  id: EntityId,
  label: Text,
  from: PartialDate,
  until: v.optional(PartialDate),
  acting: v.boolean(),
  /** Numbers into {@link Briefing.sources}, from 1. */
  sources: v.array(v.number()),
  /** Whether the article's day lies in it. */
  onTheDay: v.boolean(),
});

/** A locator map: plain outlines in a box, the place as a point; no contested line is drawn. */
export const LocatorMap = v.strictObject({
  width: v.number(),
  height: v.number(),
  /** SVG path data of land; everything else is water. */
  land: v.string(),
  /** SVG path data of undisputed borders. */
  borders: v.string(),
  /** The country the place lies in, drawn lighter; SVG path data. */
  country: v.string(),
  point: v.strictObject({ x: v.number(), y: v.number() }),
  labels: v.array(v.strictObject({ x: v.number(), y: v.number(), text: Text })),
  /** What the picture says, in words. */
  alternative: Text,
});

/** See the head of this file. */
export const Briefing = v.strictObject({
  id: EntityId,
  kind: v.picklist(KINDS),
  /** From a pack the reader loaded: the sentence that says so. Made by the background, since the card may outlive its messages. */
  notOurs: v.optional(v.string()),
  name: Text,
  region: v.optional(Text),
  /** The name in the pack's other scripts, without repeats. */
  otherNames: v.array(Text),
  about: Text,
  /** What it was on the day; absent without an article date or where the pack does not say. */
  status: v.optional(v.strictObject({ text: Text, from: PartialDate, sources: v.array(v.number()) })),
  /** Up to four facts of the day or before, chosen for concerning other entities of the article, then for being recent; in order of time. */
  before: v.array(BriefingFact),
  /** Everything later than the article, oldest first. Without an article date: every fact, and `before` is empty. */
  since: v.array(BriefingFact),
  /** Office: its holders. Organisation with a leading office: that office's holders. Person: offices held. */
  strip: v.optional(
    v.strictObject({
      title: Text,
      /** As known on the article's day: what began by then; an end that came later is left out. Empty without an article date. */
      spans: v.array(StripSpan),
      /** How it went on, for *Since this article*: those of the day with their later ends, and all that followed. */
      later: v.array(StripSpan),
      /** Within three days of a change of holder: both are shown. */
      handover: v.boolean(),
    }),
  ),
  agreement: v.optional(
    v.strictObject({
      date: PartialDate,
      parties: v.array(Text),
      terms: v.array(v.strictObject({ text: Text, sources: v.array(v.number()) })),
    }),
  ),
  event: v.optional(
    v.strictObject({
      from: PartialDate,
      /** Absent while it went on, on the article's day. */
      until: v.optional(PartialDate),
      where: v.array(Text),
      between: v.array(Text),
      sources: v.array(v.number()),
    }),
  ),
  map: v.optional(LocatorMap),
  sources: v.array(BriefingSource),
  /** The last day up to which the pack's authors looked. */
  knownUntil: PartialDate,
});

/** A briefing after parsing. */
export type Briefing = v.InferOutput<typeof Briefing>;
/** A dated line after parsing. */
export type BriefingFact = v.InferOutput<typeof BriefingFact>;
/** A locator map after parsing. */
export type LocatorMap = v.InferOutput<typeof LocatorMap>;
