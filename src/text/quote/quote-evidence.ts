/** What speaks for a passage standing at one place of a text: how much of its quote and of either side's context is there. */
import { align } from './align.ts';
import { fold } from '../fold.ts';
import type { TextIndex, TokenRow } from './quote-index.ts';
import type { Passage } from './quote-passage.ts';
import { type Change, changedLetters, wordDiff } from './word-diff.ts';

/** One side's context at a place. */
export interface Side {
  /** Letters that the selector keeps of this side. */
  readonly letters: number;
  /** Letters of those that are here, as a part of the greater of old and new, 0 to 1. 0 where nothing was kept. */
  readonly likeness: number;
  /** Words next to the quote that are here unchanged, with nothing between, counted up to the first that is not. */
  readonly touching: number;
  /** Whether the whole side is here, word for word; also where nothing was kept. */
  readonly whole: boolean;
}

/** What is there of a passage at one place. Offsets are UTF-16 units of the text. */
export interface Evidence {
  /** Where the quote stands, or where the gap is that it left. */
  readonly start: number;
  readonly end: number;
  /** `same`: letter for letter; `alike`: but for case, white space and the shapes of signs; `gone`: nothing of it is here. */
  readonly quote: 'same' | 'alike' | 'changed' | 'gone';
  /** Part of the quote's letters that are here unchanged, 0 to 1. */
  readonly kept: number;
  /** How many letters of the quote changed. */
  readonly changed: number;
  readonly changes: readonly Change[];
  readonly before: Side;
  readonly after: Side;
}

/** Words that an alignment may drift: some, and more for long quotes, but never so many that time grows with the square. */
const LEAST_SLACK = 16;
const MOST_SLACK = 96;
/** Other shapes of one sign, beside those that folding knows: dashes, and single quotation marks used for double ones. */
const DASH = /[\u2012-\u2015\u2212]/g;
const SINGLE_QUOTE = /'/g;

/**
 * Looks closely at one place.
 * @param shift index of the text's token that belongs to the passage's first, give or take the alignment's slack
 */
export function evidenceAt(index: TextIndex, passage: Passage, shift: number): Evidence {
  const row = index.tokens();
  const { tokens, first, after } = passage;
  const slack = Math.min(MOST_SLACK, LEAST_SLACK + (tokens.count >> 2));
  const low = Math.max(0, Math.min(row.count, shift - slack));
  const high = Math.max(low, Math.min(row.count, shift + tokens.count + slack));
  const local = align(tokens.hashes.subarray(0, tokens.count), row.hashes.subarray(low, high), {
    shift: shift - low,
    slack,
    freeEnds: true,
  });
  const places = local.map((at) => (at < 0 ? at : at + low));
  const same = (i: number): boolean => (places[i] ?? -1) >= 0 && tokens.hashes[i] === row.hashes[places[i] ?? -1];
  const aligned: Aligned = { tokens, row, places, same };

  const span = spanOf(aligned, first, after);
  const before = sideOf(aligned, first - 1, -1, (span.first ?? span.gap) - 1);
  const behind = sideOf(aligned, after, tokens.count, span.first === undefined ? span.gap : span.last + 1);
  if (span.first === undefined) {
    const start = span.gap > 0 ? (row.ends[span.gap - 1] ?? 0) : 0;
    const end = span.gap < row.count ? Math.max(start, row.starts[span.gap] ?? 0) : index.text.length;
    return { start, end, quote: 'gone', kept: 0, changed: passage.end - passage.start, changes: [], before, after: behind };
  }
  const found = lettersOf(index.text, passage, row, span.first, span.last);
  return { ...found, before, after: behind };
}

/** A passage laid beside a text. */
interface Aligned {
  readonly tokens: TokenRow;
  /** The text's tokens. */
  readonly row: TokenRow;
  /** For each of the passage's tokens the text's that it stands for, or -1. */
  readonly places: Int32Array;
  /** Whether a token of the passage stands for one equal to it. */
  readonly same: (i: number) => boolean;
}

type Span =
  | { readonly first: number; readonly last: number }
  /** The quote is gone; its context would have it before token `gap`. */
  | { readonly first?: undefined; readonly gap: number };

/**
 * The text's tokens that the quote has become: from its first to its last word where those are here, else up to the context beside
 * it, so that a replaced first word belongs to the quote.
 */
function spanOf({ places, same }: Aligned, first: number, after: number): Span {
  let lowest = -1;
  let highest = -1;
  for (let i = first; i < after; i++) {
    const place = places[i] ?? -1;
    if (place < 0) continue;
    if (lowest < 0) lowest = place;
    highest = place;
  }
  const left = first > 0 && same(first - 1) ? (places[first - 1] ?? -1) + 1 : undefined;
  const right = after < places.length && same(after) ? (places[after] ?? -1) - 1 : undefined;
  if (lowest < 0) {
    const rightmost = places.findLast((place, i) => i < first && place >= 0);
    return { gap: left ?? (rightmost === undefined ? Math.max(0, (right ?? -1) + 1) : rightmost + 1) };
  }
  return {
    first: same(first) ? lowest : Math.min(lowest, left ?? lowest),
    last: same(after - 1) ? highest : Math.max(highest, right ?? highest),
  };
}

/**
 * One side's context, walked away from the quote.
 * @param from token of the passage next to the quote
 * @param end token of the passage before which to stop, in the direction of the walk
 * @param beside token of the text next to the found quote
 */
function sideOf({ tokens, row, places, same }: Aligned, from: number, end: number, beside: number): Side {
  const step = end < from ? -1 : 1;
  const length = (t: TokenRow, i: number): number => (t.ends[i] ?? 0) - (t.starts[i] ?? 0);
  let letters = 0;
  let here = 0;
  let touching = 0;
  let farthest: number | undefined;
  for (let i = from; i !== end; i += step) {
    letters += length(tokens, i);
    if (!same(i)) continue;
    here += length(tokens, i);
    farthest = places[i];
    const distance = Math.abs(i - from);
    if (touching === distance && places[i] === beside + step * distance) touching++;
  }
  let standing = 0;
  if (farthest !== undefined) for (let at = beside; step * (farthest - at) >= 0; at += step) standing += length(row, at);
  const words = Math.abs(end - from);
  return {
    letters,
    likeness: letters === 0 ? 0 : here / Math.max(letters, standing),
    touching,
    whole: touching === words,
  };
}

type Letters = Omit<Evidence, 'before' | 'after'>;

/** From tokens to letters: the exact stretch, with the signs around it that were the quote's, compared with the quote. */
function lettersOf(text: string, passage: Passage, row: TokenRow, first: number, last: number): Letters {
  const { tokens, start: quoteStart, end: quoteEnd } = passage;
  const exact = passage.text.slice(quoteStart, quoteEnd);
  const [from, to] = [tokens.starts[passage.first] ?? 0, tokens.ends[passage.after - 1] ?? 0];
  let start = row.starts[first] ?? 0;
  let end = row.ends[last] ?? 0;
  // A quote may begin or end inside a word; what is cut off stays out where it stands letter for letter.
  if (quoteStart > from && text.startsWith(passage.text.slice(from, quoteStart), start)) start += quoteStart - from;
  if (quoteEnd < to && text.endsWith(passage.text.slice(quoteEnd, to), end)) end = Math.max(start, end - (to - quoteEnd));
  if (quoteStart < from) start = startBefore(text, start, passage.text.slice(quoteStart, from));
  if (quoteEnd > to) end = endAfter(text, end, passage.text.slice(to, quoteEnd));

  const found = text.slice(start, end);
  if (found === exact) return { start, end, quote: 'same', kept: 1, changed: 0, changes: [] };
  if (normalised(found) === normalised(exact)) return { start, end, quote: 'alike', kept: 1, changed: 0, changes: [] };
  const changes = wordDiff(exact, found);
  const changed = Math.max(1, changedLetters(changes));
  const kept = Math.max(0, 1 - changed / Math.max(exact.length, found.length));
  return { start, end, quote: 'changed', kept, changed, changes };
}

/** Moves a start over the signs before it that the quote began with, if they are there in some shape. */
function startBefore(text: string, start: number, signs: string): number {
  if (text.endsWith(signs, start)) return start - signs.length;
  const trimmed = signs.trim();
  const from = start - signs.trimStart().length;
  return trimmed !== '' && normalised(text.slice(Math.max(0, from), start)) === normalised(signs.trimStart()) ? from : start;
}

/** Moves an end over the signs after it that the quote ended with, if they are there in some shape. */
function endAfter(text: string, end: number, signs: string): number {
  if (text.startsWith(signs, end)) return end + signs.length;
  const trimmed = signs.trimEnd();
  return trimmed !== '' && normalised(text.slice(end, end + trimmed.length)) === normalised(trimmed) ? end + trimmed.length : end;
}

/** A text without what may differ in a passage that is still the same: case, diacritics, white space, shapes of quotes and dashes. */
function normalised(text: string): string {
  return fold(text).text.trim().replace(DASH, '-').replace(SINGLE_QUOTE, '"');
}
