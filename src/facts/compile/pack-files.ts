/** The files of a pack besides its entities: shapes of `cues.yaml` and `everyday-words.yaml`. */
import * as v from 'valibot';
import { FORM_LANGUAGES } from '../entity.ts';

/** Languages a list of cue words may be in; `any` holds in every one. */
export const CUE_LANGUAGES = ['any', ...FORM_LANGUAGES] as const;

const Words = v.array(v.pipe(v.string(), v.trim(), v.minLength(1)));

/** Cue groups by name; `(a|b|)` expands in each word. */
export const CueGroups = v.record(
  v.pipe(v.string(), v.regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'a cue group has a name of lower-case letters, digits and hyphens')),
  v.strictObject(v.entriesFromList(CUE_LANGUAGES, v.optional(Words))),
);
/** Cue groups after parsing. */
export type CueGroups = v.InferOutput<typeof CueGroups>;

/** Lists of words by language. */
export const WordLists = v.strictObject(v.entriesFromList(FORM_LANGUAGES, v.optional(Words)));
/** Lists of words after parsing. */
export type WordLists = v.InferOutput<typeof WordLists>;
