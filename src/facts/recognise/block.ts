/**
 * What one block of text could mention, looked at alone: spellings of the lexicon with their places, and cue words.
 * Depends on the block's text and the article's language only, so it is kept while a page changes around it.
 */
import { offsetAfterFolded } from '../../text/fold.ts';
import { Hits } from '../../text/hits.ts';
import { sentenceAround, sentenceStarts } from '../../text/sentences.ts';
import { valuesOf } from '../../text/trie-format.ts';
import { scanTrie } from '../../text/trie-scan.ts';
import type { FormLanguage } from '../entity.ts';
import { isHeadline } from './headline.ts';
import type { Lexicon } from './lexicon.ts';
import type { Sense } from './rules.ts';
import { isCapital, type TextSpan, wordAfter } from './words.ts';

/** One thing that a stretch of the block could mean. Offsets are UTF-16 code units of the block's text. */
export interface Candidate extends TextSpan {
  /** The spelling that matched, as its author wrote it. */
  readonly spelling: string;
  readonly sense: Sense;
  /** The spelling is an everyday word in the article's language. */
  readonly everyday: boolean;
}

/** A cue word in the block. */
export interface CueHit extends TextSpan {
  readonly cue: string;
}

/** A block after {@link findCandidates}. What few readings ask for is worked out when the first one does. */
export class BlockReading {
  #sentences: readonly number[] | undefined;
  #startingAt: ReadonlyMap<number, readonly Candidate[]> | undefined;
  #endingAt: ReadonlyMap<number, readonly Candidate[]> | undefined;
  readonly #headlines = new Map<number, boolean>();
  readonly #cuesAfter = new Map<number, ReadonlyMap<string, TextSpan>>();
  readonly #cuesBefore = new Map<number, ReadonlyMap<string, TextSpan>>();

  constructor(
    readonly text: string,
    readonly lang: FormLanguage | undefined,
    /** In order of start, longer ones first. */
    readonly candidates: readonly Candidate[],
    /** In order of start. */
    readonly cues: readonly CueHit[],
  ) {}

  /** The sentence that holds an offset. */
  sentenceAt(offset: number): TextSpan {
    this.#sentences ??= sentenceStarts(this.text);
    return sentenceAround(this.#sentences, this.text.length, offset);
  }

  /** Whether the sentence that holds an offset is set as a headline, so that its capitals say nothing. */
  isHeadlineAt(offset: number): boolean {
    const { start, end } = this.sentenceAt(offset);
    return remembered(this.#headlines, start, () => isHeadline(this.text.slice(start, end)));
  }

  /** Cue groups with a phrase directly after an offset; `find` looks when nobody has asked there before. */
  cuesAfter(offset: number, find: () => ReadonlyMap<string, TextSpan>): ReadonlyMap<string, TextSpan> {
    return remembered(this.#cuesAfter, offset, find);
  }

  /** Cue groups with a phrase directly before an offset. */
  cuesBefore(offset: number, find: () => ReadonlyMap<string, TextSpan>): ReadonlyMap<string, TextSpan> {
    return remembered(this.#cuesBefore, offset, find);
  }

  /** Candidates that start at an offset. */
  startingAt(offset: number): readonly Candidate[] {
    this.#startingAt ??= grouped(this.candidates, ({ start }) => start);
    return this.#startingAt.get(offset) ?? [];
  }

  /** Candidates that end at an offset. */
  endingAt(offset: number): readonly Candidate[] {
    this.#endingAt ??= grouped(this.candidates, ({ end }) => end);
    return this.#endingAt.get(offset) ?? [];
  }
}

function remembered<T>(known: Map<number, T>, offset: number, find: () => T): T {
  const met = known.get(offset);
  if (met !== undefined) return met;
  const found = find();
  known.set(offset, found);
  return found;
}

const hits = new Hits();

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
  for (let hit = 0; hit < hits.length; hit++) {
    const end = hits.end(hit);
    for (const value of valuesOf(lexicon.trie, hits.terminal(hit))) {
      const { text: spelling, meaning, cut, everyday } = lexicon.spelling(value);
      if (!countsIn(meaning.lang, lang)) continue;
      const start = cut === 0 ? hits.start(hit) : afterCut(text, hits.start(hit), cut);
      if ('cue' in meaning) cues.push({ start, end, cue: meaning.cue });
      else
        candidates.push({ start, end, spelling, sense: meaning, everyday: lang !== undefined && everyday?.has(lang) === true });
    }
  }
  candidates.sort((a, b) => a.start - b.start || b.end - a.end);
  return new BlockReading(text, lang, candidates, cues);
}

/** Russian and Arabic are the only languages of their scripts here: a name in that script counts whatever a page says its language is. */
function countsIn(spellings: FormLanguage | undefined, article: FormLanguage | undefined): boolean {
  return spellings === undefined || article === undefined || spellings === article || spellings === 'ru' || spellings === 'ar';
}

/** Where the name begins after clitics or a leading article; a cut that takes a whole token takes the separator after it too. */
function afterCut(text: string, start: number, cut: number): number {
  const at = offsetAfterFolded(text, start, cut);
  return wordAfter(text, at)?.start ?? at;
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

/** Whether a candidate is written as its sense asks: see `case` in `entity.ts`. */
export function isWrittenRight({ text }: BlockReading, { start, end, sense, spelling }: Candidate): boolean {
  if (sense.case === 'any') return true;
  if (sense.case === 'exact') return text.slice(start, end).startsWith(spelling);
  // 'the city of Idlib' begins small in its author's hand too: then a capital anywhere will do.
  return isCapital(text, start) || (/^\p{Ll}/u.test(spelling) && /\p{Lu}/u.test(text.slice(start, end)));
}
