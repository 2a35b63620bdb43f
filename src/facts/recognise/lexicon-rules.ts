/**
 * The rules of a compiled lexicon: what stands behind each spelling of the trie. Written by the pack compiler, read back by
 * `openLexicon`; plain JSON that ships beside the trie.
 */
import * as v from 'valibot';
import { Cue, Day, EntityId, FORM_LANGUAGES, PartialDate } from '../entity.ts';

/** One reading of one or more spellings: an entity and the conditions under which a spelling means it. */
export const Sense = v.strictObject({
  entity: EntityId,
  /** `title`: made from an office's country and post, `bare-title`: from the post alone; the others as in `authored-entity.ts`. */
  as: v.picklist(['full', 'short', 'alias', 'title', 'bare-title']),
  /** Language of article it counts in; absent: any. */
  lang: v.optional(v.picklist(FORM_LANGUAGES)),
  case: v.picklist(['capital', 'exact', 'any']),
  /** First day the article may be of, and the first day it may not be of. */
  from: v.optional(Day),
  until: v.optional(Day),
  needs: v.array(v.union([Cue, v.literal('full')])),
  never: v.array(Cue),
  weight: v.number(),
});

/** A spelling that is no mention itself but evidence for or against one: a word of a group of `cues.yaml`. */
export const CueWord = v.strictObject({ cue: v.string(), lang: v.optional(v.picklist(FORM_LANGUAGES)) });

/** What stands behind the spellings of a lexicon. */
export const LexiconRules = v.strictObject({
  meanings: v.array(v.union([Sense, CueWord])),
  /** One row a spelling: its text as the pack's author wrote it, and its meaning as a place in `meanings`. */
  spellings: v.array(v.tuple([v.string(), v.number()])),
  /**
   * Groups of words that are looked up beside a name: folded phrases by language, `any` for every one. Besides the groups of
   * `cues.yaml` there is one an office, under its id: the words of its post without a country.
   */
  neighbours: v.record(v.string(), v.record(v.string(), v.array(v.string()))),
  /** Spellings (places in `spellings`) that are also everyday words, by the language in which they are. */
  everyday: v.record(v.picklist(FORM_LANGUAGES), v.array(v.number())),
  /** Organisation → the office that leads it. */
  leaders: v.record(EntityId, EntityId),
  /** Persons who are women: a Russian surname of theirs in -а is no man's genitive. */
  women: v.array(EntityId),
  /** Who held each office when. */
  offices: v.record(EntityId, v.array(v.strictObject({ person: EntityId, from: PartialDate, until: v.optional(PartialDate) }))),
});

/** The rules of a lexicon after parsing. */
export type LexiconRules = v.InferOutput<typeof LexiconRules>;
/** A reading after parsing. */
export type Sense = v.InferOutput<typeof Sense>;
/** A cue word after parsing. */
export type CueWord = v.InferOutput<typeof CueWord>;
/** A condition's cue after parsing. */
export type Cue = v.InferOutput<typeof Cue>;
