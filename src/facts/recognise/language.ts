/** The language of a text by its script and its smallest words; for texts that do not say, one of those that are recognised. */
import { FORM_LANGUAGES, type FormLanguage } from '../entity.ts';
import WORDS from './small-words.json';

/** Small words that are frequent in one of the languages of the Latin script and rare or absent in the others. */
const SMALL_WORDS: Partial<Record<FormLanguage, ReadonlySet<string>>> = Object.fromEntries(
  Object.entries(WORDS).map(([lang, words]) => [lang, new Set(words.split(' '))]),
);
/** Code units looked at; more says nothing new. */
const SAMPLE = 4000;

/** How many times as many small words as the declared language's another must show to be believed instead. */
const OVERRULES = 3;

/** The language a text is most likely in; `undefined` where nothing in it tells. */
export function guessLanguage(text: string): FormLanguage | undefined {
  const sample = text.slice(0, SAMPLE);
  const script = byScript(sample);
  if (script !== undefined) return script;
  const [best] = [...smallWords(sample)].filter(([, count]) => count > 0).sort((a, b) => b[1] - a[1]);
  return best?.[0];
}

/**
 * The language to read an article in. What its page declares (BCP 47, may be empty) is believed unless the text plainly says otherwise:
 * templates left at `en` over Arabic, Russian or Turkish text are common.
 */
export function articleLanguage(declared: string, text: string): FormLanguage | undefined {
  const guess = guessLanguage(text);
  const said = FORM_LANGUAGES.find((lang) => lang === declared.toLowerCase().split('-', 1)[0]);
  if (said === undefined || guess === undefined || said === guess) return said ?? guess;
  const sample = text.slice(0, SAMPLE);
  const script = byScript(sample);
  if (script !== undefined || said === 'ru' || said === 'ar') return guess;
  const counts = smallWords(sample);
  return (counts.get(guess) ?? 0) > OVERRULES * (counts.get(said) ?? 0) + OVERRULES ? guess : said;
}

/** The language that alone is recognised in the sample's main script; `undefined` for the Latin one. */
function byScript(sample: string): FormLanguage | undefined {
  const letters = (script: RegExp) => sample.match(script)?.length ?? 0;
  const latin = letters(/\p{Script=Latin}/gu);
  const cyrillic = letters(/\p{Script=Cyrillic}/gu);
  const arabic = letters(/\p{Script=Arabic}/gu);
  if (cyrillic > latin && cyrillic > arabic) return 'ru';
  return arabic > latin ? 'ar' : undefined;
}

function smallWords(sample: string): Map<FormLanguage, number> {
  const words = sample.toLowerCase().match(/\p{L}+/gu) ?? [];
  return new Map(FORM_LANGUAGES.map((lang) => [lang, words.filter((word) => SMALL_WORDS[lang]?.has(word)).length]));
}
