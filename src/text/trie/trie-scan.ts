/** Finds the forms of a trie in a text, in one pass. */
import type { Hits } from './hits.ts';
import { LAST_CLASS, LAST_SEPARATOR, LETTERS } from '../letters.ts';
import { APART, joint, nextToken, SEED_A, STEP_A, type Token } from '../tokens.ts';
import {
  bloomMask,
  bloomWord,
  fingerprint,
  homeSlot,
  INNER,
  LONGEST_FORM,
  PAYLOAD_BITS,
  placeHash,
  stateAfter,
  TERMINAL,
  type Trie,
} from './trie-format.ts';

/**
 * Adds every form found to `hits`: from each token of the text all forms that begin there, shorter ones first. Matches are of
 * whole tokens, folded. Time is linear in the text whatever it holds: each token is read once and looked up at most `trie.depth` times.
 */
export function scanTrie(trie: Trie, text: string, hits: Hits): void {
  scan(trie, text, hits, false);
}

/** Adds the leftmost-longest forms to `hits`: at each token the longest, going on after it; what it adds never overlaps. */
export function findLongest(trie: Trie, text: string, hits: Hits): void {
  scan(trie, text, hits, true);
}

/** A token read ahead: each is read once, however many forms are followed through it. */
class Ahead implements Token {
  start = 0;
  end = 0;
  a = 0;
  b = 0;
  /** How it is joined to the token before it. */
  joint: number = APART;
  /** Where the token after it goes; the last one's next is the first. */
  next: Ahead = this;
}

/** A ring with room for `size` tokens. */
function makeRing(size: number): Ahead {
  const first = new Ahead();
  for (let i = 1; i < size; i++) {
    const token = new Ahead();
    token.next = first.next;
    first.next = token;
  }
  return first;
}

/** One more than the longest form has tokens, so that the token after it finds room, too. */
const RING = makeRing(LONGEST_FORM + 1);

function mayHold(filter: Uint32Array, bits: number, place: number): boolean {
  const mask = bloomMask(place);
  return ((filter[bloomWord(place, bits)] ?? 0) & mask) === mask;
}

/**
 * Passes tokens of plain letters that begin no form, which nine in ten of a page are: half of their hash says so, and they need
 * not be noted anywhere: a quarter of the time of reading a page of other news. The loop is that of {@link nextToken} with half of its work.
 * @returns UTF-16 offset of the first token that may begin a form, or of one that {@link nextToken} has to judge
 */
function skipIdle(text: string, from: number, bloom: Uint32Array, bloomBits: number): number {
  const length = text.length;
  let at = from;
  while (at < length) {
    let letter = LETTERS[text.charCodeAt(at)] ?? 0;
    if (letter <= LAST_SEPARATOR) {
      at++;
      continue;
    }
    const start = at;
    let a = SEED_A;
    while (letter > LAST_CLASS) {
      a = Math.imul(a ^ letter, STEP_A);
      letter = ++at < length ? (LETTERS[text.charCodeAt(at)] ?? 0) : LAST_SEPARATOR;
    }
    if (letter > LAST_SEPARATOR || mayHold(bloom, bloomBits, placeHash(0, a))) return start;
  }
  return length;
}

function scan(trie: Trie, text: string, hits: Hits, longest: boolean): void {
  const { bloom, bloomBits, further, furtherBits, slots, slotCount, valueBits } = trie;
  const checkMask = (2 ** PAYLOAD_BITS - 2 ** valueBits) | 0;
  const valueMask = 2 ** valueBits - 1;
  let first = RING;
  /** Tokens that have been read, from `first` on, and where the last of them ends. */
  let known = 0;
  let read = 0;
  for (;;) {
    if (known === 0) {
      if (!nextToken(text, skipIdle(text, read, bloom, bloomBits), first)) break;
      read = first.end;
      known = 1;
    }
    let done = 1;
    let place = placeHash(0, first.a);
    if (mayHold(bloom, bloomBits, place)) {
      let print = fingerprint(0, first.b);
      let token = first;
      let tokens = 1;
      let longestEnd = -1;
      let longestTerminal = 0;
      for (;;) {
        const check = (place << valueBits) & checkMask;
        let slot = homeSlot(place, slotCount);
        let word = slots[2 * slot + 1] ?? 0;
        while (word !== 0 && (slots[2 * slot] !== print || ((word ^ check) & checkMask) !== 0)) {
          slot = slot + 1 === slotCount ? 0 : slot + 1;
          word = slots[2 * slot + 1] ?? 0;
        }
        if (word >= TERMINAL) {
          longestEnd = token.end;
          longestTerminal = word & valueMask;
          if (longest) done = tokens;
          else hits.push(first.start, longestEnd, longestTerminal, tokens);
        }
        if ((word & INNER) === 0) break;
        const next = token.next;
        if (tokens === known) {
          if (!nextToken(text, read, next)) break;
          next.joint = joint(text, read, next.start);
          read = next.end;
          known++;
        }
        if (next.joint === APART) break;
        const state = stateAfter(slot, next.joint);
        place = placeHash(state, next.a);
        // Most words that follow the first word of a name are not its second.
        if (!mayHold(further, furtherBits, place)) break;
        print = fingerprint(state, next.b);
        token = next;
        tokens++;
      }
      if (longest && longestEnd >= 0) hits.push(first.start, longestEnd, longestTerminal, done);
    }
    for (known -= done; done > 0; done--) first = first.next;
  }
}
