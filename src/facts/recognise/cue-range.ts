/** Whether a cue stands where a condition asks for it (`CUE_RANGES` in `entity.ts`). */
import { APART, joint } from '../../text/tokens.ts';
import type { ArticleEvidence, Place } from './article.ts';
import type { BlockReading, Candidate } from './block.ts';
import type { Lexicon } from './lexicon.ts';
import type { Cue } from './rules.ts';
import { type TextSpan, wordAfter, wordBefore } from './words.ts';

/** Tokens to either side that count as beside. */
const BESIDE = 3;

/** One candidate of an article that is being read, with all that may bear on it. */
export interface Reading {
  readonly candidate: Candidate;
  readonly block: BlockReading;
  /** The block's place in reading order. */
  readonly order: number;
  readonly article: ArticleEvidence;
  readonly lexicon: Lexicon;
}

/** The words that satisfy `cue` for a candidate; `undefined` where none do. The candidate's own words are no cue. */
export function standingCue(cue: Cue, reading: Reading): Place | undefined {
  const { candidate, block, order, article } = reading;
  if (cue.in === 'next' || cue.in === 'previous') {
    const neighbour = 'cue' in cue ? neighbourCue(cue.cue, cue.in, reading) : neighbourEntity(cue.entity, cue.in, reading);
    return neighbour && { block: order, ...neighbour };
  }
  const places = 'cue' in cue ? article.cuePlaces(cue.cue) : article.entityPlaces(cue.entity);
  if (places.length === 0) return undefined;
  switch (cue.in) {
    case 'beside': {
      const sentence = block.sentenceAt(candidate.start);
      const near = stretchBeside(block.text, candidate);
      return within(places, reading, Math.max(near.start, sentence.start), Math.min(near.end, sentence.end));
    }
    case 'sentence': {
      const { start, end } = block.sentenceAt(candidate.start);
      return within(places, reading, start, end);
    }
    case 'block':
      return within(places, reading, 0, block.text.length);
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

/** Whether a word or phrase of a group stands directly before or after. */
export function hasNeighbour(cue: string, range: 'next' | 'previous', reading: Reading): boolean {
  return neighbourCue(cue, range, reading) !== undefined;
}

/** The words of a group that stand directly before or after. */
export function neighbourCue(
  cue: string,
  range: 'next' | 'previous',
  { candidate, block, lexicon }: Reading,
): TextSpan | undefined {
  const { text, lang } = block;
  return range === 'next'
    ? block
        .cuesAfter(candidate.end, () =>
          lexicon.neighbours.beside(text, tokenAfter(block, candidate), ({ end }) => wordAfter(text, end), lang),
        )
        .get(cue)
    : block
        .cuesBefore(candidate.start, () =>
          lexicon.neighbours.beside(text, tokenBefore(block, candidate), ({ start }) => wordBefore(text, start), lang),
        )
        .get(cue);
}

function neighbourEntity(entity: string, range: 'next' | 'previous', { candidate, block }: Reading): TextSpan | undefined {
  const token = range === 'next' ? tokenAfter(block, candidate) : tokenBefore(block, candidate);
  if (token === undefined) return undefined;
  const beside = range === 'next' ? block.startingAt(token.start) : block.endingAt(token.end);
  return beside.find(({ sense }) => sense.entity === entity);
}

function stretchBeside(text: string, { start, end }: TextSpan): TextSpan {
  for (let words = 0; words < BESIDE; words++) {
    start = wordBefore(text, start)?.start ?? start;
    end = wordAfter(text, end)?.end ?? end;
  }
  return { start, end };
}

const APOSTROPHE = /^['’ʼ‘′`]$/u;

/** The next token of the same clause; a suffix after an apostrophe (Has'ın, Has's) is skipped. */
export function tokenAfter({ text }: BlockReading, { end }: TextSpan): TextSpan | undefined {
  const next = wordAfter(text, end);
  if (next === undefined) return undefined;
  const isSuffix = APOSTROPHE.test(text.slice(end, next.start));
  const after = isSuffix ? wordAfter(text, next.end) : next;
  return after && joint(text, isSuffix ? next.end : end, after.start) !== APART ? after : undefined;
}

/** The token before, where it belongs to the same clause. */
export function tokenBefore({ text }: BlockReading, { start }: TextSpan): TextSpan | undefined {
  const before = wordBefore(text, start);
  return before && joint(text, before.end, start) !== APART ? before : undefined;
}

/** The first place that starts in [from, to) of the candidate's block and does not overlap it. */
function within(places: readonly Place[], reading: Reading, from: number, to: number): Place | undefined {
  for (let i = firstFrom(places, reading.order, from); ; i++) {
    const place = places[i];
    if (place === undefined || place.block !== reading.order || place.start >= to) return undefined;
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
