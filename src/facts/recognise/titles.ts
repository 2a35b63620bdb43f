/** Titles of offices: whose they are on the article's day, and when they are not to be marked at all. */
import { tenuresOn } from '../on-the-day.ts';
import type { Candidate } from './block.ts';
import { hasNeighbour, type Reading, tokenBefore } from './cue-range.ts';
import type { Lexicon } from './lexicon.ts';
import { RULE_CUES } from './neighbours.ts';
import type { Refusal } from './refusals.ts';
import { isTitle } from './rules.ts';
import { isSpace, isUpperCase, type TextSpan, wordAfter, wordBefore } from './words.ts';

/** The title of an office held by the person of `reading`, directly before the name. */
export function titleBefore({ candidate, block, lexicon }: Reading): Candidate | undefined {
  const before = wordBefore(block.text, candidate.start);
  if (before === undefined || !isSpace(block.text, before.end, candidate.start)) return undefined;
  return block.endingAt(before.end).find(({ sense }) => isTitle(sense) && lexicon.everHeld(candidate.sense.entity, sense.entity));
}

/**
 * Why a title is not marked; `undefined` where it is.
 * @param mentioned the mention that ended last in this block, if any
 */
export function titleRefusal(reading: Reading, mentioned: (TextSpan & { readonly id: string }) | undefined): Refusal | undefined {
  const { candidate, block, lexicon } = reading;
  const { text } = block;
  const office = candidate.sense.entity;
  if (candidate.sense.as === 'bare-title' && isSomebodysOwn(reading)) return 'not-the-holder';
  if (hasNeighbour(RULE_CUES.notHolderBefore, 'previous', reading)) return 'not-the-holder';
  if (hasNeighbour(RULE_CUES.notHolderAfter, 'next', reading)) return 'not-the-holder';
  if (mentioned && lexicon.everHeld(mentioned.id, office) && isApposition(text, mentioned.end, candidate.start))
    return 'beside-name';
  const next = wordAfter(text, candidate.end);
  if (next !== undefined) {
    const people = block.startingAt(next.start).filter(({ sense }) => sense.entity.startsWith('person/'));
    const isBeside = isSpace(text, candidate.end, next.start);
    if (people.length > 0 && isBeside) return 'beside-name';
    const isHolder = people.some(({ sense }) => lexicon.everHeld(sense.entity, office));
    if (isHolder && isApposition(text, candidate.end, next.start)) return 'beside-name';
    if (isBeside && isUnknownName(reading, next)) return 'unknown-holder';
  }
  return isAboutAnotherYear(reading) ? 'another-year' : undefined;
}

/** Who held an office on the article's day, by id; `undefined` without a day or in a vacancy. */
export function holdersOn(office: string, day: string | undefined, lexicon: Lexicon): string[] | undefined {
  if (day === undefined) return undefined;
  const holders = tenuresOn(lexicon.tenures(office), day).tenures.map(({ person }) => person);
  return holders.length > 0 ? [...new Set(holders)] : undefined;
}

/** Whether a capital before a title without a country may be a country, party or town whose post it is. */
function isSomebodysOwn(reading: Reading): boolean {
  const { candidate, block } = reading;
  if (hasNeighbour(RULE_CUES.anotherCountry, 'previous', reading)) return true;
  const before = tokenBefore(block, candidate);
  if (before === undefined || !isUpperCase(block.text, before.start) || block.isHeadlineAt(candidate.start)) return false;
  return !hasNeighbour(RULE_CUES.opener, 'previous', reading);
}

/** A comma, perhaps with an article: 'Çavuşoğlu, the Turkish foreign minister'. */
const APPOSITION = /^,\s+(?:the |le |la |l['’]|el |der |die )?$/iu;
const LONGEST_APPOSITION = 12;
function isApposition(text: string, from: number, to: number): boolean {
  return to > from && to - from <= LONGEST_APPOSITION && APPOSITION.test(text.slice(from, to));
}

/** Whether a word after a title reads as the name of somebody the lexicon does not know. */
function isUnknownName(reading: Reading, next: TextSpan): boolean {
  const { candidate, block } = reading;
  const { text } = block;
  if (!isUpperCase(text, next.start) || block.isHeadlineAt(candidate.start)) return false;
  if (block.startingAt(next.start).length > 0) return false;
  // Turkish writes the verb last: what follows a title is often a place, with its case after an apostrophe.
  if (block.lang === 'tr' && /['’]/u.test(text.charAt(next.end))) return false;
  return !hasNeighbour(RULE_CUES.notAName, 'next', reading) && !hasNeighbour(RULE_CUES.opener, 'next', reading);
}

/** Code units around a title in which a year may belong to it. */
const YEAR_REACH = 160;
const YEAR = /(?<![\p{L}\p{N}])(?:19|20)\d\d(?![\p{L}\p{N}])/gu;

/** Whether the sentence places itself in a year in which somebody else held the office. */
function isAboutAnotherYear(reading: Reading): boolean {
  const { candidate, block, article, lexicon } = reading;
  const { day } = article;
  if (day === undefined) return false;
  const from = Math.max(0, candidate.start - YEAR_REACH);
  const near = block.text.slice(from, candidate.end + YEAR_REACH);
  const onTheDay = new Set(holdersOn(candidate.sense.entity, day, lexicon));
  return [...near.matchAll(YEAR)].some(({ 0: year, index }) => {
    const start = from + index;
    const span = { start, end: start + year.length };
    const sentence = block.sentenceAt(candidate.start);
    if (day.startsWith(year) || start < sentence.start || span.end > sentence.end) return false;
    const atYear = { ...reading, candidate: { ...candidate, ...span } };
    const isPlaced = hasNeighbour(RULE_CUES.inYear, 'previous', atYear) || hasNeighbour(RULE_CUES.inYear, 'next', atYear);
    return isPlaced && holdersIn(year, candidate.sense.entity, lexicon).some((person) => !onTheDay.has(person));
  });
}

/** Everybody who held an office in some part of a year. */
function holdersIn(year: string, office: string, lexicon: Lexicon): string[] {
  return lexicon
    .tenures(office)
    .filter(({ from, until }) => from.slice(0, 4) <= year && (until ?? '9999').slice(0, 4) >= year)
    .map(({ person }) => person);
}
