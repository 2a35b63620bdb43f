/** Titles of offices: whose they are on the article's day, and when they are not to be marked at all. */
import type { Candidate } from './block.ts';
import { hasNeighbour, neighbourCue, type Reading, tokenBefore } from './cue-range.ts';
import type { Lexicon } from './lexicon.ts';
import { RULE_CUES } from './neighbours.ts';
import type { Refusal } from './refusals.ts';
import { isTitle } from './rules.ts';
import { isSpace, isUpperCase, type TextSpan, wordAfter, wordBefore } from './words.ts';

/** The title of an office held by the person of `reading`, directly before the name; a post without its country will do. */
export function titleBefore(reading: Reading): TextSpan | undefined {
  const { candidate, block, lexicon } = reading;
  const person = candidate.sense.entity;
  const before = wordBefore(block.text, candidate.start);
  if (before === undefined || !isSpace(block.text, before.end, candidate.start)) return undefined;
  const title = block.endingAt(before.end).find(({ sense }) => isTitle(sense) && lexicon.everHeld(person, sense.entity));
  if (title !== undefined) return title;
  for (const office of lexicon.officesOf(person)) {
    const post = neighbourCue(office, 'previous', reading) ?? ministerOf(office, reading);
    if (post !== undefined) return post;
  }
  return undefined;
}

/** 'Minister' before the name of one who heads a ministry of which the article speaks, on the article's day. */
function ministerOf(office: string, reading: Reading): TextSpan | undefined {
  const { candidate, article, lexicon } = reading;
  const minister = neighbourCue(RULE_CUES.minister, 'previous', reading);
  if (minister === undefined || !article.holdersOf(office).includes(candidate.sense.entity)) return undefined;
  return lexicon.ledBy(office).some((ministry) => article.entityPlaces(ministry).length > 0) ? minister : undefined;
}

/**
 * Why a title is not marked; `undefined` where it is.
 * @param mentioned the mention that ended last in this block, if any
 * @param holds whether a candidate beside the title is taken for what it says: a refused name keeps no title from being marked
 */
export function titleRefusal(
  reading: Reading,
  mentioned: (TextSpan & { readonly id: string }) | undefined,
  holds: (name: Candidate) => boolean,
): Refusal | undefined {
  const { candidate, block, lexicon, article } = reading;
  const { text } = block;
  const office = candidate.sense.entity;
  const isBare = candidate.sense.as === 'bare-title';
  if (isBare && (article.hasNamesake(office) || isSomebodysOwn(reading) || sharesCountry(reading))) return 'not-the-holder';
  if (hasNeighbour(RULE_CUES.notHolderBefore, 'previous', reading) || isGermanPlural(reading) || isCounted(reading))
    return 'not-the-holder';
  if (hasNeighbour(RULE_CUES.notHolderAfter, 'next', reading)) return 'not-the-holder';
  if (mentioned && lexicon.everHeld(mentioned.id, office) && isApposition(text, mentioned.end, candidate.start))
    return 'beside-name';
  const name = nameAfter(reading);
  const isHolder = (named: Candidate) => lexicon.everHeld(named.sense.entity, office) && holds(named);
  if (name !== undefined && block.startingAt(name.start).some(isHolder)) return 'beside-name';
  if (hasJointPost(reading, holds)) return 'beside-name';
  const next = wordAfter(text, candidate.end);
  if (next !== undefined && isSpace(text, candidate.end, next.start)) {
    if (block.startingAt(next.start).some((named) => named.sense.entity.startsWith('person/') && holds(named))) {
      // 'Dışişleri Bakanı Arakçi' in a Turkish report of Iran: the minister spoken of after that is his country's.
      if (isBare && !article.holdersOf(office).some((holder) => article.introduction(holder))) article.meetNamesake(office);
      return 'beside-name';
    }
    if (isUnknownName(reading, next)) return 'unknown-holder';
  }
  return isAboutAnotherYear(reading) ? 'another-year' : undefined;
}

/** Whether 'die' before a German title is the plural: 'die Außenminister', but 'die EU-Außenbeauftragte' while a woman is in office. */
function isGermanPlural({ candidate, block, article, lexicon }: Reading): boolean {
  if (block.lang !== 'de' || block.text.substring(candidate.start - 4, candidate.start).toLowerCase() !== 'die ') return false;
  return !article.holdersOf(candidate.sense.entity).some((holder) => lexicon.isWoman(holder));
}

/** Whether an ordinal stands before a title, whose holder may have been any: 'the 39th president of the United States', '39. Präsident'. */
function isCounted({ candidate, block }: Reading): boolean {
  return /\s\d\d?(?:\.|[.-]?(?![ap]m)\p{L}{1,2})\s$/u.test(block.text.substring(candidate.start - 8, candidate.start));
}

/** Whether a capital before a title without a country may be a country, party or town whose post it is. */
function isSomebodysOwn(reading: Reading): boolean {
  const { candidate, block } = reading;
  if (hasNeighbour(RULE_CUES.anotherCountry, 'previous', reading)) return true;
  const before = tokenBefore(block, candidate);
  if (before === undefined || !isUpperCase(block.text, before.start) || block.isHeadlineAt(candidate.start)) return false;
  return !hasNeighbour(RULE_CUES.opener, 'previous', reading);
}

/** Whether a title without a country shares the country of another behind it: 'министр обороны и глава МИД Сирии'. */
function sharesCountry({ candidate, block }: Reading): boolean {
  const and = wordAfter(block.text, candidate.end);
  if (and === undefined || !/^и$/iu.test(block.text.slice(and.start, and.end))) return false;
  const other = wordAfter(block.text, and.end);
  return other !== undefined && block.startingAt(other.start).some(({ sense }) => sense.as === 'title');
}

/** Between a title and its holder's name: a comma, colon or dash, an opening quotation mark or bracket. Behind a rank also its full stop. */
const BEFORE_NAME = /^[\s,،:–—"“”„«()]*$/u;
const AFTER_RANK = /^[.)]?[\s,،:–—"“”„«]*$/u;
const LONGEST_GAP = 4;
/** Ranks and initials in a row: Major General Dr. */
const MOST_RANKS = 3;

/** The word with which a name behind the title would begin, after ranks and initials. */
function nameAfter(reading: Reading): TextSpan | undefined {
  const { candidate, block } = reading;
  let { end } = candidate;
  for (let ranks = 0; ranks <= MOST_RANKS; ranks++) {
    const word = wordAfter(block.text, end);
    if (word === undefined || word.start - end > LONGEST_GAP) return undefined;
    if (!(ranks === 0 ? BEFORE_NAME : AFTER_RANK).test(block.text.slice(end, word.start))) return undefined;
    const isInitial = word.end - word.start === 1 && block.text.charAt(word.end) === '.';
    const isBracketed = block.text.charAt(word.start - 1) === '(' && block.text.charAt(word.end) === ')';
    const rank =
      isInitial || isBracketed
        ? word
        : neighbourCue(RULE_CUES.rank, 'next', { ...reading, candidate: { ...candidate, end: word.start } });
    if (rank === undefined) return word;
    end = rank.end;
  }
  return undefined;
}

/** A comma, colon or dash, perhaps with an article: 'Çavuşoğlu, the Turkish foreign minister'. Arabic needs no more than a space. */
const APPOSITION = /^(?:\s|(?:[,،:]|\s[–—])\s+(?:the |le |la |l['’]|el |der |die )?)$/iu;
const LONGEST_APPOSITION = 12;
function isApposition(text: string, from: number, to: number): boolean {
  return to > from && to - from <= LONGEST_APPOSITION && APPOSITION.test(text.slice(from, to));
}

const AND = /^(?:and|ve|и|und|et|y|و)$/iu;
/** Words of the other post: AKP Genel Başkanı. */
const LONGEST_POST = 5;

/**
 * Whether a second post stands between a title and the name of its holder: 'Cumhurbaşkanı ve AKP Genel Başkanı Erdoğan', 'the
 * Syrian foreign minister, deputy prime minister, Walid al-Muallem'.
 */
function hasJointPost({ candidate, block, article }: Reading, holds: (name: Candidate) => boolean): boolean {
  const { text } = block;
  let word = wordAfter(text, candidate.end);
  if (word === undefined) return false;
  if (!AND.test(text.slice(word.start, word.end)) && !isComma(text, candidate.end, word.start)) return false;
  const holders = article.holdersOf(candidate.sense.entity);
  for (let words = 0; words <= LONGEST_POST; words++) {
    const next = wordAfter(text, word.end);
    if (next === undefined) return false;
    const { start } = next;
    const isName = words > 0 && block.startingAt(start).some((name) => holders.includes(name.sense.entity) && holds(name));
    if (isName && (isSpace(text, word.end, start) || isComma(text, word.end, start))) return true;
    if (!isSpace(text, word.end, start)) return false;
    word = next;
  }
  return false;
}

/** Whether nothing but a comma stands between two words. */
function isComma(text: string, from: number, to: number): boolean {
  return /^[,،]\s$/u.test(text.slice(from, to));
}

/** Whether a word after a title (or a name) reads as the name of somebody the lexicon does not know. */
export function isUnknownName(reading: Reading, next: TextSpan): boolean {
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

/** Whether the sentence places itself in a year in which somebody else held the office. */
function isAboutAnotherYear(reading: Reading): boolean {
  const { candidate, block, article, lexicon } = reading;
  const { day } = article;
  if (day === undefined || block.years.length === 0) return false;
  const sentence = block.sentenceAt(candidate.start);
  const from = Math.max(sentence.start, candidate.start - YEAR_REACH);
  const to = Math.min(sentence.end, candidate.end + YEAR_REACH);
  const onTheDay = article.holdersOf(candidate.sense.entity);
  return block.years.some((span) => {
    const year = block.text.slice(span.start, span.end);
    if (span.start < from || span.end > to || day.startsWith(year)) return false;
    const atYear = { ...reading, candidate: { ...candidate, ...span } };
    const isPlaced = hasNeighbour(RULE_CUES.inYear, 'previous', atYear) || hasNeighbour(RULE_CUES.inYear, 'next', atYear);
    return isPlaced && holdersIn(year, candidate.sense.entity, lexicon).some((person) => !onTheDay.includes(person));
  });
}

/** Everybody who held an office in some part of a year. */
function holdersIn(year: string, office: string, lexicon: Lexicon): string[] {
  return lexicon
    .tenures(office)
    .filter(({ from, until }) => from.slice(0, 4) <= year && (until ?? '9999').slice(0, 4) >= year)
    .map(({ person }) => person);
}
