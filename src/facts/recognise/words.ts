/** Words around a place in a text: neighbours, capitals, what stands between. Offsets are UTF-16 code units. */
import { fold } from '../../text/fold.ts';
import { LAST_CLASS, LAST_SEPARATOR, LETTERS, newPiece, pieceAt } from '../../text/letters.ts';
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

/**
 * Code units looked at for a neighbour and its letters: more between two words, or more letters, are no neighbour and no name.
 * The bound keeps the work at each candidate constant whatever the text.
 */
const REACH = 64;

/** The token after `offset`; `undefined` at the text's end or where none begins near by. */
export function wordAfter(text: string, offset: number): TextSpan | undefined {
  const limit = Math.min(text.length, offset + REACH);
  let start = offset;
  while (start < limit && !isInWord(text, start)) start++;
  if (start === limit) return undefined;
  let end = start;
  while (end < limit && isInWord(text, end)) end++;
  return { start, end };
}

/** The token before `offset`; `undefined` at the text's beginning or where none ends near by. */
export function wordBefore(text: string, offset: number): TextSpan | undefined {
  const limit = Math.max(0, offset - REACH);
  let end = offset;
  while (end > limit && !isInWord(text, end - 1)) end--;
  if (end === limit) return undefined;
  let start = end;
  while (start > limit && isInWord(text, start - 1)) start--;
  return { start, end };
}

const piece = newPiece();
function isInWord(text: string, at: number): boolean {
  if ((LETTERS[text.charCodeAt(at)] ?? 0) > LAST_CLASS) return true;
  pieceAt(text, at, piece);
  return piece.code > LAST_SEPARATOR;
}

/** A name or phrase as its folded tokens with one space between: how neighbours are looked up. */
export function phraseOf(text: string): string {
  return tokensOf(text)
    .map(({ start, end }) => fold(text.slice(start, end)).text)
    .join(' ');
}

/** Whether the letter at `offset` is a capital, or of a script that has none. */
export function isCapital(text: string, offset: number): boolean {
  const letterCase = caseAt(text, offset);
  return letterCase === CAPITAL || letterCase === UNCASED;
}

/** Whether the letter at `offset` is a capital of a script that has small letters too. */
export function isUpperCase(text: string, offset: number): boolean {
  return caseAt(text, offset) === CAPITAL;
}

const NO_CAPITAL = 1;
const CAPITAL = 2;
const UNCASED = 3;
/** Code unit → one of the above; 0 where it was not met yet, or is half of a pair. */
const CASES = new Uint8Array(0x10000);

function caseAt(text: string, offset: number): number {
  const unit = text.charCodeAt(offset);
  return CASES[unit] || learnCase(unit, text.codePointAt(offset) ?? 0);
}

function learnCase(unit: number, point: number): number {
  const character = String.fromCodePoint(point);
  const letterCase = /[\p{Lu}\p{Lt}]/u.test(character) ? CAPITAL : /\p{Lo}/u.test(character) ? UNCASED : NO_CAPITAL;
  if (unit === point) CASES[unit] = letterCase;
  return letterCase;
}

/** Letters of the longest run of capitals that may be an abbreviation rather than a headline. */
const LONGEST_ACRONYM = 8;

/** Whether every cased letter of a stretch is a capital, and there are more than an abbreviation has: a headline in capitals. */
export function isAllCapitals(stretch: string): boolean {
  return !/\p{Ll}/u.test(stretch) && (stretch.match(/\p{Lu}/gu)?.length ?? 0) > LONGEST_ACRONYM;
}

/** Whether only white space stands in [start, end), and some does. */
export function isSpace(text: string, start: number, end: number): boolean {
  return end > start && /^\s+$/u.test(text.slice(start, end));
}
