/** What recognition knows of a lexicon's rules besides their shape, which is parsed where a pack is made (`lexicon-rules.ts`). */
import type { Sense } from './lexicon-rules.ts';

export type { Cue, CueWord, LexiconRules, Sense } from './lexicon-rules.ts';

/** Whether a sense is an office's title rather than a name. */
export function isTitle({ as }: Sense): boolean {
  return as === 'title' || as === 'bare-title';
}

/**
 * A value of the trie is a spelling and how many folded letters of its first token belong to no name (Arabic clitics, a leading
 * article): `spelling * CUT_STEP + cut`.
 */
export const CUT_STEP = 8;

/** Counts up with every change to the shape of `LexiconRules`: a reader's own pack stays as it was compiled (`own-lexicon.ts`). */
export const RULES_VERSION = 1;
