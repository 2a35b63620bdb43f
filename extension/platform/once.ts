/** Pages the reader asked to be read once, by `activeTab`: remembered for the browser's session so that they are not taken for revoked hosts. */
import { browser } from './browser.ts';

const key = (tab: number) => `once-${tab}`;

/** Remembers that a tab's page may be read although its host is not granted; ends when the tab goes to another origin. */
export async function allowOnce(tab: number, address: string): Promise<void> {
  await browser.storage.session.set({ [key(tab)]: new URL(address).origin });
}

/** Whether the reader asked for this tab's page to be read once. */
export async function isAllowedOnce(tab: number, address: string): Promise<boolean> {
  const stored: Record<string, unknown> = await browser.storage.session.get(key(tab));
  return stored[key(tab)] === new URL(address).origin;
}

/** Forgets a closed tab. */
export async function forgetOnce(tab: number): Promise<void> {
  await browser.storage.session.remove(key(tab));
}
