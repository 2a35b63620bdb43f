/** What is kept of a passage so that it can be found again: its words, the words around it, and where it stood. */
import { LAST_SEPARATOR, newPiece, pieceAt } from '../letters.ts';

/**
 * A quote and the text around it, as in TextQuoteSelector of the W3C Web Annotation Data Model (4.2.4), and where it stood.
 * Offsets are UTF-16 code units.
 */
export interface QuoteSelector {
  /** The words themselves, as they stood in the text. */
  readonly exact: string;
  /** The text just before; may be empty where the text began, or where an import had none. */
  readonly prefix: string;
  /** The text just after. */
  readonly suffix: string;
  /** Where the quote began when it was saved; a hint, never trusted alone. */
  readonly start?: number | undefined;
}

/** Context kept on each side, in UTF-16 units, where the text is that long; whole words, so usually a little more. */
export const SHORTEST_CONTEXT = 64;
/** Context is lengthened up to this where the shorter one occurs more than once, as in the boilerplate of a live blog. */
const LONGEST_CONTEXT = 512;
/** A word longer than this is cut: it is no word. */
const LONGEST_WORD = 32;

/**
 * The selector of `[start, end)` in `text`. Where quote and context together occur elsewhere in the text, the context is lengthened
 * until they do not, and then once more by as much, so that the difference weighs.
 * @param start UTF-16 offset
 * @param end exclusive, greater than `start`
 */
export function selectQuote(text: string, start: number, end: number): QuoteSelector & { readonly start: number } {
  let length = SHORTEST_CONTEXT;
  while (length < LONGEST_CONTEXT && isRepeated(text, start - length, end + length)) length *= 2;
  if (length > SHORTEST_CONTEXT && length < LONGEST_CONTEXT) length *= 2;
  return {
    exact: text.slice(start, end),
    prefix: text.slice(wordStart(text, Math.max(0, start - length)), start),
    suffix: text.slice(end, wordEnd(text, Math.min(text.length, end + length))),
    start,
  };
}

function isRepeated(text: string, from: number, to: number): boolean {
  const start = Math.max(0, from);
  const passage = text.slice(start, to);
  return text.indexOf(passage) !== start || text.includes(passage, start + 1);
}

const piece = newPiece();

/** Whether a word goes on from before `at` to after it; true also between the halves of one character. */
function isInsideWord(text: string, at: number): boolean {
  pieceAt(text, at, piece);
  const isLowHalf = (text.charCodeAt(at) & 0xfc00) === 0xdc00;
  if (piece.code <= LAST_SEPARATOR && !isLowHalf) return false;
  pieceAt(text, at - 1, piece);
  return isLowHalf || piece.code > LAST_SEPARATOR;
}

function wordStart(text: string, offset: number): number {
  let at = offset;
  while (at > 0 && offset - at < LONGEST_WORD && isInsideWord(text, at)) at--;
  return at;
}

function wordEnd(text: string, offset: number): number {
  let at = offset;
  while (at < text.length && at - offset < LONGEST_WORD && isInsideWord(text, at)) at++;
  return at;
}
