/** What matching is measured against, each made to do the same job: whole words, case ignored, leftmost-longest where it can. */
import { AhoCorasick as Monyone } from '@monyone/aho-corasick/greedy';
import AhoCorasick from 'ahocorasick';
import { Hits } from '../src/text/trie/hits.ts';
import { compileTrie } from '../src/text/trie/trie-compile.ts';
import { openTrie } from '../src/text/trie/trie-format.ts';
import { findLongest, scanTrie } from '../src/text/trie/trie-scan.ts';
import type { Timed } from './timing.ts';

/** The search of one text; `run` gives the number of matches. */
export interface Search extends Timed {
  run(): number;
}

/** A way to find names. */
export interface Peer {
  readonly name: string;
  /** Builds whatever it needs for some names. */
  build(forms: readonly string[]): { search(text: string): Search; bytes?: number };
}

const WORD = new Uint8Array(0x10000);
for (let unit = 1; unit < 0x10000; unit++) WORD[unit] = /[\p{L}\p{N}\p{M}]/u.test(String.fromCharCode(unit)) ? 1 : 0;

/** Words of a text, by one `charCodeAt` and one table look-up a character. */
export function countWords(text: string): number {
  // The table is local and the function no closure: both would make the limit look a third slower than it is.
  const table = WORD;
  const length = text.length;
  let words = 0;
  let before = 0;
  for (let i = 0; i < length; i++) {
    const kind = table[text.charCodeAt(i)] ?? 0;
    words += kind & ~before;
    before = kind;
  }
  return words;
}

/** The limit every way to match is compared with. */
export function bareLoop(text: string): Timed {
  return { run: () => countWords(text) };
}

/** Counts matches that are whole words and do not overlap, the longest first; what the automata leave to their users. */
function countWholeWords(text: string, spans: (readonly [start: number, end: number])[]): number {
  const whole = spans.filter(
    ([start, end]) =>
      (WORD[text.charCodeAt(start - 1)] ?? 0) === 0 && (end >= text.length || (WORD[text.charCodeAt(end)] ?? 0) === 0),
  );
  whole.sort((one, other) => one[0] - other[0] || other[1] - one[1]);
  let count = 0;
  let last = 0;
  for (const [start, end] of whole) {
    if (start < last) continue;
    count++;
    last = end;
  }
  return count;
}

function dateline(name: string, find: typeof findLongest): Peer {
  return {
    name,
    build: (forms) => {
      const buffer = compileTrie(forms.map((form, value) => ({ form, value })));
      const trie = openTrie(buffer);
      const hits = new Hits();
      return {
        bytes: buffer.byteLength,
        search: (text) => ({
          run: () => {
            hits.clear();
            find(trie, text, hits);
            return hits.length;
          },
        }),
      };
    },
  };
}

/** Peers that run in Node and in browsers, ours first. */
export const PEERS: readonly Peer[] = [
  dateline('Dateline, longest', findLongest),
  dateline('Dateline, every form', scanTrie),
  {
    name: 'one RegExp',
    build: (forms) => {
      const longestFirst = [...forms].sort((one, other) => other.length - one.length);
      // Names here are of letters and spaces only, so nothing needs escaping.
      // oxlint-disable-next-line no-restricted-globals -- the product makes none from data; this is what it is compared with
      const pattern = new RegExp(`(?<![\\p{L}\\p{N}\\p{M}])(?:${longestFirst.join('|')})(?![\\p{L}\\p{N}\\p{M}])`, 'giu');
      return { search: (text) => ({ run: () => [...text.matchAll(pattern)].length }) };
    },
  },
  {
    name: 'ahocorasick',
    build: (forms) => {
      const automaton = new AhoCorasick(forms.map((form) => form.toLowerCase()));
      return {
        search: (text) => ({
          run: () => {
            const lower = text.toLowerCase();
            const spans = automaton
              .search(lower)
              .flatMap(([last, found]) => found.map((form) => [last + 1 - form.length, last + 1] as const));
            return countWholeWords(lower, spans);
          },
        }),
      };
    },
  },
  {
    name: '@monyone/aho-corasick',
    build: (forms) => {
      const automaton = new Monyone(forms.map((form) => form.toLowerCase()));
      return {
        search: (text) => ({
          run: () => {
            const lower = text.toLowerCase();
            return countWholeWords(
              lower,
              automaton.matchInText(lower).map(({ begin, end }) => [begin, end] as const),
            );
          },
        }),
      };
    },
  },
];
