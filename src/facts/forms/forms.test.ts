import { describe, expect, test } from 'vitest';
import { alternatives } from './alternatives.ts';
import { inflect } from './inflect.ts';
import type { Named } from './row.ts';
import type { FormLanguage } from '../entity.ts';

/** All forms of a base but itself, clitics shown as a number of letters that stay out of the mention. */
function forms(lang: FormLanguage | undefined, base: string, named: Named): string[] {
  const form = lang === undefined ? { text: base, inflect: true } : { text: base, lang, inflect: true };
  return inflect(form, named)
    .filter((row) => row.form !== base)
    .map((row) => (row.cut > 0 ? `${row.cut}${row.form}` : row.form));
}

const MAN: Named = { kind: 'person', gender: 'm' };
const WOMAN: Named = { kind: 'person', gender: 'f' };
const PLACE: Named = { kind: 'place' };
const THING: Named = { kind: 'agreement' };
const OFFICE: Named = { kind: 'office' };

describe('alternatives', () => {
  test.each<[text: string, ...spellings: string[]]>([
    ['Idlib', 'Idlib'],
    ['Idlib (province|region)', 'Idlib province', 'Idlib region'],
    ['the (first|second) (Sochi|) deal', 'the first Sochi deal', 'the first deal', 'the second Sochi deal', 'the second deal'],
    ['a(b|c(d|))', 'ab', 'acd', 'ac'],
    ['(a|a)', 'a'],
  ])('%s', (text, ...spellings) => expect(alternatives(text)).toEqual(spellings));

  test.each(['(a|b', 'a)', 'a|b', '(a)|b'])('refuse %s', (text) => expect(() => alternatives(text)).toThrow(RangeError));
});

/** Genitive, dative, instrumental, prepositional, and the accusative where it is another. */
const RUSSIAN: [name: string, base: string, named: Named, ...expected: string[]][] = [
  ['man, consonants', 'Реджеп Эрдоган', MAN, 'Реджепа Эрдогана', 'Реджепу Эрдогану', 'Реджепом Эрдоганом', 'Реджепе Эрдогане'],
  ['man, -ин', 'Владимир Путин', MAN, 'Владимира Путина', 'Владимиру Путину', 'Владимиром Путиным', 'Владимире Путине'],
  ['man, -ий and -ов', 'Дмитрий Песков', MAN, 'Дмитрия Пескова', 'Дмитрию Пескову', 'Дмитрием Песковым', 'Дмитрии Пескове'],
  ['man, -ей and indeclinable', 'Сергей Шойгу', MAN, 'Сергея Шойгу', 'Сергею Шойгу', 'Сергеем Шойгу', 'Сергее Шойгу'],
  ['man, adjectival', 'Зеленский', MAN, 'Зеленского', 'Зеленскому', 'Зеленским', 'Зеленском'],
  ['man, soft sign', 'Гюль', MAN, 'Гюля', 'Гюлю', 'Гюлем', 'Гюле'],
  ['man, -а', 'Мустафа', MAN, 'Мустафы', 'Мустафе', 'Мустафу', 'Мустафой'],
  ['man, hyphen', 'аль-Асад', MAN, 'аль-Асада', 'аль-Асаду', 'аль-Асадом', 'аль-Асаде'],
  ['woman, -ия and -ова', 'Мария Захарова', WOMAN, 'Марии Захаровой', 'Марию Захарову', 'Марией Захаровой'],
  ['woman with a consonant', 'Эмине Эрдоган', WOMAN],
  ['woman, -ель', 'Ангела Меркель', WOMAN, 'Ангелы Меркель', 'Ангеле Меркель', 'Ангелу Меркель', 'Ангелой Меркель'],
  ['place, consonant', 'Идлиб', PLACE, 'Идлиба', 'Идлибу', 'Идлибом', 'Идлибе'],
  ['place, -а', 'Москва', PLACE, 'Москвы', 'Москве', 'Москву', 'Москвой'],
  ['place, -ия', 'Сирия', PLACE, 'Сирии', 'Сирию', 'Сирией'],
  ['place, indeclinable -и', 'Сочи', PLACE],
  ['place, indeclinable -о', 'Алеппо', PLACE],
  ['place, -ово', 'Косово', PLACE, 'Косова', 'Косову', 'Косовом', 'Косове'],
  [
    'plural noun with its adjectives',
    'демократические силы',
    THING,
    'демократических сил',
    'демократическим силам',
    'демократическими силами',
    'демократических силах',
  ],
  [
    'head and fixed rest',
    'зона деэскалации',
    THING,
    'зоны деэскалации',
    'зоне деэскалации',
    'зону деэскалации',
    'зоной деэскалации',
  ],
  [
    'adjective and noun',
    'сочинский меморандум',
    THING,
    'сочинского меморандума',
    'сочинскому меморандуму',
    'сочинским меморандумом',
    'сочинском меморандуме',
  ],
  [
    'feminine adjective and noun',
    'сочинская декларация',
    THING,
    'сочинской декларации',
    'сочинскую декларацию',
    'сочинской декларацией',
  ],
  [
    'feminine adjective behind a hushing sound',
    'Рабочая партия Курдистана',
    THING,
    'Рабочей партии Курдистана',
    'Рабочую партию Курдистана',
    'Рабочей партией Курдистана',
  ],
  [
    'neuter -ение',
    'сочинское соглашение',
    THING,
    'сочинского соглашения',
    'сочинскому соглашению',
    'сочинским соглашением',
    'сочинском соглашении',
  ],
  [
    'plural -ения',
    'сочинские соглашения',
    THING,
    'сочинских соглашений',
    'сочинским соглашениям',
    'сочинских соглашения',
    'сочинскими соглашениями',
    'сочинских соглашениях',
  ],
  [
    'plural -ы',
    'переговоры в Сочи',
    THING,
    'переговоров в Сочи',
    'переговорам в Сочи',
    'переговорами в Сочи',
    'переговорах в Сочи',
  ],
  [
    'title with complements',
    'министр иностранных дел Турции',
    OFFICE,
    'министра иностранных дел Турции',
    'министру иностранных дел Турции',
    'министром иностранных дел Турции',
    'министре иностранных дел Турции',
  ],
  ['abbreviation, declined or not', 'глава МИД', OFFICE, 'главы МИД', 'главе МИД', 'главу МИД', 'главой МИД'],
];
test.each(RUSSIAN)('Russian: %s', (_name, base, named, ...expected) => expect(forms('ru', base, named)).toEqual(expected));

test.each<[name: string, base: string, named: Named, ...expected: string[]]>([
  ['name', 'Idlib', PLACE, 'Idlibs'],
  ['full name', 'Wladimir Putin', MAN, 'Wladimir Putins'],
  ['name in -s', 'Damaskus', PLACE],
  ['noun in -en', 'Sotschi-Abkommen', THING, 'Sotschi-Abkommens'],
  ['noun with complement', 'Memorandum von Sotschi', THING, 'Memorandums von Sotschi'],
  ['noun with a genitive after it', 'Außenminister Syriens', OFFICE, 'Außenministers Syriens'],
  ['noun with a genitive before it', 'Syriens Außenminister', OFFICE, 'Syriens Außenministers'],
  ['weak noun', 'Präsident der Türkei', OFFICE, 'Präsidenten der Türkei'],
  ['feminine noun', 'Abschlusserklärung', THING],
  ['short noun', 'Pakt', THING, 'Pakts', 'Paktes'],
  [
    'adjective',
    'russischer Präsident',
    OFFICE,
    'russische Präsident',
    'russisches Präsident',
    'russischen Präsident',
    'russischem Präsident',
    'russischen Präsidenten',
  ],
])('German: %s', (_name, base, named, ...expected) => expect(forms('de', base, named)).toEqual(expected));

/** Each written word must be among the forms; those with a star must not. */
test.each<[name: string, base: string, named: Named, ...words: string[]]>([
  ['voiced consonant', 'İdlib', PLACE, 'İdlibi', 'İdlibin', 'İdlibe', 'İdlibde', 'İdlibden', 'İdlibdeki', 'İdlible', '*İdlibte'],
  ['voiceless consonant', 'Beşiktaş', PLACE, 'Beşiktaşta', 'Beşiktaştan', '*Beşiktaşda'],
  ['back vowels', 'Erdoğan', MAN, 'Erdoğanın', 'Erdoğana', 'Erdoğanda', 'Erdoğanla'],
  ['rounded vowel', 'Fahrettin Altun', MAN, 'Fahrettin Altunun', 'Fahrettin Altuna'],
  ['final vowel takes y and n', 'Ankara', PLACE, 'Ankaraya', 'Ankaranın', 'Ankarada', 'Ankarayla'],
  [
    'possessive compound takes n',
    'Dışişleri Bakanı',
    OFFICE,
    'Dışişleri Bakanına',
    'Dışişleri Bakanından',
    '*Dışişleri Bakanıya',
  ],
  ['possessive in one word', 'Cumhurbaşkanı', OFFICE, 'Cumhurbaşkanına', 'Cumhurbaşkanının', 'Cumhurbaşkanında'],
  ['treaty name', 'Soçi Mutabakatı', THING, 'Soçi Mutabakatının', 'Soçi Mutabakatında'],
  ['softening in common nouns', 'güvenlik', THING, 'güvenliği', 'güvenliğin'],
  ['but not in names', 'Dubrovnik', PLACE, 'Dubrovniki', '*Dubrovniği'],
  ['short names are left alone', 'Has', MAN, '*Hasa', '*Hasın'],
  ['abbreviations always have an apostrophe', 'HTŞ', THING, '*HTŞnin', '*HTŞde'],
])('Turkish: %s', (_name, base, named, ...words) => {
  const found = forms('tr', base, named);
  for (const word of words) {
    if (word.startsWith('*')) expect(found).not.toContain(word.slice(1));
    else expect(found).toContain(word);
  }
});

test.each<[name: string, base: string, ...expected: string[]]>([
  [
    'without article',
    'إدلب',
    '1بإدلب',
    '1كإدلب',
    '1لإدلب',
    '1وإدلب',
    '2وبإدلب',
    '2وكإدلب',
    '2ولإدلب',
    '1فإدلب',
    '2فبإدلب',
    '2فكإدلب',
    '2فلإدلب',
  ],
  [
    'with article, swallowed after ل',
    'الأسد',
    '1بالأسد',
    '1كالأسد',
    'للأسد',
    '1لالأسد',
    '1والأسد',
    '2وبالأسد',
    '2وكالأسد',
    '1وللأسد',
    '2ولالأسد',
    '1فالأسد',
    '2فبالأسد',
    '2فكالأسد',
    '1فللأسد',
    '2فلالأسد',
  ],
  ['too short', 'هس'],
])('Arabic: %s', (_name, base, ...expected) => expect(forms('ar', base, PLACE)).toEqual(expected));

describe('which endings a form takes', () => {
  test('without a language, those of its script', () => {
    expect(forms(undefined, 'Idlib', PLACE)).toEqual(expect.arrayContaining(['Idlibs', 'Idlibde']));
    expect(forms(undefined, 'Идлиб', PLACE)).toContain('Идлибе');
    expect(forms(undefined, 'إدلب', PLACE)).toContain('1بإدلب');
  });

  test('each row says whose ending it carries, bases say none', () => {
    const rows = inflect({ text: 'Idlib', inflect: true }, PLACE);
    expect(rows[0]).toEqual({ form: 'Idlib', cut: 0, base: 'Idlib' });
    expect(rows.find(({ form }) => form === 'Idlibs')?.lang).toBe('de');
    expect(rows.find(({ form }) => form === 'Idlibde')?.lang).toBe('tr');
  });

  test('none in English, French and Spanish, and none where the author says so', () => {
    for (const lang of ['en', 'fr', 'es'] as const) expect(forms(lang, 'Idlib', PLACE)).toEqual([]);
    expect(inflect({ text: 'Идлиб', lang: 'ru', inflect: false }, PLACE)).toEqual([{ form: 'Идлиб', cut: 0, base: 'Идлиб' }]);
  });
});
