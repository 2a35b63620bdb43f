/**
 * One page being read: its blocks as the page script last sent them, and what the page script was last told. Held in memory only; when the
 * background slept meanwhile, the page is asked for everything again. Pure but for its own state.
 */
import { brief } from '../../src/facts/brief.ts';
import type { Briefing } from '../../src/facts/briefing.ts';
import type { FormLanguage, TextLanguage } from '../../src/facts/entity.ts';
import type { ArticleDate, Mention } from '../../src/facts/mention.ts';
import { findCandidates } from '../../src/facts/recognise/block.ts';
import { choose, type ReadBlock } from '../../src/facts/recognise/choose.ts';
import type { Highlight, SavedArticle } from '../../src/highlights/highlight.ts';
import type { PlacedHighlight } from '../../src/messages/highlights.ts';
import { addressesOf } from './article.ts';
import type { PackOnHand } from './pack.ts';
import { type FoundPassage, Placing } from './placing-again.ts';

/** What has changed for the page since it was last told. */
export interface Told {
  readonly blocks: { id: number; mentions: Mention[] }[];
  readonly briefings: Briefing[];
}

/** An entity found on the page and how often. */
export interface Found {
  readonly id: string;
  readonly mentions: number;
}

/** State of one reading; see the head of this file. */
export class Reading {
  /** Address of the page, as the browser last gave it. */
  page = '';
  /** As the page last described it. */
  article: SavedArticle = { address: '', aliases: [], title: '', site: '' };
  /** What was saved of the article, the trash left out; `undefined` while that is to be looked up. */
  saved: readonly Highlight[] | undefined;
  /** The container of Firefox it is read in. */
  readonly container: string | null;
  /** Language of the article's text, where it is known. */
  lang: FormLanguage | undefined;
  date: ArticleDate | null = null;
  /** Matches the reader called wrong on this site, as `id form`. */
  wrong: ReadonlySet<string> = new Set();

  readonly #pack: PackOnHand;
  readonly #readerLang: TextLanguage;
  readonly #blocks = new Map<number, ReadBlock>();
  readonly #toldMentions = new Map<number, string>();
  readonly #toldBriefings = new Map<string, string>();
  #found: readonly Found[] = [];
  readonly #placing = new Placing();
  #toldPassages: string | undefined;
  #notedPassages = '';

  constructor(pack: PackOnHand, readerLang: TextLanguage, container: string | null) {
    this.#pack = pack;
    this.#readerLang = readerLang;
    this.container = container;
  }

  /** Takes note of where the page is, and of the article it says it holds. */
  openedAt(page: string, article: SavedArticle): void {
    this.page = page;
    if (addressesOf(article).join('\n') !== addressesOf(this.article).join('\n')) this.saved = undefined;
    this.article = article;
  }

  /** Takes new and changed blocks and forgets those gone. */
  take(blocks: readonly { readonly id: number; readonly order: number; readonly text: string }[], gone: readonly number[]): void {
    for (const id of gone) {
      this.#blocks.delete(id);
      this.#toldMentions.delete(id);
    }
    for (const { id, order, text } of blocks) {
      const known = this.#blocks.get(id);
      const reading = known?.reading.text === text ? known.reading : findCandidates(this.#pack.lexicon, text, this.lang);
      this.#blocks.set(id, { id, order, reading });
    }
  }

  /** Reads the whole article anew and gives what the page does not know yet. */
  tell(): Told {
    const changed: Told['blocks'] = [];
    const counts = new Map<string, number>();
    for (const [id, decision] of choose(this.#pack.lexicon, [...this.#blocks.values()], this.date?.day)) {
      const mentions = decision.mentions.filter((mention) => !this.wrong.has(`${mention.id} ${mention.why.form}`));
      for (const mention of mentions) counts.set(mention.id, (counts.get(mention.id) ?? 0) + 1);
      const told = JSON.stringify(mentions);
      // A block without mentions that never had any is no news.
      if (told === (this.#toldMentions.get(id) ?? '[]')) continue;
      this.#toldMentions.set(id, told);
      changed.push({ id, mentions });
    }
    this.#found = [...counts].map(([id, mentions]) => ({ id, mentions }));
    return { blocks: changed, briefings: this.#newBriefings(new Set(counts.keys())) };
  }

  /** Entities of the article, in order of their first mention. */
  get found(): readonly Found[] {
    return this.#found;
  }

  /**
   * Looks where the article's saved passages stand in its text.
   * @returns what the page is to draw now, or `undefined` where it knows that already, or what was saved is not known
   */
  placePassages(): PlacedHighlight[] | undefined {
    if (this.saved === undefined) return undefined;
    const blocks = [...this.#blocks.values()].sort((one, other) => one.order - other.order);
    this.#placing.place(
      blocks.map(({ id, reading }) => ({ id, text: reading.text })),
      this.saved,
    );
    const painted = this.#placing.paintedIn(this.container);
    const told = JSON.stringify(painted);
    if (told === this.#toldPassages) return undefined;
    this.#toldPassages = told;
    return painted;
  }

  /** How the article's saved passages were found, in reading order. */
  get passages(): readonly FoundPassage[] {
    return this.#placing.found;
  }

  /** Ids of the passages that were found and of those that were not, where that is another answer than the last time. */
  newlyFound(): { readonly found: readonly string[]; readonly lost: readonly string[] } | undefined {
    const { 'not-found': lost = [], ...others } = Object.groupBy(this.passages, ({ how }) => how);
    const ids = (some: readonly FoundPassage[]): readonly string[] => some.map(({ id }) => id);
    const noted = { found: ids(Object.values(others).flat()), lost: ids(lost) };
    const told = JSON.stringify(noted);
    if (this.passages.length === 0 || told === this.#notedPassages) return undefined;
    this.#notedPassages = told;
    return noted;
  }

  #newBriefings(inArticle: ReadonlySet<string>): Briefing[] {
    const occasion = { day: this.date?.day ?? null, lang: this.#readerLang, inArticle };
    const news: Briefing[] = [];
    for (const id of inArticle) {
      const briefing = brief(this.#pack.view, id, occasion);
      if (briefing === undefined) continue;
      const told = JSON.stringify(briefing);
      if (this.#toldBriefings.get(id) === told) continue;
      this.#toldBriefings.set(id, told);
      news.push(briefing);
    }
    return news;
  }
}
