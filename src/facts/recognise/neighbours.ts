/** Cue words that count only directly beside a name. They are looked up there instead of being found in the whole text: most are as frequent as 'the'. */
import { FORM_LANGUAGES, type FormLanguage } from '../entity.ts';
import { fold } from '../../text/fold.ts';
import type { LexiconRules } from './rules.ts';
import type { TextSpan } from './words.ts';

/** Groups of `cues.yaml` that the rules for names and titles look for themselves; every pack must have them. */
export const RULE_CUES = {
  /** What may stand before a surname and is no first name: President, Mr, Präsident. */
  role: 'role',
  /** Before a noun, where nouns have capitals. */
  article: 'article',
  /** Words a sentence may start with: But, When, Meanwhile. */
  opener: 'opener',
  /** First names of other bearers of the pack's surnames. */
  givenName: 'given-name',
  /** What makes a name part of a longer name: University, Street. */
  namedAfter: 'named-after',
  /** The same before a surname: ساحة (square), улица (street). */
  bearerBefore: 'bearer-before',
  /** What bears a town's name, before it and behind it: the university of Damascus, the Moscow Times; and what is sold under it. */
  bearsTownBefore: 'bears-town-before',
  bearsTownAfter: 'bears-town-after',
  ware: 'ware',
  /** Verbs and adverbs that show the word before them to be somebody who speaks or acts: said, added. */
  subjectBefore: 'subject-before',
  /** Before a title: former, ex, then, acting, deputy. */
  notHolderBefore: 'not-the-holder-before',
  /** Between a title and its holder's name: General, Dr. */
  rank: 'rank',
  /** Before somebody else's surname: a minister of another department, a footballer, an actor. */
  otherPost: 'other-post',
  /** A minister of whatever department, before a name: 'Bakan Akar'. */
  minister: 'minister',
  /** After a title: elect, designate, 's predecessor. */
  notHolderAfter: 'not-the-holder-after',
  /** What ties a year to the sentence it stands in: in 2012, в 2012 году. */
  inYear: 'in-year',
  /** Days, months and verbs that may follow a title with a capital letter. */
  notAName: 'not-a-name',
  /** Before a title without a country ('Dışişleri Bakanı') they keep it from being the home country's. */
  anotherCountry: 'another-country',
} as const;

/** Words of the longest phrase that is looked up. */
const LONGEST_PHRASE = 4;
const NOTHING: ReadonlyMap<string, TextSpan> = new Map();
/** Folded words kept at a time. */
const MOST_WORDS = 4096;

/**
 * Folded phrases that count in an article of one language, with the groups each belongs to. What a phrase begins or ends with is
 * in it, too, without a group, so that looking can stop where nothing goes on.
 */
type Phrases = Map<string, string[]>;

/** Cue words that count directly beside a name, by the article's language. */
export class Neighbours {
  readonly #phrases = new Map<FormLanguage | undefined, Phrases>([...FORM_LANGUAGES, undefined].map((lang) => [lang, new Map()]));
  /** Words beside names repeat: each is folded once, as long as there are not too many. */
  readonly #folded = new Map<string, string>();

  constructor(groups: LexiconRules['neighbours']) {
    for (const [cue, byLanguage] of Object.entries(groups)) {
      for (const [lang, phrases] of Object.entries(byLanguage)) {
        for (const [article, known] of this.#phrases) {
          if (lang !== 'any' && article !== undefined && article !== lang) continue;
          for (const phrase of phrases) addPhrase(known, phrase, cue);
        }
      }
    }
  }

  /**
   * The cue groups that have a phrase directly after (or before) a place of a text, each with the shortest one.
   * @param nearest the word next to the place
   * @param step gives the next word further on
   * @param lang the article's language; `undefined` lets every language's phrases count
   */
  beside(
    text: string,
    nearest: TextSpan | undefined,
    step: (span: TextSpan) => TextSpan | undefined,
    lang: FormLanguage | undefined,
  ): ReadonlyMap<string, TextSpan> {
    let found: Map<string, TextSpan> | undefined;
    const phrases = this.#phrases.get(lang);
    let word = nearest;
    let span = nearest;
    let written = '';
    for (let words = 0; word !== undefined && span !== undefined && words < LONGEST_PHRASE; words++) {
      const folded = this.#fold(text.slice(word.start, word.end));
      const isBefore = word.start < span.start;
      written = written === '' ? folded : isBefore ? `${folded} ${written}` : `${written} ${folded}`;
      span = isBefore ? { start: word.start, end: span.end } : { start: span.start, end: word.end };
      const groups = phrases?.get(written);
      if (groups === undefined) break;
      for (const cue of groups) {
        found ??= new Map();
        if (!found.has(cue)) found.set(cue, span);
      }
      word = step(span);
    }
    return found ?? NOTHING;
  }

  #fold(word: string): string {
    const known = this.#folded.get(word);
    if (known !== undefined) return known;
    if (this.#folded.size >= MOST_WORDS) this.#folded.clear();
    const folded = fold(word).text;
    this.#folded.set(word, folded);
    return folded;
  }
}

function addPhrase(phrases: Phrases, phrase: string, cue: string): void {
  const words = phrase.split(' ');
  for (let i = 0; i < words.length; i++) {
    groupsOf(phrases, words.slice(0, i).join(' '));
    groupsOf(phrases, words.slice(i).join(' '));
  }
  groupsOf(phrases, phrase).push(cue);
}

function groupsOf(phrases: Phrases, phrase: string): string[] {
  const groups = phrases.get(phrase) ?? [];
  phrases.set(phrase, groups);
  return groups;
}
