/** Words every reader meets daily, by language: a name that looks like one needs evidence before it counts. */
import { FORM_LANGUAGES, type FormLanguage } from '../entity.ts';
import { phraseOf } from '../recognise/words.ts';
import type { WordLists } from './pack-files.ts';

/** The lists of `everyday-words.yaml`, folded as matching folds. */
export class EverydayWords {
  readonly #words: ReadonlyMap<FormLanguage, ReadonlySet<string>>;

  constructor(lists: WordLists) {
    this.#words = new Map(FORM_LANGUAGES.map((lang) => [lang, new Set((lists[lang] ?? []).map(phraseOf))]));
  }

  /**
   * Languages in which a folded phrase (`phraseOf`) is an everyday word.
   * @param lang the only language it counts in; `undefined`: it counts in all
   */
  languagesOf(phrase: string, lang: FormLanguage | undefined): FormLanguage[] {
    return FORM_LANGUAGES.filter((one) => (lang === undefined || lang === one) && this.#words.get(one)?.has(phrase));
  }
}
