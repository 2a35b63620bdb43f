/** Headlines, in which capitals say nothing about names. */
import { newToken, nextToken } from '../../text/tokens.ts';
import { isAllCapitals, isUpperCase } from './words.ts';

/** Shorter words stay small in English headlines. */
const LONG_WORD = 5;
/** Fewer long words with capitals may be one name. */
const LONG_WORDS = 4;

/** Whether a sentence is set as a headline: all in capitals, or every longer word with one. */
export function isHeadline(sentence: string): boolean {
  if (isAllCapitals(sentence)) return true;
  const word = newToken();
  let longWords = 0;
  for (let at = 0; nextToken(sentence, at, word); at = word.end) {
    if (word.end - word.start < LONG_WORD) continue;
    if (!isUpperCase(sentence, word.start)) return false;
    longWords++;
  }
  return longWords >= LONG_WORDS;
}
