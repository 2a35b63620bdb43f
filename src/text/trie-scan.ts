/** Finds the forms of a trie in a text, in one pass. */
import type { Hits } from './hits.ts';
import { APART, joint, newToken, nextToken } from './tokens.ts';
import {
  bloomMask,
  fingerprint,
  homeSlot,
  INNER,
  PAYLOAD_BITS,
  placeHash,
  stateAfter,
  TERMINAL,
  type Trie,
} from './trie-format.ts';

/**
 * Adds every form found to `hits`: from each token of the text all forms that begin there, shorter ones first. Matches are of
 * whole tokens, folded. Time is linear in the text whatever it holds: each token is read at most `trie.depth` times.
 */
export function scanTrie(trie: Trie, text: string, hits: Hits): void {
  scan(trie, text, hits, false);
}

/** Adds the leftmost-longest forms to `hits`: at each token the longest, going on after it; what it adds never overlaps. */
export function findLongest(trie: Trie, text: string, hits: Hits): void {
  scan(trie, text, hits, true);
}

const first = newToken();
const later = newToken();

function scan(trie: Trie, text: string, hits: Hits, longest: boolean): void {
  const { bloom, slots, slotCount, valueBits } = trie;
  const bloomShift = 37 - trie.bloomBits;
  const checkMask = (2 ** PAYLOAD_BITS - 2 ** valueBits) | 0;
  const valueMask = 2 ** valueBits - 1;
  let from = 0;
  while (nextToken(text, from, first)) {
    from = first.end;
    let place = placeHash(0, first.a);
    const mask = bloomMask(place);
    if (((bloom[place >>> bloomShift] ?? 0) & mask) !== mask) continue;
    const start = first.start;
    let print = fingerprint(0, first.b);
    let end = first.end;
    let tokens = 1;
    let longestEnd = -1;
    let longestTerminal = 0;
    let longestTokens = 0;
    for (;;) {
      const check = (place << valueBits) & checkMask;
      let slot = homeSlot(place, slotCount);
      let word = slots[2 * slot + 1] ?? 0;
      while (word !== 0 && (slots[2 * slot] !== print || ((word ^ check) & checkMask) !== 0)) {
        slot = slot + 1 === slotCount ? 0 : slot + 1;
        word = slots[2 * slot + 1] ?? 0;
      }
      if (word >= TERMINAL) {
        longestEnd = end;
        longestTerminal = word & valueMask;
        longestTokens = tokens;
        if (!longest) hits.push(start, end, longestTerminal, tokens);
      }
      if ((word & INNER) === 0 || !nextToken(text, end, later)) break;
      const joined = joint(text, end, later.start);
      if (joined === APART) break;
      const state = stateAfter(slot, joined);
      place = placeHash(state, later.a);
      print = fingerprint(state, later.b);
      end = later.end;
      tokens++;
    }
    if (longest && longestEnd >= 0) {
      hits.push(start, longestEnd, longestTerminal, longestTokens);
      from = longestEnd;
    }
  }
}
