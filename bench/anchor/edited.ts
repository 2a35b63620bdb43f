/** A long text with many saved passages, before and after somebody went over it word by word. */
import { textOf, writeArticle } from './news-text.ts';
import type { Stretch } from './outcome.ts';
import { type Random, randomFrom } from './random.ts';
import { LANGUAGES } from './vocabulary.ts';

/** So that pairs of words are about as rare as in print; names stay as frequent as they are in one long article. */
const COINED = 0.5;

/** The text when its passages were saved, and the passages. */
export interface SavedText {
  readonly text: string;
  readonly passages: readonly Stretch[];
}

/** The text as it is now; `truths` belong to the passages in order, `null` for one that is no more. */
export interface EditedText {
  readonly text: string;
  readonly truths: readonly (Stretch | null)[];
}

/**
 * Writes a text of at least `length` UTF-16 units in four languages by turns, and chooses passages in it: a fifth of them single
 * words, three fifths sentences, a fifth several sentences.
 */
export function writeSavedText(seed: number, length: number, passages: number): SavedText {
  const random = randomFrom(seed);
  const parts: string[] = [];
  for (let written = 0; written < length; written += parts.at(-1)?.length ?? length) {
    parts.push(textOf(writeArticle(random, random.pick(LANGUAGES), 8, COINED)));
  }
  const text = parts.join('\n');
  return { text, passages: Array.from({ length: passages }, () => choosePassage(random, text)) };
}

function choosePassage(random: Random, text: string): Stretch {
  const from = text.indexOf('\n', random.below(text.length - 4_000)) + 1;
  const paragraph = text.slice(from, text.indexOf('\n', from));
  const kind = random.below(5);
  if (kind === 0) {
    const { 0: word, index } = random.pick(Array.from(paragraph.matchAll(/\p{L}{4,}/gu)));
    return { start: from + index, end: from + index + word.length };
  }
  if (kind === 1) return { start: from, end: from + paragraph.length };
  const end = paragraph.indexOf('. ') + 1;
  return { start: from, end: from + (end > 0 ? end : paragraph.length) };
}

/** What becomes of one word in `share` of all: replaced by another of the text (three in five), dropped, or a word put before it. */
export function editWords({ text, passages }: SavedText, share: number, seed: number): EditedText {
  const random = randomFrom(seed);
  const words = Array.from(text.matchAll(/\S+/g), ({ 0: word, index }) => ({ word, index }));
  const kept: Word[] = [];
  let edited = '';
  let last = 0;
  for (const { word, index } of words) {
    edited += text.slice(last, index);
    last = index + word.length;
    const fate = random.chance(share) ? random.below(5) : -1;
    if (fate === 0) edited += `${random.pick(words).word} `;
    const now = fate === 1 ? '' : fate > 1 ? random.pick(words).word : word;
    kept.push({ start: index, end: last, from: edited.length, to: edited.length + now.length, same: now === word });
    edited += now;
  }
  edited += text.slice(last);
  return { text: edited, truths: passages.map((passage) => truthOf(passage, kept)) };
}

/** A word's stretch in the old text and in the new one. */
interface Word extends Stretch {
  readonly from: number;
  readonly to: number;
  readonly same: boolean;
}

/** A passage is no more when fewer than half of its letters stand unchanged. */
function truthOf({ start, end }: Stretch, words: readonly Word[]): Stretch | null {
  let first = 0;
  for (let high = words.length; first < high; ) {
    const middle = (first + high) >>> 1;
    if ((words[middle]?.end ?? 0) <= start) first = middle + 1;
    else high = middle;
  }
  let after = first;
  while ((words[after]?.start ?? end) < end) after++;
  const inside = words.slice(first, after);
  const letters = (list: readonly Word[]): number => list.reduce((sum, word) => sum + word.end - word.start, 0);
  const standing = inside.filter(({ from, to }) => to > from);
  const [head, tail] = [standing[0], standing.at(-1)];
  if (head === undefined || tail === undefined) return null;
  if (letters(inside.filter(({ same }) => same)) * 2 < letters(inside)) return null;
  // A passage may begin or end within a word, as 'Idlib' does in 'Idlib,'.
  return {
    start: head.from + (head.same ? Math.max(0, start - head.start) : 0),
    end: tail.to - (tail.same ? Math.max(0, tail.end - end) : 0),
  };
}
