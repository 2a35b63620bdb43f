/** Collects what a lexicon is made of: every spelling and every rule once. */
import { compileTrie, type TrieEntry } from '../../text/trie/trie-compile.ts';
import type { CompiledLexicon } from '../compiled-pack.ts';
import type { FormLanguage } from '../entity.ts';
import { CUT_STEP, type CueWord, type LexiconRules, type Sense } from '../recognise/rules.ts';
import { phraseOf } from '../recognise/words.ts';
import type { EverydayWords } from './everyday-words.ts';

/** A rule that was added before. */
interface Meaning {
  readonly place: number;
  /** The rule without its language, to be compared by. */
  readonly inAnyLanguage: string;
}

/** See the head of this file. */
export class LexiconRows {
  readonly #entries: TrieEntry[] = [];
  readonly #spellings: [string, number][] = [];
  readonly #meanings: (Sense | CueWord)[] = [];
  readonly #everyday: LexiconRules['everyday'] = {};
  readonly #placeOfSpelling = new Map<string, number>();
  readonly #meaningsByText = new Map<string, Meaning>();
  readonly #meaningsByObject = new Map<Sense | CueWord, Meaning>();
  /** Forms that count in every language, with what they mean: a language's own row for the same would say nothing new. */
  readonly #everywhere = new Set<string>();

  constructor(private readonly everydayWords: EverydayWords) {}

  /**
   * Adds a form.
   * @param cut folded letters of its first token that stay out of the mention, 0 to 7
   * @param spelling what a reader is told the form is
   * @returns the languages in which the form, if it is one word, is an everyday one
   */
  add(form: string, cut: number, spelling: string, meaning: Sense | CueWord): FormLanguage[] {
    const phrase = phraseOf(form);
    const langs = this.everydayWords.languagesOf(phrase, meaning.lang);
    const { place, inAnyLanguage } = this.#known(meaning);
    // Folded alike, 'ACNUR' and 'Acnur' are two where letters count.
    const written = 'case' in meaning && meaning.case === 'exact' ? spelling : '';
    const key = `${cut} ${inAnyLanguage} ${phrase} ${written}`;
    if (meaning.lang === undefined) this.#everywhere.add(key);
    else if (this.#everywhere.has(key)) return langs;
    const row = placeIn(this.#placeOfSpelling, `${place} ${langs.join()} ${spelling}`, () => {
      const next = this.#spellings.push([spelling, place]) - 1;
      for (const one of langs) (this.#everyday[one] ??= []).push(next);
      return next;
    });
    this.#entries.push({ form, value: row * CUT_STEP + cut });
    return langs;
  }

  /** A meaning's place; meanings that say the same have the same. */
  #known(meaning: Sense | CueWord): Meaning {
    const met = this.#meaningsByObject.get(meaning);
    if (met !== undefined) return met;
    const { lang: _lang, ...anywhere } = meaning;
    const text = JSON.stringify(meaning);
    const known = this.#meaningsByText.get(text) ?? {
      place: this.#meanings.push(meaning) - 1,
      inAnyLanguage: JSON.stringify(anywhere),
    };
    this.#meaningsByText.set(text, known);
    this.#meaningsByObject.set(meaning, known);
    return known;
  }

  /** The lexicon of everything added. */
  compile(rest: Pick<LexiconRules, 'neighbours' | 'leaders' | 'women' | 'offices'>): CompiledLexicon {
    return {
      trie: compileTrie(this.#entries),
      rules: { meanings: this.#meanings, spellings: this.#spellings, everyday: this.#everyday, ...rest },
    };
  }
}

function placeIn(places: Map<string, number>, key: string, add: () => number): number {
  const known = places.get(key);
  if (known !== undefined) return known;
  const place = add();
  places.set(key, place);
  return place;
}
