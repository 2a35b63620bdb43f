/** Whether a form can be found in a text at all. */
import { tokensOf } from '../recognise/words.ts';
import { APART, joint } from '../../text/tokens.ts';
import { LONGEST_FORM } from '../../text/trie/trie-format.ts';

/** Whether `form` has a letter, not too many words, and between them only signs that a match goes across. */
export function isMatchable(form: string): boolean {
  const tokens = tokensOf(form);
  const joined = tokens.every(({ start }, place) => {
    const before = tokens[place - 1];
    return before === undefined || joint(form, before.end, start) !== APART;
  });
  return tokens.length > 0 && tokens.length <= LONGEST_FORM && joined;
}
