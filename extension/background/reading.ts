/**
 * One page being read: its blocks as the page script last sent them, and what the page script was last told. Held in memory only; when the
 * background slept meanwhile, the page is asked for everything again. Pure but for its own state.
 */
import { brief } from '../../src/facts/brief.ts';
import type { Briefing } from '../../src/facts/briefing.ts';
import type { FormLanguage, TextLanguage } from '../../src/facts/entity.ts';
import type { ArticleDate, Mention } from '../../src/facts/mention.ts';
import { longestOf } from '../../src/facts/recognise/longest-of.ts';
import type { Highlight, SavedArticle } from '../../src/highlights/highlight.ts';
import type { PlacedHighlight } from '../../src/messages/highlights.ts';
import { addressesOf } from './article.ts';
import { type Packs, viewOf } from './pack.ts';
import { PackReading } from './pack-reading.ts';
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

  readonly #packs: Packs;
  /** The page as each pack reads it: none of them bears on what another finds, but by a longer name. Ours first. */
  readonly #ours: PackReading;
  readonly #byPack: readonly PackReading[];
  readonly #readerLang: TextLanguage;
  readonly #toldMentions = new Map<number, string>();
  readonly #toldBriefings = new Map<string, string>();
  #found: readonly Found[] = [];
  readonly #placing = new Placing();
  #toldPassages: string | undefined;
  #notedPassages = '';

  constructor(packs: Packs, readerLang: TextLanguage, container: string | null) {
    const [ours, ...own] = packs;
    this.#packs = packs;
    this.#ours = new PackReading(ours);
    this.#byPack = [this.#ours, ...own.map((pack) => new PackReading(pack))];
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
    for (const id of gone) this.#toldMentions.delete(id);
    for (const reading of this.#byPack) reading.take(blocks, gone, this.lang);
  }

  /** Reads the whole article anew and gives what the page does not know yet. */
  tell(): Told {
    const changed: Told['blocks'] = [];
    const counts = new Map<string, number>();
    for (const [id, mentions] of this.#mentions()) {
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
    this.#placing.place(this.#ours.texts(), this.saved);
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

  /** How the article's passages were found, where that is another answer than the last time; otherwise none. */
  newlyFound(): readonly FoundPassage[] {
    const told = JSON.stringify(this.passages);
    if (told === this.#notedPassages) return [];
    this.#notedPassages = told;
    return this.passages;
  }

  /** Every block's mentions, but those called wrong, by the block's id in reading order. */
  #mentions(): [number, Mention[]][] {
    const decided = this.#byPack.map((reading) => ({ pack: reading.pack, blocks: reading.decide(this.date?.day) }));
    return this.#ours.texts().map(({ id }) => {
      const byPack = decided.map(({ pack, blocks }) =>
        (blocks.get(id)?.mentions ?? []).filter(
          // A pack's name for what another has by now is not its to give.
          (mention) => viewOf(this.#packs, mention.id) === pack.view && !this.wrong.has(`${mention.id} ${mention.why.form}`),
        ),
      );
      return [id, longestOf(byPack)];
    });
  }

  #newBriefings(inArticle: ReadonlySet<string>): Briefing[] {
    const occasion = { day: this.date?.day ?? null, lang: this.#readerLang, inArticle };
    const news: Briefing[] = [];
    for (const id of inArticle) {
      const briefing = brief(viewOf(this.#packs, id), id, occasion);
      if (briefing === undefined) continue;
      const told = JSON.stringify(briefing);
      if (this.#toldBriefings.get(id) === told) continue;
      this.#toldBriefings.set(id, told);
      news.push(briefing);
    }
    return news;
  }
}
