/** Our own pages, opened as tabs: what they may ask, asked in their stead. */
import type { Page } from 'puppeteer-core';
import type Browser from 'webextension-polyfill';
import type { Input, Output } from '../../../src/messages/envelope.ts';
import { FROM_OWN_PAGES, type FromOwnPages } from '../../../src/messages/from-own-pages.ts';
import { readReply } from '../../../src/messages/envelope.ts';

/** Sends a message to the background from this page, as the page itself would. @throws DatelineError as the page would see it */
export async function askBackground<N extends FromOwnPages>(
  page: Page,
  name: N,
  input: Input<typeof FROM_OWN_PAGES, N>,
): Promise<Output<typeof FROM_OWN_PAGES, N>> {
  const reply: unknown = await page.evaluate(
    (envelope) => (globalThis as unknown as OwnPage).browser.runtime.sendMessage(envelope),
    {
      dateline: 'from-own-pages',
      name,
      input,
    },
  );
  return readReply(FROM_OWN_PAGES, name, reply);
}

/** How many of our scripts the browser will run in pages that are opened from now on. */
export async function registeredScripts(page: Page): Promise<number> {
  const scripts = await page.evaluate(() => (globalThis as unknown as OwnPage).browser.scripting.getRegisteredContentScripts());
  return scripts.length;
}

/** What is global in our pages, in both browsers. */
interface OwnPage {
  readonly browser: Browser.Browser;
}
