/** Titles of offices: whose they are on the article's day, and when they are not to be marked at all. */
import type { ArticleEvidence } from './article.ts';
import type { BlockReading, Candidate } from './block.ts';
import { type Reading, sentenceOf, standingCue, tokenBefore } from './cue-range.ts';
import type { Lexicon } from './lexicon.ts';
import { isHeadline, NAME_CUES } from './names.ts';
import { tenuresOn } from '../on-the-day.ts';
import type { Refusal } from './refusals.ts';
import { isTitle } from './rules.ts';
import { isSpace, isUpperCase, tokenFrom, type TextSpan } from './words.ts';

/** Groups of `cues.yaml` that this file looks for. */
const TITLE_CUES = {
  /** Before a title: former, ex, then, acting, deputy. */
  before: 'not-the-holder-before',
  /** After a title: elect, designate, 's predecessor. */
  after: 'not-the-holder-after',
  /** What ties a year to the sentence it stands in: in 2012, в 2012 году. */
  inYear: 'in-year',
  /** Days, months and verbs that may follow a title with a capital letter. */
  notAName: 'not-a-name',
} as const;

/** Group of `cues.yaml` that keeps a title without a country ('Dışişleri Bakanı') from being the home country's: other countries. */
export const BARE_TITLE_CUE = 'another-country';

/** The title of an office held by the person of `reading`, directly before the name. */
export function titleBefore({ candidate, block }: Reading, lexicon: Lexicon): Candidate | undefined {
  const before = block.tokens[tokenFrom(block.tokens, candidate.start) - 1];
  if (before === undefined || !isSpace(block.text, before.end, candidate.start)) return undefined;
  return block.endingAt
    .get(before.end)
    ?.find(({ sense }) => isTitle(sense) && lexicon.everHeld(candidate.sense.entity, sense.entity));
}

/**
 * Why a title is not marked; `undefined` where it is.
 * @param mentioned the mention that ended last in this block, if any
 */
export function titleRefusal(
  reading: Reading,
  article: ArticleEvidence,
  lexicon: Lexicon,
  mentioned: (TextSpan & { readonly id: string }) | undefined,
): Refusal | undefined {
  const { candidate, block } = reading;
  const office = candidate.sense.entity;
  const stands = (cue: string, range: 'next' | 'previous') => standingCue({ cue, in: range }, reading, article) !== undefined;
  if (candidate.sense.as === 'bare-title' && isSomebodysOwn(reading, article)) return 'not-the-holder';
  if (stands(TITLE_CUES.before, 'previous') || stands(TITLE_CUES.after, 'next')) return 'not-the-holder';
  if (mentioned && lexicon.everHeld(mentioned.id, office) && isApposition(block, mentioned.end, candidate.start))
    return 'beside-name';
  const next = block.tokens[tokenFrom(block.tokens, candidate.end)];
  if (next !== undefined) {
    const people = (block.startingAt.get(next.start) ?? []).filter(({ sense }) => sense.entity.startsWith('person/'));
    const isBeside = isSpace(block.text, candidate.end, next.start);
    if (people.length > 0 && isBeside) return 'beside-name';
    const isHolder = people.some(({ sense }) => lexicon.everHeld(sense.entity, office));
    if (isHolder && isApposition(block, candidate.end, next.start)) return 'beside-name';
    if (isBeside && isUnknownName(reading, next) && !stands(TITLE_CUES.notAName, 'next') && !stands(NAME_CUES.opener, 'next')) {
      return 'unknown-holder';
    }
  }
  return isAboutAnotherYear(reading, article, lexicon) ? 'another-year' : undefined;
}

/** Who held an office on the article's day, by id; `undefined` without a day or in a vacancy. */
export function holdersOn(office: string, day: string | undefined, lexicon: Lexicon): string[] | undefined {
  if (day === undefined) return undefined;
  const holders = tenuresOn(lexicon.tenures(office), day).tenures.map(({ person }) => person);
  return holders.length > 0 ? [...new Set(holders)] : undefined;
}

/** Whether a capital before a title without a country may be a country, party or town whose post it is. */
function isSomebodysOwn(reading: Reading, article: ArticleEvidence): boolean {
  const { candidate, block } = reading;
  const before = tokenBefore(block, candidate);
  if (before === undefined || !isUpperCase(block.text, before.start) || isHeadline(block, candidate.sentence)) return false;
  return standingCue({ cue: NAME_CUES.opener, in: 'previous' }, reading, article) === undefined;
}

const APPOSITION = /^,\s+(?:the |le |la |l['’]|el |der |die )?$/iu;
function isApposition({ text }: BlockReading, from: number, to: number): boolean {
  return to > from && to - from < 12 && APPOSITION.test(text.slice(from, to));
}

/** Whether a word after a title reads as the name of somebody the lexicon does not know. */
function isUnknownName({ candidate, block }: Reading, next: TextSpan): boolean {
  const { text } = block;
  if (!isUpperCase(text, next.start) || isHeadline(block, candidate.sentence)) return false;
  if (block.startingAt.has(next.start)) return false;
  // Turkish writes the verb last: what follows a title is often a place, with its case after an apostrophe.
  return !(block.lang === 'tr' && /['’]/u.test(text.charAt(next.end)));
}

/** Years looked at around a title: those next to it are the ones it may belong to. */
const YEARS_BEFORE = 2;

/** Whether the sentence places itself in a year in which somebody else held the office. */
function isAboutAnotherYear(reading: Reading, article: ArticleEvidence, lexicon: Lexicon): boolean {
  const { candidate, block } = reading;
  const { day } = article;
  if (day === undefined || block.years.length === 0) return false;
  const sentence = sentenceOf(block, candidate.sentence);
  const after = tokenFrom(block.years, candidate.end);
  const near = block.years.slice(Math.max(0, after - YEARS_BEFORE), after + 1);
  const onTheDay = new Set(holdersOn(candidate.sense.entity, day, lexicon));
  return near.some((year) => {
    if (year.start < sentence.start || year.end > sentence.end) return false;
    const atYear = { ...reading, candidate: { ...candidate, ...year } };
    const placing = (['previous', 'next'] as const).some((range) =>
      standingCue({ cue: TITLE_CUES.inYear, in: range }, atYear, article),
    );
    const written = block.text.slice(year.start, year.end);
    return (
      placing &&
      !day.startsWith(written) &&
      holdersIn(written, candidate.sense.entity, lexicon).some((person) => !onTheDay.has(person))
    );
  });
}

/** Everybody who held an office in some part of a year. */
function holdersIn(year: string, office: string, lexicon: Lexicon): string[] {
  return lexicon
    .tenures(office)
    .filter(({ from, until }) => from.slice(0, 4) <= year && (until ?? '9999').slice(0, 4) >= year)
    .map(({ person }) => person);
}
