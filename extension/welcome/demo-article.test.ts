import { describe, expect, test } from 'vitest';
import { DEMO_ARTICLES } from './demo-article.ts';

/** What every version names, so that each shows what Dateline can do: as its own language writes it. */
const NAMED = {
  en: [
    'Idlib',
    '2018 Sochi accord',
    'Erdoğan',
    'Putin',
    'Directorate of Communications',
    'Kremlin',
    'Peskov',
    'Security Council',
    'demilitarised zone',
    'April 2019',
    'Damascus',
    'Ankara',
    'Moscow',
    'Turkish Foreign Ministry',
    'Turkish foreign minister',
    'Habertürk',
    'Kerim Has',
    'Has added',
    'It has become',
  ],
  tr: [
    'İdlib',
    'Soçi mutabakatı',
    'Erdoğan',
    'Putin',
    'İletişim Başkanlığı',
    'Kremlin',
    'Peskov',
    'Güvenlik Konseyi',
    'silahsızlandırılmış bölge',
    'Nisan 2019',
    'Şam',
    'Ankara',
    'Moskova',
    'Dışişleri Bakanlığı',
    'Dışişleri Bakanı ',
    'Habertürk',
    'Kerim Has',
    'Has, ',
  ],
  ar: [
    'إدلب',
    'اتفاق سوتشي',
    'أردوغان',
    'بوتين',
    'دائرة الاتصال',
    'الكرملين',
    'بيسكوف',
    'مجلس الأمن',
    'منزوعة السلاح',
    'أبريل 2019',
    'دمشق',
    'أنقرة',
    'موسكو',
    'وزارة الخارجية التركية',
    'وزير الخارجية التركي',
    'خبر تورك',
    'كريم هاس',
    'وأضاف هاس',
  ],
  ru: [
    'Идлиб',
    'сочинское соглашение',
    'Эрдоган',
    'Путин',
    'связям с общественностью',
    'Кремль',
    'Песков',
    'Советом безопасности',
    'демилитаризованную зону',
    'апреле 2019',
    'Дамаск',
    'Анкара',
    'Москвой',
    'МИД Турции',
    'Министр иностранных дел Турции',
    'Habertürk',
    'Керим Хас',
    'добавил Хас',
  ],
} as const;

describe.each(['en', 'tr', 'ar', 'ru'] as const)('%s', (language) => {
  const article = DEMO_ARTICLES[language];
  const text = [article.title, ...article.paragraphs].join('\n');

  test.each(NAMED[language])('names %s', (name) => {
    expect(text).toContain(name);
  });

  test('is in its language and dated the day of the call', () => {
    expect(article.lang).toBe(language);
    expect(article.day).toBe('2020-02-21');
    expect(article.dateline).toContain('2020');
  });
});
