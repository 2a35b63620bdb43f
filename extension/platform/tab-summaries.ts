/**
 * What was found in each tab, in `storage.session`: kept in memory by the browser, so the popup still knows after the background slept,
 * and nothing of what was read reaches the disk.
 */
import * as v from 'valibot';
import { SavedArticle } from '../../src/highlights/highlight.ts';
import { ArticleInTab, TabState } from '../../src/messages/from-own-pages.ts';
import { FoundHighlight } from '../../src/messages/highlights.ts';
import { browser } from './browser.ts';

const TabSummary = v.strictObject({
  date: TabState.entries.date,
  /** In order of their first mention. */
  entities: ArticleInTab.entries.entities,
  /** Address of the page as the browser sees it, without its fragment. */
  page: v.string(),
  /** The article; it may be one that cannot be saved, since its address is not of the web. */
  article: v.strictObject({ ...SavedArticle.entries, address: v.string(), aliases: v.array(v.string()) }),
  /** How the passages saved of it were found, by id. */
  passages: v.array(v.strictObject({ id: v.string(), ...v.omit(FoundHighlight, ['highlight']).entries })),
});
/** What was found in a tab. */
export type TabSummary = v.InferOutput<typeof TabSummary>;

const PREFIX = 'tab-';
const key = (tab: number) => `${PREFIX}${tab}`;

/** What was found on the page a tab shows; `undefined` where that page was not read, whatever the tab showed before. */
export async function readTabSummary(tab: number, address: string): Promise<TabSummary | undefined> {
  const stored: Record<string, unknown> = await browser.storage.session.get(key(tab));
  const parsed = v.safeParse(TabSummary, stored[key(tab)]);
  return parsed.success && parsed.output.page === withoutFragment(address) ? parsed.output : undefined;
}

/** What was found in every tab, whatever it shows by now. */
export async function allTabSummaries(): Promise<readonly (TabSummary & { readonly tab: number })[]> {
  const stored: Record<string, unknown> = await browser.storage.session.get(null);
  return Object.entries(stored).flatMap(([name, value]) => {
    const tab = name.startsWith(PREFIX) ? Number(name.slice(PREFIX.length)) : Number.NaN;
    const parsed = v.safeParse(TabSummary, value);
    return parsed.success && !Number.isNaN(tab) ? [{ ...parsed.output, tab }] : [];
  });
}

/** Keeps what was found in a tab and shows the number of entities on its button; 0 shows none. */
export async function writeTabSummary(tab: number, summary: TabSummary): Promise<void> {
  const kept = { ...summary, page: withoutFragment(summary.page) };
  await Promise.all([browser.storage.session.set({ [key(tab)]: kept }), showCount(tab, summary.entities.length)]);
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
