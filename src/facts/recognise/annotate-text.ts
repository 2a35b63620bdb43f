/** Recognition of a plain text as one article: its paragraphs are the blocks, offsets are those of the whole text. */
import type { FormLanguage } from '../entity.ts';
import type { Mention } from '../mention.ts';
import { findCandidates } from './block.ts';
import { choose, type ReadBlock, type RefusedReading } from './choose.ts';
import type { Lexicon } from './lexicon.ts';
import type { TextSpan } from './words.ts';

/** What is known about the text. */
export interface TextArticle {
  /** The day it was written, `YYYY-MM-DD`. */
  readonly day?: string | undefined;
  readonly lang?: FormLanguage | undefined;
}

/** Mentions and refused readings of a text in order of start; offsets are UTF-16 code units of the text. */
export interface AnnotatedText {
  readonly mentions: readonly Mention[];
  readonly refused: readonly RefusedReading[];
}

/** Recognises one article given as plain text; each line is a paragraph. */
export function annotateText(lexicon: Lexicon, text: string, { day, lang }: TextArticle): AnnotatedText {
  const blocks: ReadBlock[] = [];
  for (const match of text.matchAll(/[^\n]+/gu)) {
    blocks.push({ id: match.index, order: match.index, reading: findCandidates(lexicon, match[0], lang) });
  }
  // A block's id is where it starts in the text.
  const decisions = [...choose(lexicon, blocks, day)];
  const moved = <T extends TextSpan>(from: number, spans: readonly T[]): T[] =>
    spans.map((span) => ({ ...span, start: span.start + from, end: span.end + from }));
  return {
    mentions: decisions.flatMap(([from, { mentions }]) => moved(from, mentions)),
    refused: decisions.flatMap(([from, { refused }]) => moved(from, refused)),
  };
}
