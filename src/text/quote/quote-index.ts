/**
 * A text made ready for placing many quotes in it: its tokens, and for every pair of neighbouring tokens the places where the pair
 * stands. Pairs rather than single tokens, since 'the' is everywhere and 'the memorandum' is not; and an edited word spoils two pairs.
 */
import { newToken, nextToken } from '../tokens.ts';

/** Tokens of a text in order. A hash collision only costs time: whatever is found is compared letter by letter. */
export interface TokenRow {
  readonly count: number;
  /** 32-bit hash of each token's folded letters. */
  readonly hashes: Int32Array;
  /** UTF-16 offset of each token's first letter. */
  readonly starts: Uint32Array;
  /** UTF-16 offset after each token's last letter. */
  readonly ends: Uint32Array;
}

/** The places of every pair of neighbouring tokens, grouped by a hash of the pair, ascending within a group. */
export interface PairPlaces {
  /** Group → index of its first place in `places`; one entry more than there are groups. */
  readonly heads: Uint32Array;
  /** Index of the pair's first token. */
  readonly places: Uint32Array;
}

/** See the head of this file. Made by {@link indexText}; belongs to exactly this text. */
export interface TextIndex {
  readonly text: string;
  /** Worked out when first asked for: where every quote still stands at its old place, nobody asks. */
  readonly tokens: () => TokenRow;
  readonly pairs: () => PairPlaces;
}

/** Prepares a text for `placeQuote`. Costs nothing by itself; the first quote that is not where it was costs one pass over the text. */
export function indexText(text: string): TextIndex {
  let tokens: TokenRow | undefined;
  let pairs: PairPlaces | undefined;
  const index: TextIndex = {
    text,
    tokens: () => (tokens ??= readTokens(text)),
    pairs: () => (pairs ??= placePairs(index.tokens())),
  };
  return index;
}

/** Reads all tokens of a text, in one pass. */
export function readTokens(text: string): TokenRow {
  // A token and the separator after it take two units at least, but for Han characters; news words take six.
  let capacity = (text.length >> 2) + 16;
  let hashes = new Int32Array(capacity);
  let starts = new Uint32Array(capacity);
  let ends = new Uint32Array(capacity);
  const token = newToken();
  let count = 0;
  for (let at = 0; nextToken(text, at, token); at = token.end) {
    if (count === capacity) {
      capacity *= 2;
      hashes = grown(hashes, new Int32Array(capacity));
      starts = grown(starts, new Uint32Array(capacity));
      ends = grown(ends, new Uint32Array(capacity));
    }
    hashes[count] = token.a;
    starts[count] = token.start;
    ends[count++] = token.end;
  }
  return { count, hashes, starts, ends };
}

function grown<T extends Int32Array | Uint32Array>(from: T, to: T): T {
  to.set(from);
  return to;
}

/** Multiplier that sets the first of a pair apart from the second; any large odd number will do. */
const FIRST = 0x2c1b3c6d;
/** Spreads a sum's low bits over all of them (the golden ratio of 2³²); the high bits then choose the group. */
const SPREAD = 0x9e3779b1;

/** Group of the pair that begins at token `i`, among `1 << (32 - shift)` groups. */
function groupOf(hashes: Int32Array, i: number, shift: number): number {
  return Math.imul(Math.imul(hashes[i] ?? 0, FIRST) ^ (hashes[i + 1] ?? 0), SPREAD) >>> shift;
}

/** Sorts the places of all pairs by group: count, sum up, fill. Groups are at least as many as pairs. */
function placePairs({ count, hashes }: TokenRow): PairPlaces {
  const shift = Math.min(31, Math.clz32(count));
  const heads = new Uint32Array(2 ** (32 - shift) + 1);
  const groups = new Uint32Array(Math.max(0, count - 1));
  for (let i = 0; i < groups.length; i++) {
    const group = groupOf(hashes, i, shift);
    groups[i] = group;
    heads[group + 1] = (heads[group + 1] ?? 0) + 1;
  }
  for (let g = 1; g < heads.length; g++) heads[g] = (heads[g] ?? 0) + (heads[g - 1] ?? 0);
  const next = heads.slice();
  const places = new Uint32Array(groups.length);
  for (let i = 0; i < groups.length; i++) {
    const group = groups[i] ?? 0;
    const at = next[group] ?? 0;
    places[at] = i;
    next[group] = at + 1;
  }
  return { heads, places };
}

/**
 * Where the pair that begins at token `i` of another row may stand: `places[from..to)`, with a few that only share the group.
 */
export function placesOfPair({ heads }: PairPlaces, row: TokenRow, i: number): { from: number; to: number } {
  const group = groupOf(row.hashes, i, Math.clz32(heads.length - 2));
  return { from: heads[group] ?? 0, to: heads[group + 1] ?? 0 };
}
