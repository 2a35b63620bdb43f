/** Where Dateline may read, and why not where it may not. */
import type { TabState } from '../../src/messages/from-own-pages.ts';
import type * as v from 'valibot';
import { browser } from '../platform/browser.ts';
import { isAllowedOnce } from '../platform/once.ts';
import { isGranted } from '../platform/page-scripts.ts';

/** Shops and pages in which the browsers let no extension run, whatever was granted. */
const CLOSED_HOSTS = new Set(['chromewebstore.google.com', 'chrome.google.com', 'addons.mozilla.org', 'accounts.firefox.com']);

/** Whether the reader lets a tab's page be read: host granted, asked for once, or a page of our own (the welcome page). */
export async function mayRead(tab: number, address: string): Promise<boolean> {
  if (address.startsWith(browser.runtime.getURL(''))) return true;
  return (await isGranted(address)) || (await isAllowedOnce(tab, address));
}

/** What the popup offers on a tab; `address` is absent where the browser does not let us see it. */
export async function accessTo(tab: number, address: string | undefined): Promise<v.InferOutput<typeof TabState>['access']> {
  if (address === undefined || !/^(https?|file):/.test(address) || CLOSED_HOSTS.has(new URL(address).hostname)) return 'refused';
  if (await isGranted(address)) return 'granted';
  return (await isAllowedOnce(tab, address)) ? 'once' : 'not-granted';
}
