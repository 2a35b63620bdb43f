/**
 * Tokens: what the matcher compares. A token is a run of letters, digits and marks; a Han character is one by itself. Apostrophes,
 * hyphens, dots, spaces and everything else separate tokens, so 'Erdoğan’ın' is two and 'al-Nu'man' three.
 * A token is known by a 64-bit hash of its folded letters, kept as two 32-bit halves.
 */
import {
  APOSTROPHE,
  BREAK,
  DOT,
  HYPHEN,
  IGNORED,
  LAST_CLASS,
  LAST_SEPARATOR,
  LETTERS,
  MARK,
  newPiece,
  OTHER,
  pieceAt,
  SINGLE,
  SPACE,
} from './letters.ts';

/** A token's place and hash; a caller keeps one and has it filled again and again. */
export interface Token {
  /** UTF-16 offset of its first letter. */
  start: number;
  /** UTF-16 offset after its last letter and that letter's marks. */
  end: number;
  /** First half of the hash, a signed 32-bit integer. */
  a: number;
  /** Second half. */
  b: number;
}

/** A token to be filled by {@link nextToken}. */
export function newToken(): Token {
  return { start: 0, end: 0, a: 0, b: 0 };
}

/** Where the first half of a hash begins. */
export const SEED_A = 0x243f6a88;
const SEED_B = 0x13198a2e;
/**
 * Multipliers near the golden and the silver ratio of 2³². Such ratios are badly approximable, so no two tokens of one script
 * that differ in two neighbouring letters only can collide in either half; longer differences collide by chance, 2⁻⁶⁴.
 */
export const STEP_A = 0x9e3779b1;
const STEP_B = 0x6a09e667;

/**
 * Reads the first token that ends after `from`; an offset inside a token reads the rest of it.
 * @returns false, with `token.end` at the text's end, when there is none
 */
export function nextToken(text: string, from: number, token: Token): boolean {
  const length = text.length;
  let at = from;
  while (at < length) {
    let letter = LETTERS[text.charCodeAt(at)] ?? 0;
    if (letter <= LAST_SEPARATOR) {
      at++;
      continue;
    }
    const start = at;
    let a = SEED_A;
    let b = SEED_B;
    while (letter > LAST_CLASS) {
      a = Math.imul(a ^ letter, STEP_A);
      b = Math.imul(b ^ letter, STEP_B);
      if (++at === length) break;
      letter = LETTERS[text.charCodeAt(at)] ?? 0;
    }
    if (letter === SINGLE && at === start) {
      const unit = text.charCodeAt(at++);
      a = Math.imul(a ^ unit, STEP_A);
      b = Math.imul(b ^ unit, STEP_B);
    } else if (letter > LAST_SEPARATOR && letter <= LAST_CLASS && letter !== SINGLE) {
      if (readSlowly(text, start, token)) return true;
      at = token.end;
      continue;
    }
    token.start = start;
    token.end = at;
    token.a = a;
    token.b = b;
    return true;
  }
  token.end = length;
  return false;
}

const piece = newPiece();

/**
 * The same for a token in which something stands that is not one plain letter: marks, ligatures, characters beyond the BMP, or
 * units not met before. It starts the token over, which costs at most a second pass.
 * @returns false, with `token.end` where to go on, when there is no letter before the next separator
 */
function readSlowly(text: string, from: number, token: Token): boolean {
  let a = SEED_A;
  let b = SEED_B;
  let start = -1;
  let end = from;
  let at = from;
  while (at < text.length) {
    pieceAt(text, at, piece);
    if (piece.code <= LAST_SEPARATOR || (piece.code === SINGLE && start >= 0)) break;
    if (piece.code === SINGLE || piece.code === OTHER) {
      if (start < 0) start = at;
      for (let i = 0; i < piece.letters.length; i++) {
        const letter = piece.letters.charCodeAt(i);
        a = Math.imul(a ^ letter, STEP_A);
        b = Math.imul(b ^ letter, STEP_B);
      }
    }
    at = piece.next;
    if (piece.code !== IGNORED) end = at;
    if (piece.code === SINGLE) break;
  }
  token.start = start;
  token.end = start < 0 ? Math.max(at, from + 1) : end;
  token.a = a;
  token.b = b;
  return start >= 0;
}

/** Tokens joined as the words of one name: by white space, perhaps with one quotation mark, one hyphen, one apostrophe, or nothing (Han). */
export const JOINED = 0;
/** Joined by a full stop, with or without white space after it, as initials are. */
export const DOTTED = 1;
/** Not joined: sentence punctuation, dashes, slashes, or a hyphen with white space beside it stand between. */
export const APART = 2;

/** Quotation marks; beside one white space, or between two as French sets them, they join. */
const QUOTES = '"“”„‟«»';

/**
 * How two neighbouring tokens are joined.
 * @param end UTF-16 offset where the first ends
 * @param start UTF-16 offset where the second starts
 */
export function joint(text: string, end: number, start: number): typeof JOINED | typeof DOTTED | typeof APART {
  let seen = IGNORED;
  for (let at = end; at < start; at++) {
    const code = LETTERS[text.charCodeAt(at)] ?? 0;
    if (code === IGNORED || code === MARK) continue;
    // Two or three units apart. Part of a name may stand in quotation marks: the "Sochi" accord, операция «Источник мира», opération « Source de paix ».
    if (code === BREAK && (start - end) >> 1 === 1 && QUOTES.includes(text.charAt(at))) continue;
    // An apostrophe before white space ends a quotation, but for a genitive of many: the Workers' Party.
    const isGenitive = code === SPACE && seen === APOSTROPHE && isS(text, end - 1);
    const fits = code === SPACE ? seen === IGNORED || seen === SPACE || seen === DOT || isGenitive : seen === IGNORED;
    if (!fits || (code !== SPACE && code !== HYPHEN && code !== APOSTROPHE && code !== DOT)) return APART;
    if (code !== SPACE || seen === IGNORED) seen = code;
  }
  return seen === DOT ? DOTTED : JOINED;
}

function isS(text: string, at: number): boolean {
  const letter = text.charAt(at);
  return letter === 's' || letter === 'S';
}
