/**
 * What one block of text could mention, looked at alone: spellings of the lexicon with their places, and cue words.
 * Depends on the block's text and the article's language only, so it is kept while a page changes around it.
 */
import { offsetAfterFolded } from '../../text/fold.ts';
import { Hits } from '../../text/trie/hits.ts';
import { sentenceAround, sentenceStarts } from '../../text/sentences.ts';
import { scanTrie } from '../../text/trie/trie-scan.ts';
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

/** All that one stretch of the block could mean. */
type Rivals = readonly [Candidate, ...Candidate[]];

/** A cue word in the block. */
export interface CueHit extends TextSpan {
  readonly cue: string;
}

/** A block after {@link findCandidates}. What few readings ask for is worked out when the first one does. */
export class BlockReading {
  #rivals: readonly Rivals[] | undefined;
  #sentences: readonly number[] | undefined;
  #years: readonly TextSpan[] | undefined;
  #startingAt: ReadonlyMap<number, readonly Candidate[]> | undefined;
  #endingAt: ReadonlyMap<number, readonly Candidate[]> | undefined;
  #headlines: Map<number, boolean> | undefined;
  #cuesAfter: Map<number, ReadonlyMap<string, TextSpan>> | undefined;
  #cuesBefore: Map<number, ReadonlyMap<string, TextSpan>> | undefined;

  constructor(
    readonly text: string,
    readonly lang: FormLanguage | undefined,
    /** In order of start, longer ones first. */
    readonly candidates: readonly Candidate[],
    /** In order of start. */
    readonly cues: readonly CueHit[],
  ) {}

  /** Candidates that cover the same stretch together, in their order. */
  get rivals(): readonly Rivals[] {
    this.#rivals ??= rivalsAmong(this.candidates);
    return this.#rivals;
  }

  /** Years of the last and of this century, in order. */
  get years(): readonly TextSpan[] {
    this.#years ??= Array.from(this.text.matchAll(YEAR), ({ 0: year, index }) => ({ start: index, end: index + year.length }));
    return this.#years;
  }

  /** The sentence that holds an offset. */
  sentenceAt(offset: number): TextSpan {
    this.#sentences ??= sentenceStarts(this.text);
    return sentenceAround(this.#sentences, this.text.length, offset);
  }

  /** Whether the sentence that holds an offset is set as a headline, so that its capitals say nothing. */
  isHeadlineAt(offset: number): boolean {
    const { start, end } = this.sentenceAt(offset);
    this.#headlines ??= new Map<number, boolean>();
    return remembered(this.#headlines, start, () => isHeadline(this.text.slice(start, end)));
  }

  /** Cue groups with a phrase directly after an offset; `find` looks when nobody has asked there before. */
  cuesAfter(offset: number, find: () => ReadonlyMap<string, TextSpan>): ReadonlyMap<string, TextSpan> {
    this.#cuesAfter ??= new Map<number, ReadonlyMap<string, TextSpan>>();
    return remembered(this.#cuesAfter, offset, find);
  }

  /** Cue groups with a phrase directly before an offset. */
  cuesBefore(offset: number, find: () => ReadonlyMap<string, TextSpan>): ReadonlyMap<string, TextSpan> {
    this.#cuesBefore ??= new Map<number, ReadonlyMap<string, TextSpan>>();
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

const YEAR = /(?<![\p{L}\p{N}])(?:19|20)\d\d(?![\p{L}\p{N}])/gu;

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
    for (const { text: spelling, meaning, cut, everyday } of lexicon.spellings(hits.terminal(hit), lang)) {
      const start = cut === 0 ? hits.start(hit) : afterCut(text, hits.start(hit), cut);
      if ('cue' in meaning) cues.push({ start, end, cue: meaning.cue });
      else insert(candidates, { start, end: endOfAbbreviation(text, end, spelling), spelling, sense: meaning, everyday });
    }
  }
  return new BlockReading(text, lang, candidates, cues);
}

/** The full stop behind an abbreviation is its own, though no token has it: U.N., even where it ends the sentence, too. */
function endOfAbbreviation(text: string, end: number, spelling: string): number {
  return spelling.endsWith('.') && text.charAt(end) === '.' ? end + 1 : end;
}

/** Puts a candidate behind those that start earlier or are as long; it is never far from the end, as hits come in order of start. */
function insert(candidates: Candidate[], candidate: Candidate): void {
  const { start, end } = candidate;
  let at = candidates.length;
  for (; at > 0; at--) {
    const before = candidates[at - 1];
    if (before === undefined || before.start < start || (before.start === start && before.end >= end)) break;
    candidates[at] = before;
  }
  candidates[at] = candidate;
}

function rivalsAmong(candidates: readonly Candidate[]): Rivals[] {
  const all: [Candidate, ...Candidate[]][] = [];
  for (const candidate of candidates) {
    const last = all.at(-1);
    if (last !== undefined && last[0].start === candidate.start && last[0].end === candidate.end) last.push(candidate);
    else all.push([candidate]);
  }
  return all;
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

/** A dateline is in capitals: 'ŞAM - '. */
const DATELINE = /^\P{Ll}+ [-–—(]$/u;

/** Whether a candidate is written as its sense asks: see `case` in `authored-entity.ts`. */
export function isWrittenRight({ text }: BlockReading, { start, end, sense, spelling }: Candidate): boolean {
  if (sense.case === 'any') return true;
  if (sense.case === 'exact') {
    return text.slice(start, end).startsWith(spelling) || (start === 0 && DATELINE.test(text.slice(0, end + 2)));
  }
  // 'the city of Idlib' begins small in its author's hand too: then a capital anywhere will do.
  return isCapital(text, start) || (/^\p{Ll}/u.test(spelling) && /\p{Lu}/u.test(text.slice(start, end)));
}
