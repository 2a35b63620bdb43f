/**
 * What every UTF-16 code unit is to the matcher: a folded letter, or a class of separator or mark. The one source of truth for
 * folding; the trie's scan reads the table directly, everything else goes through {@link pieceAt}.
 *
 * Folding takes away what writers of news vary without meaning anything by it: case, diacritics, the Turkish dots of i, Arabic
 * hamza carriers and short vowels, width, ligatures. A unit's fold is the fold of its NFKD pieces, so composed and decomposed
 * text give the same letters.
 */

/** Ends a token and a match: sentence punctuation, dashes, slashes, symbols, emoji. */
export const BREAK = 0;
/** White space of any width, line ends included. */
export const SPACE = 1;
/** Hyphens; dashes are {@link BREAK}. */
export const HYPHEN = 2;
/** Apostrophes and the signs used for them, for Turkish suffixes and for transliterated ayn and hamza. */
export const APOSTROPHE = 3;
/** Full stop, as in initials. */
export const DOT = 4;
/** Greatest code of a separator: everything at or below it ends a token. */
export const LAST_SEPARATOR = 4;
/** Invisible: soft hyphen, zero-width and directional signs. Inside a token it is not there; at a token's end it stays out. */
export const IGNORED = 5;
/** Removed, but belongs to the letter before it: diacritics, Arabic short vowels, the tatweel. */
export const MARK = 6;
/** A Han character: a token by itself. In the table it folds to itself; those few that fold to another are `OTHER` there. */
export const SINGLE = 7;
/** Letters that are not one unit of the table: expansions (ß), and everything outside the Basic Multilingual Plane. */
export const OTHER = 8;
/** Not looked at yet; {@link pieceAt} fills it in. */
const UNSEEN = 9;
/** Every table entry above this is a folded letter, the entries up to it are the classes above. */
export const LAST_CLASS = 15;

/** Changes whenever a fold or a class changes, so that a trie compiled with another table is refused. */
export const FOLD_VERSION = 1;

/**
 * Code unit → folded letter (above {@link LAST_CLASS}) or class. Entries are worked out when first met: a whole table costs
 * 60 ms, more than waking the background may take, and a reader meets a few hundred different units.
 */
export const LETTERS = new Uint16Array(0x10000).fill(UNSEEN).fill(OTHER, 0xd800, 0xe000);

const HYPHENS = '-\u2010\u2011\u058a\u05be\ufe63\uff0d';
const APOSTROPHES = "'\u2019\u2018\u201b\u2032`\u00b4\u02b9\u02bb\u02bc\u02bd\u02be\u02bf\u02c8\uff07";
const DOTS = '.\u2024\uff0e';

/** Scripts whose marks are optional in writing or only diacritics; other scripts' marks are letters in their own right. */
const STRIPPED_MARK =
  /^(?![\u3099\u309a])(?=\p{M})[\p{Script=Inherited}\p{Script=Latin}\p{Script=Greek}\p{Script=Cyrillic}\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Syriac}]$/u;
const IGNORABLE = /^\p{Default_Ignorable_Code_Point}$/u;
/** Superscript and other `No` numbers are left out: 'Idlib²' is Idlib with a footnote. */
const WORD = /^[\p{L}\p{M}\p{Nd}\p{Nl}]$/u;
const HAN = /^\p{Script=Han}$/u;

/** Letters that NFKD leaves alone but writers interchange. Greek final sigma is here, too. */
const ALIKE = new Map([
  ...Object.entries({
    ı: 'i',
    ß: 'ss',
    æ: 'ae',
    œ: 'oe',
    ø: 'o',
    đ: 'd',
    ð: 'd',
    þ: 'th',
    ł: 'l',
    ħ: 'h',
    ŧ: 't',
    ŋ: 'n',
    ς: 'σ',
  }),
  ...Object.entries({ ٱ: 'ا', ٲ: 'ا', ٳ: 'ا', ى: 'ي', ی: 'ي', ې: 'ي', ک: 'ك', ة: 'ه', ۃ: 'ه', ہ: 'ه', ھ: 'ه', ە: 'ه', ـ: '' }),
]);
/** Arabic-Indic and Persian digit zero. */
const DIGIT_ZEROS = [0x0660, 0x06f0];
const SHORT_I = 'й';
const CYRILLIC_I = 'иИ';
/** The one plain letter whose fold depends on what follows: и, which a combining breve makes й. */
export const BEFORE_BREVE = 0x0438;
const BREVE = 0x0306;

/** Folded letters of one piece of an NFKD decomposition in lower case. */
function foldPiece(piece: string): string {
  if (STRIPPED_MARK.test(piece) || IGNORABLE.test(piece)) return '';
  const point = piece.codePointAt(0) ?? 0;
  for (const zero of DIGIT_ZEROS) if (point >= zero && point <= zero + 9) return String(point - zero);
  return ALIKE.get(piece) ?? piece;
}

/** Class and folded letters of one character; letters are empty unless the class is `OTHER` or `SINGLE`. */
function classify(character: string): { code: number; letters: string } {
  if (IGNORABLE.test(character)) return { code: IGNORED, letters: '' };
  if (APOSTROPHES.includes(character)) return { code: APOSTROPHE, letters: '' };
  if (HYPHENS.includes(character)) return { code: HYPHEN, letters: '' };
  if (DOTS.includes(character)) return { code: DOT, letters: '' };
  if (/^\s$/u.test(character)) return { code: SPACE, letters: '' };
  if (!WORD.test(character)) return { code: BREAK, letters: '' };
  // й is a letter of its own to every reader of Russian, though Unicode takes it for и with a breve.
  if (character === 'й' || character === 'Й') return { code: OTHER, letters: SHORT_I };
  const pieces = character.normalize('NFKD').toLowerCase().normalize('NFKD');
  const letters = Array.from(pieces, foldPiece).join('');
  if (letters === '') return { code: MARK, letters };
  return { code: HAN.test(character) ? SINGLE : OTHER, letters };
}

/** Classes and letters of the characters that the table alone cannot express, by code point. */
const others = new Map<number, { code: number; letters: string }>();

/** Works out one character, and notes what fits into the table. */
function learn(point: number): { code: number; letters: string } {
  const character = String.fromCodePoint(point);
  const found = classify(character);
  const { code, letters } = found;
  const letter = letters.charCodeAt(0);
  if (point > 0xffff) others.set(point, found);
  else if (code === OTHER && letters.length === 1 && letter > LAST_CLASS) LETTERS[point] = letter;
  else if (letters === '' || (code === SINGLE && letters === character)) LETTERS[point] = code;
  else {
    LETTERS[point] = OTHER;
    others.set(point, found);
  }
  return found;
}

/** What stands at an offset; a caller keeps one and has it filled again and again. */
export interface Piece {
  /** `BREAK`, `SPACE`, `HYPHEN`, `APOSTROPHE`, `DOT`, `IGNORED`, `MARK`, `SINGLE`; or `OTHER` for any letters. */
  code: number;
  /** Folded letters; empty for separators and for what folding removes. */
  letters: string;
  /** UTF-16 offset after it. */
  next: number;
}

/** A piece to be filled by {@link pieceAt}. */
export function newPiece(): Piece {
  return { code: BREAK, letters: '', next: 0 };
}

/**
 * Reads the character at an offset. A lone surrogate is a `BREAK`, so is the end of the text (with `next` beyond it).
 * @param at UTF-16 offset, not negative
 */
export function pieceAt(text: string, at: number, piece: Piece): void {
  const point = text.codePointAt(at) ?? 0;
  piece.next = at + (point > 0xffff ? 2 : 1);
  const entry = point > 0xffff ? UNSEEN : (LETTERS[point] ?? BREAK);
  if (text.charCodeAt(piece.next) === BREVE && CYRILLIC_I.includes(text.charAt(at))) {
    piece.code = OTHER;
    piece.letters = SHORT_I;
    piece.next += 1;
  } else if (entry > LAST_CLASS) {
    piece.code = OTHER;
    piece.letters = String.fromCharCode(entry);
  } else if (entry <= SINGLE) {
    piece.code = entry;
    piece.letters = entry === SINGLE ? text.charAt(at) : '';
  } else if (point >= 0xd800 && point <= 0xdfff) {
    piece.code = BREAK;
    piece.letters = '';
  } else {
    const found = others.get(point) ?? learn(point);
    piece.code = found.code;
    piece.letters = found.letters;
  }
}
