/** Headlines, in which capitals say nothing about names. */
import { isAllCapitals, isUpperCase, tokensOf } from './words.ts';

/** Shorter words stay small in English headlines. */
const LONG_WORD = 5;
/** Fewer long words with capitals may be one name. */
const LONG_WORDS = 4;

/** Whether a sentence is set as a headline: all in capitals, or every longer word with one. */
export function isHeadline(sentence: string): boolean {
  if (isAllCapitals(sentence)) return true;
  const longWords = tokensOf(sentence).filter(({ start, end }) => end - start >= LONG_WORD);
  return longWords.length >= LONG_WORDS && longWords.every(({ start }) => isUpperCase(sentence, start));
}
