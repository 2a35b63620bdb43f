/**
 * Places in a text where a passage may stand, quickly and without missing a good one: every pair of neighbouring words they have in
 * common votes for the place at which the passage would have to begin.
 */
import { placesOfPair, type TextIndex } from './quote-index.ts';
import type { Passage } from './quote-passage.ts';

/** A place worth a closer look. */
export interface Locus {
  /** Index of the text's token that belongs to the passage's first, give or take the votes' grain. May be negative. */
  readonly shift: number;
  /** How many pairs of words spoke for it. */
  readonly votes: number;
}

/** Votes for places this many tokens apart count together, so that a few dropped or added words do not scatter them. */
const GRAIN_BITS = 3;
/** The context's pairs, and the quote's, vote until so many votes are given, the rarest pairs first. */
const MOST_VOTES = 256;
/** A pair that stands at more places votes for this many of them only, those nearest to where the quote stood. */
const MOST_PLACES = 64;
/** More places are never looked at: where so many are alike, none can be told to be the right one. */
const MOST_LOCI = 4;
/** A place with a smaller part of the best one's votes is no rival to it. */
const RIVAL_SHARE = 0.4;

/**
 * The places where a passage may stand, most votes first. Where no pair of words is common to both, there is none.
 * @param hint UTF-16 offset in the text where the passage stood, if known
 */
export function lociOf(index: TextIndex, { tokens, first, after }: Passage, hint: number | undefined): readonly Locus[] {
  const { starts, count } = index.tokens();
  const pairs = index.pairs();
  const near = hint === undefined ? 0 : firstFrom(starts, 0, count, hint);
  const context: Seed[] = [];
  const quote: Seed[] = [];
  for (let pair = 0; pair + 1 < tokens.count; pair++) {
    const { from, to } = placesOfPair(pairs, tokens, pair);
    if (from < to) (pair >= first && pair + 1 < after ? quote : context).push({ pair, from, to });
  }
  const byContext = new Map<number, number>();
  giveVotes(context, pairs.places, near, byContext);
  const byAll = new Map(byContext);
  giveVotes(quote, pairs.places, near, byAll);
  // Where a long quote was deleted only its context knows the place, and would be outvoted by any sentence like it.
  const cells = new Set([...peaksOf(byAll), ...peaksOf(byContext)]);
  return Array.from(cells, (cell) => ({ shift: (cell + 1) << GRAIN_BITS, votes: votesAt(byAll, cell) })).sort(
    (one, other) => other.votes - one.votes,
  );
}

/** A pair of the passage's words, and the run of its places in the text. */
interface Seed {
  /** Index in the passage of the pair's first token. */
  readonly pair: number;
  readonly from: number;
  readonly to: number;
}

function giveVotes(seeds: Seed[], places: Uint32Array, near: number, votes: Map<number, number>): void {
  seeds.sort((one, other) => one.to - one.from - (other.to - other.from));
  let given = 0;
  for (const { pair, from, to } of seeds) {
    if (given >= MOST_VOTES) return;
    const isCommon = to - from > MOST_PLACES;
    const middle = isCommon ? firstFrom(places, from, to, near) : from;
    const begin = isCommon ? Math.max(from, Math.min(middle - MOST_PLACES / 2, to - MOST_PLACES)) : from;
    const end = Math.min(to, begin + MOST_PLACES);
    for (let at = begin; at < end; at++) {
      const cell = ((places[at] ?? 0) - pair) >> GRAIN_BITS;
      votes.set(cell, (votes.get(cell) ?? 0) + 1);
    }
    given += end - begin;
  }
}

/** Votes of a cell and the next: the last places of one are neighbours of the first places of the other. */
function votesAt(votes: ReadonlyMap<number, number>, cell: number): number {
  return (votes.get(cell) ?? 0) + (votes.get(cell + 1) ?? 0);
}

/** Cells with no fewer votes than their neighbours, most first; of two equal ones both, which a closer look finds to be the same. */
function peaksOf(votes: ReadonlyMap<number, number>): readonly number[] {
  let most = 0;
  for (const cell of votes.keys()) most = Math.max(most, votesAt(votes, cell));
  const peaks: { cell: number; own: number }[] = [];
  for (const cell of votes.keys()) {
    const own = votesAt(votes, cell);
    if (own >= most * RIVAL_SHARE && own >= votesAt(votes, cell - 1) && own >= votesAt(votes, cell + 1))
      peaks.push({ cell, own });
  }
  peaks.sort((one, other) => other.own - one.own);
  return peaks.slice(0, MOST_LOCI).map(({ cell }) => cell);
}

/** Index of the first of ascending numbers between `from` and `to` that is at least `value`; `to` if there is none. */
function firstFrom(ascending: Uint32Array, from: number, to: number, value: number): number {
  let low = from;
  let high = to;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((ascending[middle] ?? 0) < value) low = middle + 1;
    else high = middle;
  }
  return low;
}
