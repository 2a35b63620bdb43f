/** The tabs that articles are open in. */
import { browser } from './browser.ts';

const KEY = 'passage-to-show';

/** Turns to a tab and its window. */
export async function turnToTab(tab: number): Promise<void> {
  const { windowId } = await browser.tabs.update(tab, { active: true });
  if (windowId !== undefined) await browser.windows.update(windowId, { focused: true });
}

/** Opens an article in a new tab. @returns the tab's id; `undefined` for an address that is not of the web */
export async function openArticle(address: string): Promise<number | undefined> {
  // A record may come from a file of somebody else's: nothing but a web page is opened for it.
  if (!/^https?:$/.test(new URL(address).protocol)) return undefined;
  return (await browser.tabs.create({ url: address })).id;
}

/** Remembers which passage a tab is to show once its article was read. */
export async function keepPassageToShow(tab: number, passage: string): Promise<void> {
  await browser.storage.session.set({ [KEY]: { tab, passage } });
}

/** The passage a tab is to show, told once; `undefined` where it is to show none. */
export async function takePassageToShow(tab: number): Promise<string | undefined> {
  const { [KEY]: kept }: { readonly [KEY]?: { readonly tab: number; readonly passage: string } } =
    await browser.storage.session.get(KEY);
  if (kept?.tab !== tab) return undefined;
  await browser.storage.session.remove(KEY);
  return kept.passage;
}
