/**
 * The dateline of a story: the line that says when (and often where) it was written, above the text or at its start.
 * Strict on purpose: a date inside a sentence ('the memorandum of 17 September 2018') is what the story is about, not its own.
 */
import { DATE_LINE_WORDS, UPDATE_WORDS } from './date-clue-ranks.ts';
import { monthNamed } from './month-names.ts';
import { findStamps, type FoundStamp, type Stamp } from './written-date.ts';

/** Longest line, in UTF-16 code units, that can be nothing but a date line. */
const LONGEST_DATE_LINE = 120;
/** Farthest from a paragraph's start, in UTF-16 code units, that the date of a dateline stands: 'SOCHI, Russia, Sept 17, 2018 (Reuters) -'. */
const FARTHEST_START = 45;

/** What a dateline says: a full date, or month and day without a year. */
export interface Dateline {
  readonly stamp?: Stamp;
  /** `MM-DD`, where the paper left the year out. */
  readonly monthAndDay?: string;
}

/**
 * Finds the dateline in the first lines of an article.
 * @param opening lines of text in reading order, from the headline on.
 */
export function readDateline(opening: readonly string[]): Dateline | null {
  let withoutYear: string | undefined;
  for (const line of opening) {
    const told = beforeUpdate(line);
    const stamp = loneDate(told) ?? leadingDate(told);
    if (stamp !== null) return { stamp };
    withoutYear ??= leadingMonthAndDay(told) ?? undefined;
  }
  return withoutYear === undefined ? null : { monthAndDay: withoutYear };
}

/** The part of a line before it speaks of a later change. */
function beforeUpdate(line: string): string {
  const update = UPDATE_WORDS.exec(line);
  return update === null || update.index > LONGEST_DATE_LINE ? line : line.slice(0, update.index);
}

/** The date of a line that holds nothing else but labels, weekday, hour and perhaps the author. */
function loneDate(line: string): FoundStamp | null {
  if (line.length > LONGEST_DATE_LINE) return null;
  const [stamp, ...others] = findStamps(line);
  if (stamp === undefined || others.some(({ day }) => day !== stamp.day)) return null;
  let rest = line;
  for (const { start, end } of [stamp, ...others].reverse()) rest = `${rest.slice(0, start)} | ${rest.slice(end)}`;
  const parts = rest.split('|').map((part) => wordsOf(part));
  return parts.every((words) => words.every(isDateLineWord) || isByline(words)) ? stamp : null;
}

function isDateLineWord(word: string): boolean {
  return DATE_LINE_WORDS.has(word.toLowerCase()) || DATE_LINE_WORDS.has(word.toLocaleLowerCase('tr'));
}

/** 'By Jane Doe in Ankara', 'Von …', 'Par …', 'Por …', 'بقلم …': a name and little more. */
function isByline(words: readonly string[]): boolean {
  return /^(by|von|par|por|автор|بقلم|haber:?|yazan)$/iu.test(words[0] ?? '') && words.length <= 8;
}

function wordsOf(text: string): string[] {
  return text.match(/[\p{L}\p{M}]+/gu) ?? [];
}

/** What follows the date of a dateline: the agency in brackets or strokes, or a dash. */
const AFTER_DATE = /^[\s.,]*(\(|\/|—|–|-|:|\[)/;

/** The date of 'ANKARA, Feb 21, 2020 (Reuters) - …' and its kin. */
function leadingDate(line: string): FoundStamp | null {
  const [stamp, ...others] = findStamps(line.slice(0, 2 * FARTHEST_START));
  if (stamp === undefined || stamp.start > FARTHEST_START || others.some(({ day }) => day !== stamp.day)) return null;
  return isPlaces(line.slice(0, stamp.start)) && AFTER_DATE.test(line.slice(stamp.end)) ? stamp : null;
}

const MONTH_AND_DAY = /(?<![\p{L}\p{M}\d])(?:(\p{L}[\p{L}\p{M}]*)\.?\s+(\d{1,2})|(\d{1,2})\.?\s+(\p{L}[\p{L}\p{M}]*))(?!\d)/gu;

/** `MM-DD` of 'ANKARA, Feb 21 (Reuters) - …', 'МОСКВА, 21 фев — РИА Новости.' and their kin. */
function leadingMonthAndDay(line: string): string | null {
  for (const match of line.slice(0, 2 * FARTHEST_START).matchAll(MONTH_AND_DAY)) {
    const month = monthNamed(match[1] ?? match[4] ?? '');
    const day = Number(match[2] ?? match[3]);
    if (month === undefined || day < 1 || day > 31 || match.index > FARTHEST_START) continue;
    if (!isPlaces(line.slice(0, match.index)) || !AFTER_DATE.test(line.slice(match.index + match[0].length))) continue;
    return `${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
  }
  return null;
}

/** Whether the text before a dateline's date is places only: a few capitalised words (or words of a script without case), then a comma. */
function isPlaces(text: string): boolean {
  const words = wordsOf(text);
  if (words.length === 0) return text.trim() === '';
  const isPlace = (word: string): boolean => word[0] !== word[0]?.toLowerCase() || word.toLowerCase() === word.toUpperCase();
  return words.length <= 5 && words.filter((word) => !isDateLineWord(word)).every(isPlace) && /[,،(/–—-]\s*$/.test(text);
}
