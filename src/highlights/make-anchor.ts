/** Makes what is kept of a passage from the article it stands in. */
import type { ArticleText } from '../text/article-text.ts';
import { selectQuote } from '../text/quote/quote-selector.ts';
import { sentenceAround, sentenceStarts } from '../text/sentences.ts';
import type { Anchor } from './highlight.ts';
import { LONGEST_FIELD } from './longest-field.ts';

/** A passage without the white space at its edges; offsets are UTF-16 code units, `end` exclusive. `null` where nothing else is in it. */
export function trimPassage(text: string, start: number, end: number): { start: number; end: number } | null {
  const passage = text.slice(start, end);
  const inner = passage.trim();
  if (inner === '') return null;
  const from = start + passage.indexOf(inner);
  return { start: from, end: from + inner.length };
}

/**
 * The anchor of `[start, end)` of an article's text. Sentence and paragraph are cut at what a record may hold.
 * @returns `null` where the passage itself is longer than that
 */
export function makeAnchor(article: ArticleText<{ readonly text: string }>, start: number, end: number): Anchor | null {
  if (end - start > LONGEST_FIELD) return null;
  const { exact, prefix, suffix } = selectQuote(article.text, start, end);
  const stretches = article.stretchesOf(start, end);
  const first = stretches[0];
  const last = stretches.at(-1);
  if (first === undefined || last === undefined) return null;
  const firstBlock = start - first.start;
  const lastBlock = end - last.end;
  const sentenceStart = firstBlock + sentenceOf(first.block.text, first.start).start;
  const sentenceEnd = lastBlock + sentenceOf(last.block.text, last.end - 1).end;
  return {
    quote: { exact, prefix, suffix },
    position: { start, end },
    sentence: article.text.slice(sentenceStart, sentenceEnd).trim().slice(0, LONGEST_FIELD),
    paragraph: article.text.slice(firstBlock, lastBlock + last.block.text.length).slice(0, LONGEST_FIELD),
  };
}

/** Offsets in a block's text of the sentence round an offset of it; white space after it included. */
export function sentenceOf(text: string, offset: number): { start: number; end: number } {
  return sentenceAround(sentenceStarts(text), text.length, offset);
}
