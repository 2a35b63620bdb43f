/**
 * The words every other shape of the fact store is made of: what an entity can be, how it is called, how a date is written, which
 * languages there are. `authored-entity.ts` has what an author writes of an entity.
 */
import * as v from 'valibot';

/** Interface and pack languages whose texts a card can show, in order of fallback: the reader's, then English. */
export const TEXT_LANGUAGES = ['en', 'tr', 'ar', 'ru'] as const;
/** Languages whose news text is recognised (BCP 47 primary subtags). */
export const FORM_LANGUAGES = ['en', 'tr', 'ru', 'ar', 'de', 'fr', 'es'] as const;
/** What an entity can be; also the suffix of its highlight key, `dateline-mention-KIND`. */
export const KINDS = ['place', 'person', 'office', 'agreement', 'organisation', 'event'] as const;

/** One of {@link KINDS}. */
export type Kind = (typeof KINDS)[number];
/** One of {@link TEXT_LANGUAGES}. */
export type TextLanguage = (typeof TEXT_LANGUAGES)[number];
/** One of {@link FORM_LANGUAGES}. */
export type FormLanguage = (typeof FORM_LANGUAGES)[number];

/** `kind/slug`: lower-case ASCII, digits and hyphens, e.g. `place/idlib`. */
export const EntityId = v.pipe(
  v.string(),
  v.regex(/^(place|person|office|agreement|organisation|event)\/[a-z0-9]+(-[a-z0-9]+)*$/, 'an id reads kind/slug'),
);

/** A calendar date as precise as its source: `YYYY`, `YYYY-MM` or `YYYY-MM-DD`, proleptic Gregorian, no time zone. */
export const PartialDate = v.pipe(
  v.string(),
  v.regex(/^\d{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?)?$/, 'a date reads YYYY, YYYY-MM or YYYY-MM-DD'),
);
/** A calendar date of day precision, `YYYY-MM-DD`. */
export const Day = v.pipe(v.string(), v.regex(/^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/, 'a day reads YYYY-MM-DD'));

/** Name of a group of words in `pack/cues.yaml`. */
const CueGroup = v.pipe(v.string(), v.regex(/^[a-z0-9]+(-[a-z0-9]+)*$/));

/** Where a cue must stand, from near to far. `beside` is within three tokens either way, in the same sentence. */
const CUE_RANGES = ['next', 'previous', 'beside', 'sentence', 'block', 'article', 'before', 'since'] as const;

/**
 * A cue: a named group of words from `pack/cues.yaml`, or another entity, standing in a range.
 * `before` is anywhere earlier in the article, in reading order; `since` is between the entity's last mention and here.
 */
export const Cue = v.union([
  v.strictObject({ cue: CueGroup, in: v.picklist(CUE_RANGES) }),
  v.strictObject({ entity: EntityId, in: v.picklist(CUE_RANGES) }),
]);
