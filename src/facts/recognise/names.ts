/**
 * Whose surname it is: a known surname behind another first name ('Bilal Erdoğan') is another person, and a surname that is an
 * everyday word ('Has') counts only where it cannot be that word. The words it goes by are cue groups of `cues.yaml`.
 */
import type { FormLanguage } from '../entity.ts';
import type { BlockReading } from './block.ts';
import { hasNeighbour, neighbourCue, type Reading, tokenAfter, tokenBefore } from './cue-range.ts';
import { RULE_CUES } from './neighbours.ts';
import { isUnknownName, titleBefore } from './titles.ts';
import { isSpace, isUpperCase, type TextSpan, wordAfter, wordBefore } from './words.ts';

/** Particles that belong to the surname behind them. */
const PARTICLES = new Set(['al', 'el', 'eş', 'аль', 'эль', 'аш']);

/** Whether a name is part of the name of a thing or of somebody else's longer one: Erdoğan University, Erdoğan Bayraktar. */
export function isNamedAfter(reading: Reading): boolean {
  if (hasNeighbour(RULE_CUES.namedAfter, 'next', reading) || hasNeighbour(RULE_CUES.otherPost, 'previous', reading)) return true;
  if (reading.candidate.sense.as === 'short' && hasNeighbour(RULE_CUES.bearerBefore, 'previous', reading)) return true;
  return isFirstOfName(reading);
}

/** Languages in which a capital behind a surname begins another name; Turkish and Russian put any name there, German any noun. */
const CAPITAL_NAMES = /en|fr|es/u;

/** Whether a name goes on behind what the pack knows of it, and so is somebody else's: Marco Rubio Bedoya, Zarif Ahmed. */
function isFirstOfName(reading: Reading): boolean {
  const { block, candidate } = reading;
  const next = CAPITAL_NAMES.test(block.lang ?? '') ? tokenAfter(block, candidate) : undefined;
  return next !== undefined && isSpace(block.text, candidate.end, next.start) && isUnknownName(reading, next);
}

/** Whether a name refused here tells of somebody else of that surname, whom a bare one further on may mean. */
export function tellsOfNamesake(reading: Reading): boolean {
  return isFirstOfName(reading) || isNamesake(reading);
}

/** ‘On’, ‘and on’: folded they are the first name Ali. */
const ARABIC_ON = /^[وف]?على$/u;

/** Whether a bare surname is another bearer's than the pack's person. */
export function isSomebodyElses(reading: Reading): boolean {
  return isNamesake(reading) || hasAnotherFirstName(reading) || isOtherGendersName(reading) || isOfNamesake(reading);
}

/** Whether the article is about somebody else of that surname, and has not named the pack's person: 'Fyodor Lavrov … Lavrov'. */
function isOfNamesake(reading: Reading): boolean {
  const { candidate, article } = reading;
  const { entity } = candidate.sense;
  return article.hasNamesake(entity) && article.introduction(entity) === undefined && titleBefore(reading) === undefined;
}

/** The word before a surname, with the reading from where the surname's particle begins; `undefined` where no name can stand there. */
function firstNameOf(reading: Reading): { readonly before: TextSpan; readonly named: Reading } | undefined {
  const { candidate, block } = reading;
  const { text } = block;
  let start = candidate.start;
  let before = wordBefore(text, start);
  while (before !== undefined && PARTICLES.has(text.slice(before.start, before.end).toLowerCase())) {
    start = before.start;
    before = wordBefore(text, start);
  }
  if (before === undefined || !isOneName(text, before, start) || isSpeakersLetter(block, before)) return undefined;
  if (ARABIC_ON.test(text.slice(before.start, before.end))) return undefined;
  return { before, named: { ...reading, candidate: { ...candidate, start } } };
}

/** Whether a bare surname is surely somebody else's: behind a listed first name of others, or a post that none of the pack's people had. */
function isNamesake(reading: Reading): boolean {
  const { before, named } = firstNameOf(reading) ?? {};
  if (before === undefined || named === undefined) return false;
  if (hasNeighbour(RULE_CUES.otherPost, 'previous', named)) return true;
  // 'zafer' is victory, too.
  const isSmall = /^\p{Ll}/u.test(reading.block.text.slice(before.start, before.end));
  return !isSmall && hasNeighbour(RULE_CUES.givenName, 'previous', named);
}

/** Whether a bare surname stands behind what reads as another first name. */
function hasAnotherFirstName(reading: Reading): boolean {
  const found = firstNameOf(reading);
  if (found === undefined) return false;
  const { candidate, block } = reading;
  const { text } = block;
  const { before, named } = found;
  if (!isUpperCase(text, before.start) || block.isHeadlineAt(candidate.start)) return false;
  if (titleBefore(named) !== undefined || isNoFirstName(text.slice(before.start, before.end), block.lang)) return false;
  // 'В Кремле Асада не ждали': what stands before is a name of the pack itself.
  if (block.endingAt(before.end).some(({ sense }) => sense.entity !== candidate.sense.entity)) return false;
  if (hasNeighbour(RULE_CUES.role, 'previous', named) || hasNeighbour(RULE_CUES.opener, 'previous', named)) return false;
  // Turkish and Russian put whatever they like first ('Görüşmeyi Putin istedi'): there only a listed first name is one.
  if (startsClause(block, before) && (block.lang === 'tr' || block.lang === 'ru')) return false;
  if (block.lang === 'ru' && RUSSIAN_IN.test(text.substring(before.start - 4, before.start))) return false;
  if (isPlaceFirst(block, before)) return false;
  // Every German noun has a capital; behind an article ('sein Vorgänger Obama') and before a genitive ('die Rede Erdoğans') it is hardly a first name.
  if (hasNeighbour(RULE_CUES.article, 'previous', { ...reading, candidate: { ...candidate, start: before.start } })) return false;
  return !(block.lang === 'de' && text.slice(candidate.start, candidate.end).endsWith('s'));
}

/** A preposition, and perhaps the first half of a place of two words. */
const PLACE_OPENING = /^(?:in|at|en|à|im|в|во) +(?:\p{Lu}\p{L}*[ -])?$/iu;

/** Whether a word ends the place with which its sentence begins: 'En Amán Kerry habló', 'В Нью-Йорке Лавров сказал'. */
function isPlaceFirst(block: BlockReading, word: TextSpan): boolean {
  return PLACE_OPENING.test(block.text.slice(block.sentenceAt(word.start).start, word.start));
}

/** Before a town: 'сказал в Чанаккале Эрдоган'. */
const RUSSIAN_IN = /\s(?:в|во|на)\s$/u;

/** Abbreviations of posts: FM, DM, PM. */
const ABBREVIATION = /^\p{Lu}{2,4}$/u;
/** Turkish plurals and possessives, which no first name has: Kürtler, Başbakanımız. */
const TURKISH_NOUN = /(?:l[ae]r(?:[ıi]|[ıi]n|[ae]|d[ae])?|[ıiuü]m[ıiuü]z)$/u;

function isNoFirstName(word: string, lang: FormLanguage | undefined): boolean {
  return ABBREVIATION.test(word) || (lang === 'tr' && TURKISH_NOUN.test(word));
}

/** Whether a surname that is also an everyday word may be that word here. */
export function isUnclearEverydayWord(reading: Reading): boolean {
  const { candidate, block, article } = reading;
  if (titleBefore(reading) !== undefined) return false;
  // Where Assad is the talk, no lion begins a sentence.
  if (block.lang === 'ar' && article.introduction(candidate.sense.entity)) return false;
  if (block.isHeadlineAt(candidate.start)) return true;
  if (!startsClause(block, candidate)) return false;
  if (/[,'’:]/u.test(block.text.charAt(candidate.end))) return false;
  const next = tokenAfter(block, candidate);
  if (next === undefined) return true;
  return !hasNeighbour(RULE_CUES.subjectBefore, 'next', reading) && !isVerbWithObject(block, next);
}

/** Whether an English past tense stands at `verb` and has an object in a sentence that is no question: 'Has outlined the costs.' */
function isVerbWithObject(block: BlockReading, verb: TextSpan): boolean {
  const { text } = block;
  const object = wordAfter(text, verb.end);
  const sentence = block.sentenceAt(verb.start);
  if (block.lang !== 'en' || object === undefined || text.slice(sentence.start, sentence.end).includes('?')) return false;
  return /^\p{Ll}+ed$/u.test(text.slice(verb.start, verb.end)) && DETERMINER.test(text.slice(object.start, object.end));
}
const DETERMINER = /^(?:the|a|an|that|this|these|those|his|her|its|their|how|what|why)$/u;

/** Whether a token and a name behind it are written as first name (or initial) and surname. */
function isOneName(text: string, before: TextSpan, start: number): boolean {
  if (isSpace(text, before.end, start)) return true;
  const isInitial = before.end - before.start === 1 && isUpperCase(text, before.start);
  return isInitial && /^\.\s*$/u.test(text.slice(before.end, start));
}

/** Whether a letter before a name says who speaks in an interview: '… ¿Y la ONU? R. De Mistura aspira a …'. */
function isSpeakersLetter(block: BlockReading, letter: TextSpan): boolean {
  return /^[PRQAFSВО]$/u.test(block.text.slice(letter.start, letter.end)) && startsClause(block, letter);
}

/** A Russian past tense of the feminine within a few words. */
const FEMININE_VERB = /^(?:\s+[\p{L}-]+){0,4}\s+\p{L}+(?:ла|лась)(?!\p{L})/u;
/** One of a man's deed or of several people's: отпустили. */
const OTHER_VERB = /^\p{L}+(?:л|лся|ли|лись)$/u;
const OTHER_VERB_NEXT = /^\s+\p{L}+(?:л|лся|ли|лись)(?!\p{L})/u;
const VERB_REACH = 60;
/** Words that open a Russian clause: и, что, где. */
const CLAUSE_OPENER = /^(?:и|а|но|что|как|где|когда)$/iu;
/** Words that a Russian nominative cannot follow: prepositions. */
const PREPOSITION = /^(?:у|от|ото|для|без|против|про|из|с|со|до|около|после|вместо|кроме|мимо|ради|на|за|в|во|о|об|через)$/iu;
/** Russian surnames that are a woman's in the nominative and a man's in the genitive. */
const EITHER_SURNAME = /(?:ин|ов|ев)а$/u;

/**
 * Whether a Russian surname in -а is somebody's of the other gender: a man's in the pack, and a woman is the subject of her clause
 * ('сообщили, что Путина не появлялась'); a woman's in the pack, and what is written is a man's genitive ('отпустили Захарова').
 */
function isOtherGendersName({ candidate, block, lexicon }: Reading): boolean {
  const { text } = block;
  const { start, end, sense } = candidate;
  if (!EITHER_SURNAME.test(text.slice(start, end))) return false;
  const before = tokenBefore(block, candidate);
  const previous = before === undefined ? '' : text.slice(before.start, before.end);
  const after = text.slice(end, end + VERB_REACH);
  if (lexicon.isWoman(sense.entity))
    return PREPOSITION.test(previous) || OTHER_VERB.test(previous) || OTHER_VERB_NEXT.test(after);
  return FEMININE_VERB.test(after) && (startsClause(block, candidate) || CLAUSE_OPENER.test(previous));
}

/** What pubs, hotels and orchestras are named after. */
const TOWN = /^place|kremlin|white-house|pentagon/u;

/** Whether a place's name is part of the name of a thing: the Vienna Philharmonic, the Moscow Times, l'université de Damas, Aleppo soap. */
export function isBornByAThing(reading: Reading): boolean {
  const { candidate, block } = reading;
  if (!TOWN.test(candidate.sense.entity)) return false;
  if (hasNeighbour(RULE_CUES.ware, 'next', reading) || hasNeighbour(RULE_CUES.ware, 'previous', reading)) return true;
  // English writes Grand Prix, Olympics and Press Secretary with capitals as well.
  if (block.lang !== 'en' && isFirstOfName(reading)) return true;
  const before = neighbourCue(RULE_CUES.bearsTownBefore, 'previous', reading);
  const after = neighbourCue(RULE_CUES.bearsTownAfter, 'next', reading);
  // 'Moscow open to talks', 'İstanbul spor salonu' are no names.
  const isCapitalised = block.lang === 'en' || block.lang === 'tr';
  return [before, after].some((thing) => thing !== undefined && (!isCapitalised || isUpperCase(block.text, thing.start)));
}

const OPENING = /[«„“"‘]\s?$/u;
const CLOSING = /^\s?[»“”"’]/u;

/** Whether a town's name stands alone in quotation marks: «Сочи» is the club, „Damaskus“ a restaurant, „Kreml“ a town hall. */
export function isQuotedTown({ candidate, block }: Reading): boolean {
  const { start, end, sense } = candidate;
  if (!TOWN.test(sense.entity)) return false;
  return OPENING.test(block.text.slice(Math.max(0, start - 2), start)) && CLOSING.test(block.text.slice(end, end + 2));
}

/** Code units looked back at for the sign before a word. */
const LOOK_BACK = 6;

/** Whether a word opens a sentence, a quotation or what follows a colon or dash. */
function startsClause(block: BlockReading, { start }: TextSpan): boolean {
  const before = block.text.slice(Math.max(0, start - LOOK_BACK), start).trimEnd();
  if (before === '' || start === block.sentenceAt(start).start) return true;
  if (/[:–—•(«„“‘|]$/u.test(before)) return true;
  const isOpeningQuote = /(?:^|\s)"$/u.test(before);
  return isOpeningQuote || /[.!?…]["”»’)]?$/u.test(before);
}
