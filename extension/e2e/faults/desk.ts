/** A browser with an article open in it and a page of ours beside it, for saving passages and for seeing what is kept of them. */
import type { Page } from 'puppeteer-core';
import type { Target } from '../../../build/manifest.ts';
import type { Highlight } from '../../../src/highlights/highlight.ts';
import { launch, type Running } from '../harness/launch.ts';
import type { News } from '../harness/news.ts';
import { askBackground } from '../harness/own-page.ts';
import { askAsPageScript, tabOf } from '../harness/page-script.ts';
import { savingOf } from '../harness/saving-message.ts';
import { articlePage, type Story } from '../pages/story.ts';

/** What a fault is tried on. */
export interface Trial {
  readonly target: Target;
  /** Folder of the built extension. */
  readonly extension: string;
  readonly news: News;
}

/** An article with a numbered paragraph for each passage that a test saves. */
export function numberedStory(paragraphs: number): Story {
  return {
    lang: 'en',
    dir: 'ltr',
    day: '2020-02-21',
    title: 'What was said about Idlib, in full',
    paragraphs: Array.from({ length: paragraphs }, (_, at) => wordsOf(at)),
  };
}

/** The words of one paragraph of {@link numberedStory}. */
export function wordsOf(at: number): string {
  return `Statement ${at} of the talks about Idlib says ${at * 7} things.`;
}

const STORY = numberedStory(40);

/** See the head of this file. */
export class Desk {
  readonly running: Running;
  readonly own: Page;
  readonly #tabs: readonly number[];
  #sent = 0;

  private constructor(running: Running, own: Page, tabs: readonly number[]) {
    this.running = running;
    this.own = own;
    this.#tabs = tabs;
  }

  /** Starts the browser on a profile and opens articles in so many tabs: each may save 20 times a second. */
  static async open({ target, extension, news }: Trial, profile: string, tabs = 1): Promise<Desk> {
    // Not waited for: the page script is registered a while later, and saving by message needs none.
    const running = await launch({ target, extension, proxyPort: news.port, profile, hostsGranted: false });
    const own = await running.openOwnPage('options/options.html');
    const ids: number[] = [];
    for (let tab = 0; tab < tabs; tab++) {
      news.publish(`www.faults.example/${tab}`, articlePage(STORY));
      const page = await running.browser.newPage();
      await page.goto(`https://www.faults.example/${tab}`);
      ids.push(await tabOf(own, page.url()));
    }
    return new Desk(running, own, ids);
  }

  /** Saves a passage by one message of the page's script, without an outbox. @returns whether it was acknowledged, or why not */
  async save(id: string): Promise<{ ok: boolean; code?: string }> {
    const at = this.#sent++;
    const tab = this.#tabs[at % this.#tabs.length];
    if (tab === undefined) throw new RangeError('no tab is open');
    // The raw reply of the background; `undefined` where nobody answered.
    const reply = (await askAsPageScript(this.own, tab, 'save-highlight', savingOf(STORY, wordsOf(at % 40), id))) as
      | { ok: boolean; code?: string }
      | undefined
      | null;
    return reply ?? { ok: false, code: 'no-reply' };
  }

  /** Everything that is kept, by id. @throws DatelineError where the extension says that it cannot be read */
  async kept(): Promise<ReadonlyMap<string, Highlight>> {
    const kept = new Map<string, Highlight>();
    for (let after: string | null = null, more = true; more; ) {
      const part: { highlights: Highlight[]; more: boolean } = await askBackground(this.own, 'highlights-after', {
        after,
        limit: 2000,
      });
      for (const highlight of part.highlights) kept.set(highlight.id, highlight);
      after = part.highlights.at(-1)?.id ?? after;
      more = part.more;
    }
    return kept;
  }
}
