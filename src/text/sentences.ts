/**
 * Where the sentences of a block begin. Small rules for news prose in seven languages, chosen over `Intl.Segmenter` because they
 * are the same in every browser and know 'Mr.', 'U.S.' and the German '21. Februar'. A missed boundary only widens the stretch
 * in which a cue counts, so in doubt there is none.
 */
import LINES from './abbreviations.json';

const TERMINATORS = '.!?…؟۔。！？';
/** These end a sentence without white space after them. */
const FULL_WIDTH = '。！？';
const CLOSERS = '"\'”’»›)]}“‘';
const OPENERS = '"\'“‘«‹„‚([{”’»¿¡—–-';

/** Code unit → 1 where a sentence may end: nearly all units are passed by one look-up each. */
const STOPS = new Uint8Array(0x10000);
for (const sign of `${TERMINATORS}\n`) STOPS[sign.charCodeAt(0)] = 1;

/** Abbreviations that a name, number or noun follows, in lower case without their last full stop. */
const ABBREVIATIONS = new Set(LINES.flatMap((line) => line.split(' ')));
/** The longest abbreviation and a separator before it: how far back a full stop looks. */
const LOOK_BACK = 8;

/** Whether the full stop at `at` belongs to an initial, an abbreviation or an ordinal number, and ends no sentence. */
function isInnerStop(text: string, at: number): boolean {
  const before = text.slice(Math.max(0, at - LOOK_BACK), at);
  const word = /[\p{L}\p{M}\p{Nd}]*$/u.exec(before)?.[0] ?? '';
  if (word === '') return false;
  const joined = before.at(-word.length - 1);
  // 'R.', 'т.', 'U.S.', 'z.B.': single letters, also chained by full stops.
  if (/^\p{L}\p{M}*$/u.test(word)) return true;
  // '21. Februar', '3. Kolordu'; a year may well end a sentence.
  if (/^\p{Nd}{1,2}$/u.test(word)) return joined !== ',' && joined !== '.';
  return ABBREVIATIONS.has(word.toLowerCase());
}

/** Whether a sentence may begin with what stands at `at`: no lower-case letter, no punctuation but an opening one. */
function mayBegin(text: string, at: number): boolean {
  let first = at;
  while (first < text.length && first < at + 3 && OPENERS.includes(text.charAt(first))) first++;
  while (first < text.length && first < at + 4 && /\s/u.test(text.charAt(first))) first++;
  const character = String.fromCodePoint(text.codePointAt(first) ?? 0);
  return /[\p{Lu}\p{Lt}\p{Lo}\p{N}]/u.test(character);
}

/**
 * The UTF-16 offsets where sentences begin, ascending; the first is 0. White space between two sentences belongs to the first.
 * An empty line always separates.
 */
export function sentenceStarts(text: string): number[] {
  const starts = [0];
  const begin = (at: number): void => {
    if (at < text.length && at > (starts.at(-1) ?? 0)) starts.push(at);
  };
  let at = 0;
  while (at < text.length) {
    if (STOPS[text.charCodeAt(at)] === 0) {
      at++;
      continue;
    }
    const sign = text.charAt(at);
    if (sign === '\n') {
      let next = at + 1;
      let lines = 1;
      for (; next < text.length && /\s/u.test(text.charAt(next)); next++) if (text.charAt(next) === '\n') lines++;
      if (lines > 1) begin(next);
      at = next;
      continue;
    }
    let next = at + 1;
    while (next < text.length && TERMINATORS.includes(text.charAt(next))) next++;
    const single = next === at + 1;
    const last = text.charAt(next - 1);
    while (next < text.length && CLOSERS.includes(text.charAt(next))) next++;
    const closed = next;
    while (next < text.length && /\s/u.test(text.charAt(next)) && text.charAt(next) !== '\n') next++;
    const spaced = next > closed || text.charAt(next) === '\n' || FULL_WIDTH.includes(last);
    if (text.charAt(next) === '\n') {
      while (next < text.length && /\s/u.test(text.charAt(next))) next++;
    }
    if (spaced && mayBegin(text, next) && !(single && sign === '.' && isInnerStop(text, at))) begin(next);
    at = next;
  }
  return starts;
}

/** The sentence that holds an offset: where it begins and where the next one does (or the text ends). */
export function sentenceAround(starts: readonly number[], length: number, offset: number): { start: number; end: number } {
  let low = 0;
  let high = starts.length;
  while (high - low > 1) {
    const middle = (low + high) >>> 1;
    if ((starts[middle] ?? 0) <= offset) low = middle;
    else high = middle;
  }
  return { start: starts[low] ?? 0, end: starts[low + 1] ?? length };
}
