/** Words around a place in a text: neighbours, capitals, what stands between. Offsets are UTF-16 code units. */
import { newToken, nextToken } from '../../text/tokens.ts';

/** A stretch of text, `end` exclusive. */
export interface TextSpan {
  readonly start: number;
  readonly end: number;
}

/** Every token of a text, in order. */
export function tokensOf(text: string): TextSpan[] {
  const spans: TextSpan[] = [];
  const token = newToken();
  for (let at = 0; nextToken(text, at, token); at = token.end) spans.push({ start: token.start, end: token.end });
  return spans;
}

/** Place in `tokens` of the first one that starts at or after `offset`; `tokens.length` where there is none. By bisection. */
export function tokenFrom(tokens: readonly TextSpan[], offset: number): number {
  let low = 0;
  let high = tokens.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((tokens[middle]?.start ?? 0) < offset) low = middle + 1;
    else high = middle;
  }
  return low;
}

const CAPITAL = /^\p{Lu}|^\p{Lt}/u;
const UNCASED = /^\p{Lo}/u;
/** Whether the letter at `offset` is a capital, or of a script that has none. */
export function isCapital(text: string, offset: number): boolean {
  const letter = String.fromCodePoint(text.codePointAt(offset) ?? 0);
  return CAPITAL.test(letter) || UNCASED.test(letter);
}

/** Whether the letter at `offset` is a capital of a script that has small letters too. */
export function isUpperCase(text: string, offset: number): boolean {
  return CAPITAL.test(String.fromCodePoint(text.codePointAt(offset) ?? 0));
}

/** Whether every cased letter of [start, end) is a capital, and there are at least `LONGEST_ACRONYM` of them: a headline in capitals. */
export function isAllCapitals(text: string, start: number, end: number): boolean {
  const stretch = text.slice(start, end);
  return !/\p{Ll}/u.test(stretch) && (stretch.match(/\p{Lu}/gu)?.length ?? 0) > LONGEST_ACRONYM;
}
/** Letters of the longest run of capitals that may be an abbreviation rather than a headline. */
const LONGEST_ACRONYM = 8;

/** Whether only white space stands in [start, end), and some does. */
export function isSpace(text: string, start: number, end: number): boolean {
  return end > start && /^\s+$/u.test(text.slice(start, end));
}
