/** Cue words that count only directly beside a name. They are looked up there instead of being found in the whole text: most are as frequent as 'the'. */
import type { FormLanguage } from '../entity.ts';
import { fold } from '../../text/fold.ts';
import type { LexiconRules } from './rules.ts';
import type { TextSpan } from './words.ts';

/** Groups of `cues.yaml` that the rules for names and titles look for themselves; every pack must have them. */
export const RULE_CUES = {
  /** What may stand before a surname and is no first name: President, Mr, Präsident. */
  role: 'role',
  /** Words a sentence may start with: But, When, Meanwhile. */
  opener: 'opener',
  /** First names of other bearers of the pack's surnames. */
  givenName: 'given-name',
  /** What makes a name part of a longer name: University, Street. */
  namedAfter: 'named-after',
  /** Verbs and adverbs that show the word before them to be somebody who speaks or acts: said, added. */
  subjectBefore: 'subject-before',
  /** Before a title: former, ex, then, acting, deputy. */
  notHolderBefore: 'not-the-holder-before',
  /** Between a title and its holder's name: General, Dr. */
  rank: 'rank',
  /** Before somebody else's surname: a minister of another department. */
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
/** Folded words kept at a time. */
const MOST_WORDS = 4096;

/** Phrases by language, with the groups each belongs to. */
export class Neighbours {
  readonly #groups = new Map<string, Map<string, string[]>>();
  /** Words beside names repeat: each is folded once, as long as there are not too many. */
  readonly #folded = new Map<string, string>();

  constructor(groups: LexiconRules['neighbours']) {
    for (const [cue, byLanguage] of Object.entries(groups)) {
      for (const [lang, phrases] of Object.entries(byLanguage)) {
        for (const phrase of phrases) {
          this.#add('every', phrase, cue);
          this.#add(lang, phrase, cue);
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
  ): Map<string, TextSpan> {
    const found = new Map<string, TextSpan>();
    let span = nearest;
    let phrase = '';
    for (let words = 0; span !== undefined && words < LONGEST_PHRASE; words++) {
      const word: TextSpan = words === 0 ? span : (step(span) ?? span);
      if (word === span && words > 0) break;
      const folded = this.#fold(text.slice(word.start, word.end));
      phrase = phrase === '' ? folded : word.start < span.start ? `${folded} ${phrase}` : `${phrase} ${folded}`;
      span = { start: Math.min(span.start, word.start), end: Math.max(span.end, word.end) };
      for (const cue of this.#groupsOf(phrase, lang)) if (!found.has(cue)) found.set(cue, span);
    }
    return found;
  }

  #fold(word: string): string {
    const known = this.#folded.get(word);
    if (known !== undefined) return known;
    if (this.#folded.size >= MOST_WORDS) this.#folded.clear();
    const folded = fold(word).text;
    this.#folded.set(word, folded);
    return folded;
  }

  #groupsOf(phrase: string, lang: FormLanguage | undefined): readonly string[] {
    if (lang === undefined) return this.#groups.get('every')?.get(phrase) ?? [];
    return [...(this.#groups.get('any')?.get(phrase) ?? []), ...(this.#groups.get(lang)?.get(phrase) ?? [])];
  }

  #add(lang: string, phrase: string, cue: string): void {
    const phrases = this.#groups.get(lang) ?? new Map<string, string[]>();
    this.#groups.set(lang, phrases);
    const groups = phrases.get(phrase);
    if (groups) groups.push(cue);
    else phrases.set(phrase, [cue]);
  }
}
