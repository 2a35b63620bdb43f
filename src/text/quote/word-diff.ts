/** What changed between two versions of a passage, word by word: for 'show what changed', and to judge how much did. */
import { align } from './align.ts';
import { fold } from '../fold.ts';

/** A stretch that is in both versions, only in the old one, or only in the new one. */
export interface Change {
  readonly kind: 'same' | 'removed' | 'added';
  /** As it stands in its version; `same` as it stands in the new one. With the white space that follows. */
  readonly text: string;
}

/** A word, or a sign, with the white space after it. Han characters are words each. */
const WORD = /(?:\p{Script=Han}|(?:(?!\p{Script=Han})[\p{L}\p{M}\p{N}])+|[^\s\p{L}\p{M}\p{N}]|^)\s*/gu;
/** How far, in words, the alignment may drift beyond the difference in length. */
const DRIFT = 32;
/** Versions whose lengths differ by more words than this are not compared: all is shown as replaced. */
const GREATEST_DIFFERENCE = 512;

/**
 * The shortest way from `before` to `after` in whole words. The `same` and `added` parts joined are `after`; the `same` and
 * `removed` ones are `before`, but for white space. Neighbouring parts are of different kinds; what was removed comes before what
 * was added in its place.
 */
export function wordDiff(before: string, after: string): readonly Change[] {
  const [old, fresh] = [wordsOf(before), wordsOf(after)];
  const numbers = new Map<string, number>();
  const numbered = (words: readonly string[]): Int32Array =>
    Int32Array.from(words, (word) => {
      const key = word.trimEnd();
      const number = numbers.get(key) ?? numbers.size;
      numbers.set(key, number);
      return number;
    });
  const [a, b] = [numbered(old), numbered(fresh)];
  const aligned = align(a, b, {
    shift: 0,
    slack: Math.min(Math.abs(b.length - a.length), GREATEST_DIFFERENCE) + DRIFT,
    freeEnds: false,
  });
  const parts: { kind: Change['kind']; text: string }[] = [];
  let removed = '';
  let added = '';
  const addChanged = (): void => {
    if (removed !== '') parts.push({ kind: 'removed', text: removed });
    if (added !== '') parts.push({ kind: 'added', text: added });
    removed = '';
    added = '';
  };
  let next = 0;
  const addUpTo = (end: number): void => {
    while (next < end) added += fresh[next++] ?? '';
  };
  for (const [i, word] of old.entries()) {
    const to = aligned[i] ?? -1;
    if (to < 0 || a[i] !== b[to]) {
      removed += word;
      continue;
    }
    addUpTo(to);
    addChanged();
    const last = parts.at(-1);
    const text = fresh[next++] ?? '';
    if (last?.kind === 'same') last.text += text;
    else parts.push({ kind: 'same', text });
  }
  addUpTo(fresh.length);
  addChanged();
  return parts;
}

function wordsOf(text: string): readonly string[] {
  return (text.match(WORD) ?? []).filter((word) => word !== '');
}

/** A number, with the signs that stand inside numbers. */
const NUMBER = /^[\p{Nd}.,:/%\s]*\p{Nd}[\p{Nd}.,:/%\s]*$/u;
/** Stretches longer than this are not compared letter by letter. */
const LONGEST_COMPARED = 256;

/**
 * How many letters (UTF-16 units of the folded text) were added, removed or replaced. One number put in place of another counts as
 * one letter, however long: '980' for '1,250' is a correction, not another passage.
 */
export function changedLetters(changes: readonly Change[]): number {
  let letters = 0;
  for (const [i, { kind, text }] of changes.entries()) {
    const after = changes[i + 1];
    if (kind === 'removed') letters += lettersBetween(text, after?.kind === 'added' ? after.text : '');
    else if (kind === 'added' && changes[i - 1]?.kind !== 'removed') letters += lettersBetween('', text);
  }
  return letters;
}

function lettersBetween(removed: string, added: string): number {
  if (NUMBER.test(removed) && NUMBER.test(added)) return 1;
  const [a, b] = [fold(removed.trim()).text, fold(added.trim()).text];
  if (Math.max(a.length, b.length) > LONGEST_COMPARED) return Math.max(a.length, b.length);
  return distance(a, b);
}

/** Levenshtein distance in UTF-16 units. */
function distance(a: string, b: string): number {
  const row = Array.from({ length: b.length + 1 }, (_, j) => j);
  for (let i = 1; i <= a.length; i++) {
    let diagonal = row[0] ?? 0;
    row[0] = i;
    for (let j = 1; j <= b.length; j++) {
      const replaced = diagonal + (a.charCodeAt(i - 1) === b.charCodeAt(j - 1) ? 0 : 1);
      diagonal = row[j] ?? 0;
      row[j] = Math.min(replaced, diagonal + 1, (row[j - 1] ?? 0) + 1);
    }
  }
  return row[b.length] ?? 0;
}
