/**
 * Pages of news in four languages to recognise names in. What is on the subject comes from the labelled corpus, titles, traps and all;
 * the rest is made up: news of another war, full of the same cue words (ceasefire, agreement, army), in which no name of the pack stands.
 */
import type { FormLanguage } from '../src/facts/entity.ts';
import { readCorpus } from '../src/facts/recognise/corpus-read.ts';
import { writeArticle } from './anchor/news-text.ts';
import { type Random, randomFrom } from './anchor/random.ts';
import { type Language, LANGUAGES, VOCABULARY } from './anchor/vocabulary.ts';

/** One article. */
export interface NewsPage {
  readonly lang: FormLanguage;
  /** `YYYY-MM-DD`. */
  readonly day: string;
  /** Texts of its paragraphs, in reading order. */
  readonly paragraphs: readonly string[];
}

/** Kind of page → share of its paragraphs that are on the subject. */
export const ON_SUBJECT = { 'no mention': 0, '1 paragraph in 10 on the subject': 0.1, 'all on the subject': 1 } as const;
/** One of {@link ON_SUBJECT}. */
export type PageKind = keyof typeof ON_SUBJECT;

/** UTF-16 code units of one page: a long read. */
const PAGE = 10_000;
/** The day of the corpus' seed story; most readings count on it. */
const DAY = '2020-02-21';
/** Half of the nouns and adjectives are made up, so that words are about as rare as in print. */
const COINED = 0.5;

/** In place of the vocabulary's names, one for one; the pack has none of them. */
const OTHER_NAMES: Readonly<Record<Language, readonly string[]>> = {
  en: list('Lisbon, Porto, Nairobi, Bergen, Quito, Costa, Keita, Mensah, Rossi, Okafor, Møller, Lima, Accra, Turin, Port Louis'),
  tr: list('Lizbon, Porto, Nairobi, Bergen, Kito, Costa, Keita, Mensah, Rossi, Okafor, Møller, Lima, Akra, Torino, Kenya'),
  ru: list('Лиссабон, Порту, Найроби, Берген, Кито, Кошта, Кейта, Менса, Росси, Окафор, Мёллер, Лима, Аккра, Турин, Порт-Луи'),
  ar: list('لشبونة, بورتو, نيروبي, بيرغن, كيتو, كوستا, كيتا, مينساه, روسي, أوكافور, مولر, ليما, أكرا, تورينو, بورت لويس'),
};

function list(names: string): string[] {
  return names.split(', ');
}

/**
 * Writes pages, the languages by turns, until they have `length` UTF-16 code units. The same in every run, as long as the corpus is.
 */
export function writePages(kind: PageKind, length: number): NewsPage[] {
  const random = randomFrom(1);
  const passages = readCorpus();
  const pages: NewsPage[] = [];
  for (let left = length; left > 0; left -= PAGE) {
    const lang = LANGUAGES[pages.length % LANGUAGES.length] ?? 'en';
    const onSubject = passages.filter((passage) => passage.lang === lang).flatMap(({ text }) => text.split('\n'));
    const paragraphs: string[] = [];
    for (let room = Math.min(left, PAGE); room > 0; room -= paragraphs.at(-1)?.length ?? room) {
      const paragraph = random.chance(ON_SUBJECT[kind]) ? random.pick(onSubject) : writeOther(random, lang);
      paragraphs.push(paragraph.slice(0, room));
    }
    pages.push({ lang, day: DAY, paragraphs });
  }
  return pages;
}

/** A paragraph of other news. */
function writeOther(random: Random, lang: Language): string {
  const text = writeArticle(random, lang, 1, COINED).flat().join(' ');
  return VOCABULARY[lang].name.reduce((changed, name, i) => changed.replaceAll(name, OTHER_NAMES[lang][i] ?? ''), text);
}
