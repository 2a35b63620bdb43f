/**
 * Whose surname it is: a known surname behind another first name ('Bilal Erdoğan') is another person, and a surname that is an
 * everyday word ('Has') counts only where it cannot be that word. The words it goes by are cue groups of `cues.yaml`.
 */
import type { ArticleEvidence } from './article.ts';
import type { BlockReading, Candidate } from './block.ts';
import { type Reading, sentenceOf, standingCue, tokenAfter } from './cue-range.ts';
import { isAllCapitals, isSpace, isUpperCase, tokenFrom, type TextSpan } from './words.ts';

/** Groups of `cues.yaml` that this file looks for. */
export const NAME_CUES = {
  /** What may stand before a surname and is no first name: President, Mr, Präsident. */
  role: 'role',
  /** Words a sentence may start with: But, When, Meanwhile. */
  opener: 'opener',
  /** First names of other bearers of the pack's surnames. */
  givenName: 'given-name',
  /** What makes a surname part of a longer name: University, Street. */
  namedAfter: 'named-after',
  /** Verbs and adverbs that show the word before them to be somebody who speaks or acts: said, added. */
  subjectBefore: 'subject-before',
} as const;

/** Particles that belong to the surname behind them. */
const PARTICLES = new Set(['al', 'el', 'аль', 'эль']);

/** Whether a name is part of the name of a thing or of somebody else's longer one: Erdoğan University, Erdoğan Bayraktar. */
export function isNamedAfter(reading: Reading, article: ArticleEvidence): boolean {
  return stands(NAME_CUES.namedAfter, 'next', reading, article);
}

/** Whether a bare surname stands behind somebody else's first name. */
export function hasAnotherFirstName(reading: Reading, article: ArticleEvidence): boolean {
  const { candidate, block } = reading;
  const { text, tokens } = block;
  let start = candidate.start;
  let place = tokenFrom(tokens, start) - 1;
  for (; place >= 0; place--) {
    const token = tokens[place];
    if (token === undefined || !PARTICLES.has(text.slice(token.start, token.end).toLowerCase())) break;
    start = token.start;
  }
  const before = tokens[place];
  if (before === undefined) return false;
  const named = { ...reading, candidate: { ...candidate, start } };
  if (!isOneName(block, before, start)) return false;
  if (stands(NAME_CUES.givenName, 'previous', named, article)) return true;
  if (!isUpperCase(text, before.start) || isHeadline(block, candidate.sentence)) return false;
  const isKnown = stands(NAME_CUES.role, 'previous', named, article) || stands(NAME_CUES.opener, 'previous', named, article);
  if (isKnown) return false;
  // Every German noun has a capital; before a genitive ('die Rede Erdoğans') it is hardly a first name.
  return !(block.lang === 'de' && text.slice(candidate.start, candidate.end).endsWith('s'));
}

/** Whether a surname that is also an everyday word may be that word here. */
export function unclearEverydayWord(reading: Reading, article: ArticleEvidence): boolean {
  const { candidate, block } = reading;
  if (isHeadline(block, candidate.sentence)) return true;
  if (!startsClause(block, candidate)) return false;
  const after = block.text.slice(candidate.end, candidate.end + 1);
  if (/[,'’]/u.test(after)) return false;
  return tokenAfter(block, candidate) === undefined || !stands(NAME_CUES.subjectBefore, 'next', reading, article);
}

const headlines = new WeakMap<BlockReading, Map<number, boolean>>();

/** Whether a sentence is set as a headline, so that its capitals say nothing: all in capitals, or every longer word with one. */
export function isHeadline(block: BlockReading, sentence: number): boolean {
  const known = headlines.get(block) ?? new Map<number, boolean>();
  headlines.set(block, known);
  const answer = known.get(sentence) ?? looksLikeHeadline(block, sentence);
  known.set(sentence, answer);
  return answer;
}

function looksLikeHeadline(block: BlockReading, sentence: number): boolean {
  const { start, end } = sentenceOf(block, sentence);
  if (isAllCapitals(block.text, start, end)) return true;
  let words = 0;
  for (let place = tokenFrom(block.tokens, start); ; place++) {
    const token = block.tokens[place];
    if (token === undefined || token.start >= end) break;
    if (token.end - token.start < LONG_WORD) continue;
    if (!isUpperCase(block.text, token.start)) return false;
    words++;
  }
  return words >= HEADLINE_WORDS;
}
/** Shorter words stay small in English headlines. */
const LONG_WORD = 5;
/** Fewer long words with capitals may be one name. */
const HEADLINE_WORDS = 4;

function stands(cue: string, range: 'next' | 'previous', reading: Reading, article: ArticleEvidence): boolean {
  return standingCue({ cue, in: range }, reading, article) !== undefined;
}

/** Whether a token and a name behind it are written as first name (or initial) and surname. */
function isOneName({ text }: BlockReading, before: TextSpan, start: number): boolean {
  if (isSpace(text, before.end, start)) return true;
  const isInitial = before.end - before.start === 1 && isUpperCase(text, before.start);
  return isInitial && /^\.\s*$/u.test(text.slice(before.end, start));
}

/** Code units looked back at for the sign before a word. */
const LOOK_BACK = 6;

/** Whether a word opens a sentence, a quotation or what follows a colon or dash. */
function startsClause(block: BlockReading, { start, sentence }: Candidate): boolean {
  const before = block.text.slice(Math.max(0, start - LOOK_BACK), start).trimEnd();
  if (start === sentenceOf(block, sentence).start || before === '') return true;
  if (/[:–—•(«„“‘|]$/u.test(before)) return true;
  const isOpeningQuote = /(?:^|\s)"$/u.test(before);
  return isOpeningQuote || /[.!?…]["”»’)]?$/u.test(before);
}
