/** The tab the popup is about, and when what is known about it changes. */
import { browser } from './browser.ts';

/** A tab's id and, where the browser lets us see it, its address. */
export interface ShownTab {
  readonly id: number;
  readonly address?: string;
}

/** The tab the popup was opened over; with `?tab=ID`, that tab, for when the popup stands in a tab of its own. `undefined` where there is none. */
export async function shownTab(): Promise<ShownTab | undefined> {
  const asked = new URLSearchParams(location.search).get('tab');
  const tab =
    asked === null ? (await browser.tabs.query({ active: true, currentWindow: true }))[0] : await browser.tabs.get(Number(asked));
  if (tab?.id === undefined) return undefined;
  return { id: tab.id, ...(tab.url !== undefined && { address: tab.url }) };
}

/** Calls `listener` whenever settings or what was found in a tab changed, until the page closes. */
export function onTabNews(listener: () => void): void {
  browser.storage.onChanged.addListener(listener);
}
