/** A quote with its context as one row of tokens, the shape in which it is looked for. */
import { readTokens, type TokenRow } from './quote-index.ts';
import type { QuoteSelector } from './quote-selector.ts';

/** Offsets are UTF-16 units of `text`; indices count tokens of `tokens`. */
export interface Passage {
  /** Prefix, quote and suffix, as they stood. */
  readonly text: string;
  readonly start: number;
  readonly end: number;
  readonly tokens: TokenRow;
  /** Index of the first token of which the quote has a part. */
  readonly first: number;
  /** Index after the last such token; equal to `first` where the quote is signs only. */
  readonly after: number;
}

/** Reads a selector's passage. A word that is cut by the quote's edge counts as the quote's. */
export function passageOf({ exact, prefix, suffix }: QuoteSelector): Passage {
  const text = prefix + exact + suffix;
  const start = prefix.length;
  const end = start + exact.length;
  const tokens = readTokens(text);
  let first = 0;
  while (first < tokens.count && (tokens.ends[first] ?? 0) <= start) first++;
  let after = first;
  while (after < tokens.count && (tokens.starts[after] ?? 0) < end) after++;
  return { text, start, end, tokens, first, after };
}
