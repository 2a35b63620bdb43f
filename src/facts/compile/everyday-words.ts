/** Words every reader meets daily, by language: a name that looks like one needs evidence before it counts. */
import { fold } from '../../text/fold.ts';
import { FORM_LANGUAGES, type FormLanguage } from '../entity.ts';
import type { WordLists } from './pack-files.ts';

/** The lists of `everyday-words.yaml`, folded as matching folds. */
export class EverydayWords {
  readonly #words: ReadonlyMap<FormLanguage, ReadonlySet<string>>;

  constructor(lists: WordLists) {
    this.#words = new Map(FORM_LANGUAGES.map((lang) => [lang, new Set((lists[lang] ?? []).map((word) => fold(word).text))]));
  }

  /**
   * Languages in which a spelling is an everyday word.
   * @param lang the only language it counts in; `undefined`: it counts in all
   */
  languagesOf(spelling: string, lang: FormLanguage | undefined): FormLanguage[] {
    const folded = fold(spelling).text;
    return FORM_LANGUAGES.filter((one) => (lang === undefined || lang === one) && this.#words.get(one)?.has(folded));
  }
}
