/**
 * Hypothesis' published rule for finding a quote, written from its description: look for the exact quote, else for anything within
 * an edit budget of half the quote (at most 256); score each match by quote (weight 50), prefix (20), suffix (20) and distance from
 * the old position (2); take the best, whatever its score.
 */
import search from 'approx-string-match';
import type { QuoteSelector } from '../../src/text/quote/quote-selector.ts';
import type { Stretch } from './outcome.ts';

const WEIGHTS = { quote: 50, prefix: 20, suffix: 20, position: 2 };
const MOST_EDITS = 256;

/** Places a quote by that rule. */
export function placeByHypothesisRule(text: string, { exact, prefix, suffix, start: hint }: QuoteSelector): Stretch | null {
  let best: Stretch | null = null;
  let bestScore = Number.NEGATIVE_INFINITY;
  for (const { start, end, errors } of matchesOf(text, exact)) {
    const parts = [
      [WEIGHTS.quote, 1 - errors / exact.length],
      [WEIGHTS.prefix, prefix === '' ? 1 : likeness(text.slice(Math.max(0, start - prefix.length), start), prefix)],
      [WEIGHTS.suffix, suffix === '' ? 1 : likeness(text.slice(end, end + suffix.length), suffix)],
      [WEIGHTS.position, hint === undefined ? 1 : 1 - Math.abs(start - hint) / text.length],
    ] as const;
    const score = parts.reduce((sum, [weight, value]) => sum + weight * value, 0);
    if (score <= bestScore) continue;
    bestScore = score;
    best = { start, end };
  }
  return best;
}

function matchesOf(text: string, exact: string): readonly (Stretch & { readonly errors: number })[] {
  const matches = [];
  for (let at = text.indexOf(exact); at >= 0; at = text.indexOf(exact, at + 1)) {
    matches.push({ start: at, end: at + exact.length, errors: 0 });
  }
  return matches.length > 0 ? matches : search(text, exact, Math.min(MOST_EDITS, exact.length / 2));
}

/** How well the best match of `part` in `text` fits, 0 to 1. */
function likeness(text: string, part: string): number {
  if (part === '' || text === '') return 0;
  const best = search(text, part, part.length).reduce((least, { errors }) => Math.min(least, errors), part.length);
  return 1 - best / part.length;
}
