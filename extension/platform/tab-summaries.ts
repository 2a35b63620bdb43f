/**
 * What was found in each tab, in `storage.session`: kept in memory by the browser, so the popup still knows after the background slept,
 * and nothing of what was read reaches the disk.
 */
import * as v from 'valibot';
import { TabState } from '../../src/messages/from-own-pages.ts';
import { browser } from './browser.ts';

const TabSummary = v.strictObject({
  ...v.pick(TabState, ['date', 'count', 'entities']).entries,
  /** Address of the page as the browser sees it, without its fragment. */
  page: v.string(),
  /** Canonical address of the article. */
  article: v.string(),
});
/** What was found in a tab. */
export type TabSummary = v.InferOutput<typeof TabSummary>;

const key = (tab: number) => `tab-${tab}`;

/** What was found on the page a tab shows; `undefined` where that page was not read, whatever the tab showed before. */
export async function readTabSummary(tab: number, address: string): Promise<TabSummary | undefined> {
  const stored: Record<string, unknown> = await browser.storage.session.get(key(tab));
  const parsed = v.safeParse(TabSummary, stored[key(tab)]);
  return parsed.success && parsed.output.page === withoutFragment(address) ? parsed.output : undefined;
}

/** Keeps what was found in a tab and shows the count on its button; a count of 0 shows none. */
export async function writeTabSummary(tab: number, summary: TabSummary): Promise<void> {
  const kept = { ...summary, page: withoutFragment(summary.page) };
  await Promise.all([browser.storage.session.set({ [key(tab)]: kept }), showCount(tab, summary.count)]);
}

/** Forgets a closed tab. */
export async function dropTabSummary(tab: number): Promise<void> {
  await browser.storage.session.remove(key(tab));
}

async function showCount(tab: number, count: number): Promise<void> {
  // The tab may have closed meanwhile: then there is nothing to show it on.
  await browser.action.setBadgeText({ tabId: tab, text: count === 0 ? '' : String(count) }).catch(() => undefined);
}

function withoutFragment(address: string): string {
  return address.split('#', 1)[0] ?? address;
}
