/** What a text is searched by: its words, folded as recognition folds names. */
import { fold, toOriginal } from '../../text/fold.ts';

/** A folded word and where it stands in the text as written: UTF-16 offsets, `end` exclusive. */
export interface Word {
  readonly word: string;
  readonly start: number;
  readonly end: number;
}

/** Letters, digits and marks; apostrophes, hyphens and all else stand between words. */
const WORD = /[\p{L}\p{N}\p{M}]+/gu;
/** Arabic writes 'and', 'in', 'to' and 'the' as one word with what follows. What is left must be a word still. */
const ARABIC_BEFORE = /^[وف]?[بلك]?(?:ال)?(?=[\u0620-\u064a]{3})/;

/** The folded words of a text, repeats included. */
export function wordsOf(text: string): readonly string[] {
  return fold(text).text.match(WORD) ?? [];
}

/** The folded words of a text with their places. */
export function placedWords(text: string): readonly Word[] {
  const folded = fold(text);
  return Array.from(folded.text.matchAll(WORD), ({ 0: word, index }) => ({
    word,
    ...toOriginal(folded, index, index + word.length),
  }));
}

/** A folded word as it is, and without what Arabic writes before it: either may be looked for. */
export function waysToFind(word: string): readonly string[] {
  const before = ARABIC_BEFORE.exec(word)?.[0].length ?? 0;
  return before === 0 ? [word] : [word, word.slice(before)];
}
