/** Passages that a reader saved earlier, put into the store by the message that restores a backup. */
import type { Page } from 'puppeteer-core';
import type Browser from 'webextension-polyfill';
import { plainPassage } from '../../../src/highlights/fixtures/plain-passage.ts';
import type { Highlight } from '../../../src/highlights/highlight.ts';
import { articlePage, type Story } from '../pages/story.ts';
import type { News } from './news.ts';
import type { Running } from './launch.ts';
import { askBackground } from './own-page.ts';
import { until } from './until.ts';

/** UTF-16 units of context kept on either side. */
const CONTEXT = 64;

/** A passage of a story published at this address, as it would be saved there; words that are not in the story are of an older version of it. */
export function savedPassage(story: Story, address: string, exact: string, changes: Partial<Highlight> = {}): Highlight {
  const text = [story.title, ...story.paragraphs].join('\n');
  const start = Math.max(0, text.indexOf(exact));
  const isThere = text.includes(exact);
  const around = story.paragraphs.find((paragraph) => paragraph.includes(exact)) ?? `It was said that ${exact}, and no more.`;
  return plainPassage(exact, {
    id: crypto.randomUUID(),
    anchor: {
      quote: {
        exact,
        prefix: isThere ? text.slice(Math.max(0, start - CONTEXT), start) : 'It was said that ',
        suffix: isThere ? text.slice(start + exact.length, start + exact.length + CONTEXT) : ', and no more.',
      },
      position: { start, end: start + exact.length },
      sentence: around,
      paragraph: around,
    },
    article: { address, aliases: [], title: story.title, site: new URL(address).host, date: { day: story.day, how: 'meta' } },
    ...changes,
  });
}

/** Publishes a story at `host/path` and puts passages of it into the store, each with its changes. */
export async function publishWithSaved(
  { news, running }: { news: News; running: Running },
  address: `${string}/${string}`,
  story: Story,
  saved: readonly (readonly [exact: string, changes?: Partial<Highlight>])[],
): Promise<readonly Highlight[]> {
  news.publish(address, articlePage(story));
  const highlights = saved.map(([exact, changes]) => savedPassage(story, `https://${address}`, exact, changes));
  const ownPage = await running.openOwnPage('options/options.html');
  await askBackground(ownPage, 'merge-highlights', { highlights });
  await ownPage.close();
  return highlights;
}

/** Puts everything that was saved into the trash: a second try of a test begins without what the first left. */
export async function deleteSaved(running: Running): Promise<void> {
  const ownPage = await running.openOwnPage('options/options.html');
  const { highlights } = await askBackground(ownPage, 'highlights-after', { after: null, limit: 1000 });
  await askBackground(ownPage, 'change-highlights', {
    changes: highlights.map(({ id }) => ({ entry: crypto.randomUUID(), id, edit: { kind: 'delete' } })),
  });
  await ownPage.close();
}

/** Opens the panel, in a tab of its own, about the tab that shows this address. */
export async function openPanelFor(running: Running, address: string): Promise<Page> {
  const ownPage = await running.openOwnPage('options/options.html');
  const id = await until(`a tab with ${address}`, () =>
    ownPage.evaluate(async (wanted) => {
      const { browser } = globalThis as unknown as { readonly browser: Browser.Browser };
      return (await browser.tabs.query({})).find(({ url }) => url === wanted)?.id;
    }, address),
  );
  await ownPage.close();
  return running.openOwnPage(`sidebar/sidebar.html?tab=${id}`);
}

/** The panel as soon as the browser has opened one, beside the page or, where it does not let us, in a tab. */
export async function openedPanel({ target, browser, address }: Running): Promise<Page> {
  const isPanel = (url: string): boolean => url.startsWith(address('sidebar/sidebar.html'));
  // A side panel is a target and no page; of Firefox' tabs puppeteer does not hear that they went to a page of ours.
  if (target === 'chromium') return (await browser.waitForTarget((one) => isPanel(one.url()))).asPage();
  return until('the panel', async () => {
    for (const page of await browser.pages()) {
      // A tab changes its process on the way to our page: the one it had answers no more.
      if (isPanel(await page.evaluate(() => location.href).catch(() => ''))) return page;
    }
    return undefined;
  });
}
