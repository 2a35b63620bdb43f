/**
 * What one block of text could mention, looked at alone: spellings of the lexicon with their places, cue words, sentences.
 * Depends on the block's text and the article's language only, so it is kept while a page changes around it.
 */
import { offsetAfterFolded } from '../../text/fold.ts';
import { sentenceStarts } from '../../text/sentences.ts';
import { Hits } from '../../text/hits.ts';
import { scanTrie } from '../../text/trie-scan.ts';
import { valuesOf } from '../../text/trie-format.ts';
import type { FormLanguage } from '../entity.ts';
import type { Lexicon } from './lexicon.ts';
import type { Sense } from './rules.ts';
import { isCapital, type TextSpan, tokensOf } from './words.ts';

/** One thing that a stretch of the block could mean. Offsets are UTF-16 code units of the block's text. */
export interface Candidate extends TextSpan {
  /** The spelling that matched, as its author wrote it. */
  readonly spelling: string;
  readonly sense: Sense;
  /** Place of the sentence it stands in, from 0. */
  readonly sentence: number;
  /** The spelling is an everyday word in the article's language. */
  readonly everyday: boolean;
}

/** A cue word in the block. */
export interface CueHit extends TextSpan {
  readonly cue: string;
  readonly sentence: number;
}

/** A block after {@link findCandidates}; immutable. */
export interface BlockReading {
  readonly text: string;
  readonly lang: FormLanguage | undefined;
  /** In order of start, longer ones first. */
  readonly candidates: readonly Candidate[];
  /** In order of start. */
  readonly cues: readonly CueHit[];
  /** Every token, in order; empty in a block without candidates. */
  readonly tokens: readonly TextSpan[];
  /** Tokens that read as a year of our time, in order. */
  readonly years: readonly TextSpan[];
  /** Offsets at which sentences start, in order, the first 0. */
  readonly sentences: readonly number[];
  /** Candidates by where they start and by where they end. */
  readonly startingAt: ReadonlyMap<number, readonly Candidate[]>;
  readonly endingAt: ReadonlyMap<number, readonly Candidate[]>;
}

const hits = new Hits();
const YEAR = /^(?:19|20)\d\d$/;

/**
 * Finds what a block could mention.
 * @param text the block's text, any length; time is linear in it
 * @param lang the article's language; `undefined` lets spellings of every language count
 */
export function findCandidates(lexicon: Lexicon, text: string, lang: FormLanguage | undefined): BlockReading {
  hits.clear();
  scanTrie(lexicon.trie, text, hits);
  const candidates: Candidate[] = [];
  const cues: CueHit[] = [];
  const sentences = hits.length === 0 ? [0] : sentenceStarts(text);
  for (let hit = 0; hit < hits.length; hit++) {
    const end = hits.end(hit);
    for (const value of valuesOf(lexicon.trie, hits.terminal(hit))) {
      const { text: spelling, meaning, cut, everyday } = lexicon.spelling(value);
      if (!countsIn(meaning.lang, lang)) continue;
      const start = cut === 0 ? hits.start(hit) : afterCut(text, hits.start(hit), cut);
      const sentence = sentenceAt(sentences, start);
      if ('cue' in meaning) cues.push({ start, end, cue: meaning.cue, sentence });
      else
        candidates.push({
          start,
          end,
          spelling,
          sense: meaning,
          sentence,
          everyday: lang !== undefined && everyday?.has(lang) === true,
        });
    }
  }
  candidates.sort((a, b) => a.start - b.start || b.end - a.end);
  const tokens = candidates.length === 0 ? [] : tokensOf(text);
  return {
    text,
    lang,
    candidates,
    cues,
    tokens,
    years: tokens.filter(({ start, end }) => end - start === 4 && YEAR.test(text.slice(start, end))),
    sentences,
    startingAt: grouped(candidates, ({ start }) => start),
    endingAt: grouped(candidates, ({ end }) => end),
  };
}

/** Russian and Arabic are the only languages of their scripts here: a name in that script counts whatever a page says its language is. */
function countsIn(spellings: FormLanguage | undefined, article: FormLanguage | undefined): boolean {
  return spellings === undefined || article === undefined || spellings === article || spellings === 'ru' || spellings === 'ar';
}

function grouped(candidates: readonly Candidate[], key: (candidate: Candidate) => number): Map<number, Candidate[]> {
  const groups = new Map<number, Candidate[]>();
  for (const candidate of candidates) {
    const group = groups.get(key(candidate));
    if (group) group.push(candidate);
    else groups.set(key(candidate), [candidate]);
  }
  return groups;
}

/** Where the name begins after clitics or a leading article; a cut that takes a whole token takes the separator after it too. */
function afterCut(text: string, start: number, cut: number): number {
  let at = offsetAfterFolded(text, start, cut);
  while (at < text.length && !isLetter(text, at)) at++;
  return at;
}

/** Place of the sentence that holds `offset`, by bisection. */
function sentenceAt(sentences: readonly number[], offset: number): number {
  let low = 0;
  let high = sentences.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >>> 1;
    if ((sentences[middle] ?? 0) <= offset) low = middle;
    else high = middle - 1;
  }
  return low;
}

const LETTER = /[\p{L}\p{N}]/u;
function isLetter(text: string, at: number): boolean {
  return LETTER.test(text.charAt(at));
}

/** Whether a candidate is written as its sense asks: see `case` in `entity.ts`. */
export function isWrittenRight({ text }: BlockReading, { start, end, sense, spelling }: Candidate): boolean {
  if (sense.case === 'any') return true;
  if (sense.case === 'exact') return text.slice(start, end).startsWith(spelling);
  // 'the city of Idlib' begins small in its author's hand too: then a capital anywhere will do.
  return isCapital(text, start) || (isSmall(spelling) && /\p{Lu}/u.test(text.slice(start, end)));
}

function isSmall(spelling: string): boolean {
  return /^\p{Ll}/u.test(spelling);
}
