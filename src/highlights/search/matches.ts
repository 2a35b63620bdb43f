/** Where in a text a query's words stand, to be shown in place. */
import type { Condition } from './query.ts';
import { placedWords, type Word, waysToFind } from './words.ts';

/** A stretch of a text: UTF-16 offsets, `end` exclusive. */
export interface Match {
  readonly start: number;
  readonly end: number;
}

/** The stretches of a text that a query's words and phrases cover, in order and apart. */
export function matchesIn(text: string, conditions: readonly Condition[]): readonly Match[] {
  if (!conditions.some(({ kind }) => kind === 'word' || kind === 'phrase')) return [];
  const words = placedWords(text);
  const found = conditions.flatMap((condition): readonly Match[] => {
    if (condition.kind === 'word') return words.filter(({ word }) => begins(word, condition.start));
    if (condition.kind === 'phrase') return phrasesIn(words, condition.words);
    return [];
  });
  return joined(found.toSorted((one, other) => one.start - other.start));
}

/** Whether every phrase of a query stands in a row in one of these texts: what the index alone cannot tell. */
export function hasPhrases(texts: readonly string[], conditions: readonly Condition[]): boolean {
  const phrases = conditions.flatMap((condition) => (condition.kind === 'phrase' ? [condition.words] : []));
  if (phrases.length === 0) return true;
  const words = texts.map(placedWords);
  return phrases.every((phrase) => words.some((inText) => phrasesIn(inText, phrase).length > 0));
}

function begins(word: string, start: string): boolean {
  return waysToFind(word).some((way) => way.startsWith(start));
}

function phrasesIn(words: readonly Word[], phrase: readonly string[]): readonly Match[] {
  return words.flatMap((first, at) => {
    const stands = phrase.every((word, step) => waysToFind(words[at + step]?.word ?? '').includes(word));
    const last = words[at + phrase.length - 1];
    return stands && last !== undefined ? [{ start: first.start, end: last.end }] : [];
  });
}

function joined(matches: readonly Match[]): readonly Match[] {
  const apart: Match[] = [];
  for (const match of matches) {
    const last = apart.at(-1);
    if (last !== undefined && match.start <= last.end)
      apart[apart.length - 1] = { start: last.start, end: Math.max(last.end, match.end) };
    else apart.push({ start: match.start, end: match.end });
  }
  return apart;
}
