/** What recognition gives: where an entity is mentioned, which one, and why it was read so. */
import * as v from 'valibot';
import { EntityId, KINDS } from './entity.ts';

/** How the article's day was found, from surest to least sure; `reader` means the reader set it. */
const DATE_SOURCES = ['reader', 'json-ld', 'meta', 'time', 'archive', 'dateline', 'address'] as const;

/** The day the text was written (calendar day where the paper put it, no time zone) and how we know. */
export const ArticleDate = v.strictObject({
  day: v.pipe(v.string(), v.regex(/^\d{4}-\d{2}-\d{2}$/)),
  how: v.picklist(DATE_SOURCES),
});

/** Which form and which evidence led to a reading; shown as *Why this?*. */
export const Why = v.strictObject({
  /** The form of the pack that matched, as its author wrote it. */
  form: v.string(),
  /** The deciding evidence: a closed list, so that each has a sentence in every interface language. */
  evidence: v.picklist(['name', 'full-name-earlier', 'cue-nearby', 'cue-in-article', 'date', 'title-and-date', 'introduced']),
  /** The cue word as it stands in the text, where a cue decided. */
  cue: v.optional(v.string()),
});

/** A stretch of a block's text recognised as an entity. Offsets are UTF-16 code units of the block's text, end exclusive. */
export const Mention = v.strictObject({
  start: v.pipe(v.number(), v.integer(), v.minValue(0)),
  end: v.pipe(v.number(), v.integer(), v.minValue(1)),
  id: EntityId,
  kind: v.picklist(KINDS),
  why: Why,
  /** Offices: who held it on the article's day; two within three days of a handover; absent without a date. */
  holders: v.optional(v.array(EntityId)),
});

/** A mention after parsing. */
export type Mention = v.InferOutput<typeof Mention>;
/** Why a mention was read as it was. */
export type Why = v.InferOutput<typeof Why>;
/** An article's day. */
export type ArticleDate = v.InferOutput<typeof ArticleDate>;
