/** Whether a cue stands where a condition asks for it (`CUE_RANGES` in `entity.ts`). */
import { APART, joint } from '../../text/tokens.ts';
import type { ArticleEvidence, Place } from './article.ts';
import type { BlockReading, Candidate } from './block.ts';
import type { Cue } from './rules.ts';
import { tokenFrom, type TextSpan } from './words.ts';

/** Tokens to either side that count as beside. */
const BESIDE = 3;

/** A candidate with the place of its block in reading order. */
export interface Reading {
  readonly candidate: Candidate;
  readonly block: BlockReading;
  readonly order: number;
}

/** The word that satisfies `cue` for a candidate; `undefined` where none does. The candidate's own words are no cue. */
export function standingCue(cue: Cue, reading: Reading, article: ArticleEvidence): Place | undefined {
  const places = 'cue' in cue ? article.cuePlaces(cue.cue) : article.entityPlaces(cue.entity);
  if (places.length === 0) return undefined;
  const { candidate, block, order } = reading;
  switch (cue.in) {
    case 'next': {
      const next = tokenAfter(block, candidate);
      return next && within(places, reading, order, next.start, next.start + 1);
    }
    case 'previous':
      return cueBefore(places, reading);
    case 'beside': {
      const first = tokenFrom(block.tokens, candidate.start);
      const last = tokenFrom(block.tokens, candidate.end);
      const from = block.tokens[Math.max(0, first - BESIDE)]?.start ?? 0;
      const to = block.tokens[last + BESIDE - 1]?.end ?? block.text.length;
      const sentence = sentenceOf(block, candidate.sentence);
      return within(places, reading, order, Math.max(from, sentence.start), Math.min(to, sentence.end));
    }
    case 'sentence': {
      const { start, end } = sentenceOf(block, candidate.sentence);
      return within(places, reading, order, start, end);
    }
    case 'block':
      return within(places, reading, order, 0, block.text.length);
    case 'article':
      return places.find((place) => !overlaps(place, reading));
    case 'before': {
      const [first] = places;
      return first && isBefore(first, reading) ? first : undefined;
    }
    case 'since': {
      const known = article.introduction(candidate.sense.entity);
      if (known === undefined) return undefined;
      const next = places[firstFrom(places, known.last.block, known.last.end)];
      return next && isBefore(next, reading) ? next : undefined;
    }
  }
}

/** Offsets of a block's sentence. */
export function sentenceOf(block: BlockReading, sentence: number): TextSpan {
  return { start: block.sentences[sentence] ?? 0, end: block.sentences[sentence + 1] ?? block.text.length };
}

const APOSTROPHE = /^['’ʼ‘′`]$/u;

/** The next token of the sentence that belongs to the same clause; a suffix after an apostrophe (Has'ın, Has's) is skipped. */
export function tokenAfter(block: BlockReading, { end }: TextSpan): TextSpan | undefined {
  const { tokens, text } = block;
  const place = tokenFrom(tokens, end);
  const next = tokens[place];
  if (next === undefined) return undefined;
  const isSuffix = APOSTROPHE.test(text.slice(end, next.start));
  const after = isSuffix ? tokens[place + 1] : next;
  const from = isSuffix ? next.end : end;
  return after && joint(text, from, after.start) !== APART ? after : undefined;
}

/** The token before, where it belongs to the same clause. */
export function tokenBefore({ tokens, text }: BlockReading, { start }: TextSpan): TextSpan | undefined {
  const before = tokens[tokenFrom(tokens, start) - 1];
  return before && joint(text, before.end, start) !== APART ? before : undefined;
}

/** Tokens of the longest cue that is looked for before a candidate. */
const LONGEST_CUE = 4;

function cueBefore(places: readonly Place[], { candidate, block, order }: Reading): Place | undefined {
  const previous = tokenBefore(block, candidate);
  if (previous === undefined) return undefined;
  const first = block.tokens[Math.max(0, tokenFrom(block.tokens, candidate.start) - LONGEST_CUE)];
  for (let i = firstFrom(places, order, first?.start ?? 0); ; i++) {
    const place = places[i];
    if (place === undefined || place.block !== order || place.start > previous.start) return undefined;
    if (place.end === previous.end) return place;
  }
}

/** The first place that starts in [from, to) of block `order` and does not overlap the candidate. */
function within(places: readonly Place[], reading: Reading, order: number, from: number, to: number): Place | undefined {
  for (let i = firstFrom(places, order, from); ; i++) {
    const place = places[i];
    if (place === undefined || place.block !== order || place.start >= to) return undefined;
    if (!overlaps(place, reading)) return place;
  }
}

/** Number of the first place at or after an offset of a block, by bisection. */
function firstFrom(places: readonly Place[], block: number, offset: number): number {
  let low = 0;
  let high = places.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    const place = places[middle];
    if (place !== undefined && (place.block < block || (place.block === block && place.start < offset))) low = middle + 1;
    else high = middle;
  }
  return low;
}

function overlaps(place: Place, { candidate, order }: Reading): boolean {
  return place.block === order && place.start < candidate.end && place.end > candidate.start;
}

function isBefore(place: Place, { candidate, order }: Reading): boolean {
  return place.block < order || (place.block === order && place.end <= candidate.start);
}
