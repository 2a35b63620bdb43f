/** Lets our open pages know that something the reader saved has changed: they listen to storage (`onTabNews`), and ask anew. */
import { browser } from './browser.ts';

const KEY = 'last-change';

/** Says that there is news. What it is stands in no storage that pages' scripts may see. */
export async function signalChange(): Promise<void> {
  await browser.storage.session.set({ [KEY]: crypto.randomUUID() });
}
