/** The lexicon of a reader's own pack: compiled when the pack was loaded, maybe by an older Dateline than the one that reads it now. */
import * as v from 'valibot';
import type { CompiledLexicon } from '../compiled-pack.ts';
import { type Lexicon, openLexicon } from './lexicon.ts';
import { LexiconRules } from './rules.ts';

/**
 * Opens it; `undefined` where this Dateline's rules or trie are of another shape than those it was compiled to.
 * @param ours groups of cue words of our own pack, which the rules for names look for; the pack's own come before them
 */
export function openOwnLexicon({ trie, rules }: CompiledLexicon, ours: LexiconRules['neighbours']): Lexicon | undefined {
  if (!v.is(LexiconRules, rules)) return undefined;
  try {
    return openLexicon({ trie, rules: { ...rules, neighbours: { ...ours, ...rules.neighbours } } });
  } catch (error) {
    if (error instanceof RangeError) return undefined;
    throw error;
  }
}
