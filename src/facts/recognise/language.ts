/** The language of a text by its script and its smallest words; for texts that do not say, one of those that are recognised. */
import { FORM_LANGUAGES, type FormLanguage } from '../entity.ts';

/** Small words that are frequent in one of the languages of the Latin script and rare or absent in the others. */
const SMALL_WORDS: Partial<Record<FormLanguage, ReadonlySet<string>>> = {
  en: new Set('the of and to in that is for on with was said his by has have from are were will it as at'.split(' ')),
  tr: new Set('ve bir bu için ile olarak da de dedi olan daha sonra gibi ise üzerine göre ancak kadar yeni'.split(' ')),
  de: new Set('der die das und in den von zu mit im auf nicht ein eine dem des sich sind ist wurde nach bei'.split(' ')),
  fr: new Set('le la les des et en du une un est dans que pour qui sur au par à son avec aux ont été'.split(' ')),
  es: new Set('el la los las de y en que un una por con se del su para es al lo como más ha'.split(' ')),
};
/** Code units looked at; more says nothing new. */
const SAMPLE = 4000;

/** The language a text is most likely in; `undefined` where nothing in it tells. */
export function guessLanguage(text: string): FormLanguage | undefined {
  const sample = text.slice(0, SAMPLE);
  const letters = (script: RegExp) => sample.match(script)?.length ?? 0;
  const latin = letters(/\p{Script=Latin}/gu);
  const cyrillic = letters(/\p{Script=Cyrillic}/gu);
  const arabic = letters(/\p{Script=Arabic}/gu);
  if (cyrillic > latin && cyrillic > arabic) return 'ru';
  if (arabic > latin) return 'ar';
  const words = sample.toLowerCase().match(/\p{L}+/gu) ?? [];
  let best: FormLanguage | undefined;
  let most = 0;
  for (const lang of FORM_LANGUAGES) {
    const count = words.filter((word) => SMALL_WORDS[lang]?.has(word)).length;
    if (count > most) [best, most] = [lang, count];
  }
  return best;
}
