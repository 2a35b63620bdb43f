/** The tab the popup or the panel is about, and when what is known about it changes. */
import { browser } from './browser.ts';

/** A tab's id, its window and, where the browser lets us see it, its address. */
export interface ShownTab {
  readonly id: number;
  readonly window: number | undefined;
  readonly address?: string;
}

/**
 * The tab in front in the window of this page; with `?tab=ID`, that tab, for when this page stands in a tab of its own. `undefined`
 * where there is none.
 */
export async function shownTab(): Promise<ShownTab | undefined> {
  const asked = askedTab();
  const tab =
    asked === undefined
      ? (await browser.tabs.query({ active: true, currentWindow: true }))[0]
      : await browser.tabs.get(asked).catch(() => undefined);
  if (tab?.id === undefined) return undefined;
  return { id: tab.id, window: tab.windowId, ...(tab.url !== undefined && { address: tab.url }) };
}

/** Calls `listener` whenever settings, what was found in a tab or what is saved changed. @returns what ends that */
export function onTabNews(listener: () => void): () => void {
  // A fresh function, so that the same listener may be given twice and ended once.
  const hear = (): void => listener();
  browser.storage.onChanged.addListener(hear);
  return () => browser.storage.onChanged.removeListener(hear);
}

/** Calls `listener` whenever another tab may be in front, or the tab went to another address, until the page closes. */
export function onTabShown(listener: () => void): void {
  const asked = askedTab();
  if (asked === undefined) browser.tabs.onActivated.addListener(() => listener());
  browser.tabs.onUpdated.addListener((id, { status, url }, { active }) => {
    if ((status !== undefined || url !== undefined) && (asked === undefined ? active : id === asked)) listener();
  });
}

function askedTab(): number | undefined {
  const asked = new URLSearchParams(location.search).get('tab');
  return asked === null ? undefined : Number(asked);
}
