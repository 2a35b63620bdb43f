/** The lexicon of a reader's own pack: compiled when the pack was loaded, maybe by an older Dateline than the one that reads it now. */
import type { CompiledLexicon } from '../compiled-pack.ts';
import { type Lexicon, openLexicon } from './lexicon.ts';
import { type LexiconRules, RULES_VERSION } from './rules.ts';

/** A lexicon as it is kept. */
export interface OwnLexicon extends CompiledLexicon {
  /** `RULES_VERSION` when it was compiled. */
  readonly rulesVersion: number;
}

/**
 * Opens it; `undefined` where this Dateline's rules or trie are of another shape than those it was compiled to.
 * @param ours groups of cue words of our own pack, which the rules for names look for; the pack's own come before them
 */
export function openOwnLexicon({ trie, rules, rulesVersion }: OwnLexicon, ours: LexiconRules['neighbours']): Lexicon | undefined {
  if (rulesVersion !== RULES_VERSION) return undefined;
  try {
    return openLexicon({ trie, rules: { ...rules, neighbours: { ...ours, ...rules.neighbours } } });
  } catch (error) {
    if (error instanceof RangeError) return undefined;
    throw error;
  }
}
