/**
 * Matching many names at once: compile forms into one buffer, open the buffer, scan texts with it.
 * @example
 * const trie = openTrie(compileTrie([{ form: 'Idlib', value: 7 }]));
 * const hits = new Hits();
 * scanTrie(trie, 'talks on İDLİB', hits); // one hit: start 9, end 14; valuesOf(trie, hits.terminal(0)) is [7]
 */
export { Hits } from './hits.ts';
export { compileTrie, LONGEST_FORM, type TrieEntry } from './trie-compile.ts';
export { openTrie, type Trie, valuesOf } from './trie-format.ts';
export { findLongest, scanTrie } from './trie-scan.ts';
