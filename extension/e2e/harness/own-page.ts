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
    (envelope) => {
      // Native in our pages in both browsers.
      const { browser } = globalThis as unknown as { browser: Browser.Browser };
      return browser.runtime.sendMessage(envelope);
    },
    { dateline: 'from-own-pages', name, input },
  );
  return readReply(FROM_OWN_PAGES, name, reply);
}
