/** Folding a whole text, with the way back: for searching quotes and history. The trie's scan folds on the fly instead. */
import {
  APOSTROPHE,
  BEFORE_BREVE,
  BREAK,
  DOT,
  HYPHEN,
  IGNORED,
  LAST_CLASS,
  LETTERS,
  MARK,
  newPiece,
  OTHER,
  pieceAt,
  SINGLE,
  SPACE,
} from './letters.ts';

/**
 * A folded text and where each of its units came from. All offsets are UTF-16 code units.
 * White space of any length folds to one space, hyphens and apostrophes of any shape to '-' and ''', double quotation marks to
 * '"'; other separators stay as they are.
 */
export interface Folded {
  readonly text: string;
  /**
   * Folded offset → offset in the original of the character that unit came from; one entry more than `text` has units, the last
   * being the original's length. Never decreases; equal neighbours are one character that became several letters.
   */
  readonly starts: Uint32Array;
}

const QUOTES = '"\u201c\u201d\u201e\u201f\u00ab\u00bb\u2033\uff02';
const FOLDED_SEPARATOR = new Map([
  [SPACE, ' '],
  [HYPHEN, '-'],
  [APOSTROPHE, "'"],
  [DOT, '.'],
]);
/** Units turned into a string at a time; longer argument lists overflow the stack. */
const CHUNK = 8192;

/** Folds a text in one pass; its length may shrink (marks) or grow (ß, ligatures, Hangul syllables to jamo). */
export function fold(text: string): Folded {
  let units = new Uint16Array(text.length + 16);
  let starts = new Uint32Array(text.length + 16);
  let length = 0;
  const add = (unit: number, from: number): void => {
    if (length === units.length - 1) {
      const grownUnits = new Uint16Array(2 * length);
      grownUnits.set(units);
      units = grownUnits;
      const grownStarts = new Uint32Array(2 * length);
      grownStarts.set(starts);
      starts = grownStarts;
    }
    units[length] = unit;
    starts[length++] = from;
  };
  const piece = newPiece();
  let spaceBefore = false;
  for (let at = 0; at < text.length; at = piece.next) {
    const letter = LETTERS[text.charCodeAt(at)] ?? 0;
    if (letter > LAST_CLASS && letter !== BEFORE_BREVE) {
      add(letter, at);
      spaceBefore = false;
      piece.next = at + 1;
      continue;
    }
    pieceAt(text, at, piece);
    if (piece.code === IGNORED || piece.code === MARK || (piece.code === SPACE && spaceBefore)) continue;
    spaceBefore = piece.code === SPACE;
    const letters = lettersOf(text, at, piece.code, piece.letters, piece.next);
    for (let i = 0; i < letters.length; i++) add(letters.charCodeAt(i), at);
  }
  starts[length] = text.length;
  const parts: string[] = [];
  for (let i = 0; i < length; i += CHUNK) parts.push(String.fromCharCode(...units.subarray(i, Math.min(i + CHUNK, length))));
  return { text: parts.join(''), starts: starts.subarray(0, length + 1) };
}

/** The folded letters of a stretch, without separators and without a way back: what is compared of a token. */
export function foldedLetters(text: string, start: number, end: number): string {
  const piece = newPiece();
  let letters = '';
  for (let at = start; at < end; at = piece.next) {
    pieceAt(text, at, piece);
    letters += piece.letters;
  }
  return letters;
}

/** What a piece becomes in a folded text. */
function lettersOf(text: string, at: number, code: number, letters: string, next: number): string {
  if (code === OTHER || code === SINGLE) return letters;
  if (code !== BREAK) return FOLDED_SEPARATOR.get(code) ?? '';
  const sign = text.slice(at, next);
  return QUOTES.includes(sign) ? '"' : sign;
}

/**
 * Where a stretch of the folded text stands in the original: from the first unit's character to before the next one's, so marks
 * that folding removed stay with their letter.
 * @param end exclusive, greater than `start`; both between 0 and the folded length
 */
export function toOriginal(folded: Folded, start: number, end: number): { start: number; end: number } {
  const { starts } = folded;
  const from = starts[start] ?? 0;
  let after = end;
  // A stretch that ends inside one character's letters ('s' of ß) takes the whole character.
  while (after < starts.length - 1 && starts[after] === starts[end - 1]) after++;
  return { start: from, end: starts[after] ?? from };
}

/**
 * Offset in the folded text of the first unit whose character stands at or after an offset of the original.
 * @param offset between 0 and the original's length
 */
export function toFolded(folded: Folded, offset: number): number {
  let low = 0;
  let high = folded.starts.length - 1;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((folded.starts[middle] ?? 0) < offset) low = middle + 1;
    else high = middle;
  }
  return low;
}

/**
 * The original offset after `count` folded letters from `start`, with the marks of the last of them: the way from 'the first two
 * letters are a clitic' to where the name begins. Separators on the way are passed and not counted.
 */
export function offsetAfterFolded(text: string, start: number, count: number): number {
  const piece = newPiece();
  let left = count;
  let at = start;
  while (at < text.length) {
    pieceAt(text, at, piece);
    if (left <= 0 && piece.code !== MARK && piece.code !== IGNORED) break;
    left -= piece.letters.length;
    at = piece.next;
  }
  return at;
}
