import { expect, test } from 'vitest';
import { guessLanguage } from './language.ts';

const cases: [name: string, text: string, lang: ReturnType<typeof guessLanguage>][] = [
  ['English', 'The two sides said that the truce was to begin at midnight.', 'en'],
  ['Turkish', 'İki taraf ateşkesin gece yarısı başlayacağını ve bir heyetin geleceğini söyledi.', 'tr'],
  ['Russian', 'Стороны договорились о перемирии с полуночи.', 'ru'],
  ['Arabic', 'اتفق الطرفان على هدنة تبدأ منتصف الليل.', 'ar'],
  ['German', 'Die beiden Seiten haben sich auf eine Waffenruhe geeinigt, die um Mitternacht beginnt.', 'de'],
  ['French', 'Les deux parties ont annoncé une trêve dans la province pour minuit.', 'fr'],
  ['Spanish', 'Las dos partes anunciaron una tregua que empieza a medianoche en la provincia.', 'es'],
  ['Russian with a Latin name in it', 'По данным SOHR, в районе M4 идут бои.', 'ru'],
  ['nothing to go by', '2020', undefined],
];

test.each(cases)('%s', (_name, text, lang) => {
  expect(guessLanguage(text)).toBe(lang);
});
