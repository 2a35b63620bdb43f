/** The script of ours in a news page: what it may ask, and what somebody who has broken into that page's process could ask in its stead. */
import type { Page } from 'puppeteer-core';
import type Browser from 'webextension-polyfill';
import type { Input } from '../../../src/messages/envelope.ts';
import type { FROM_PAGE, FromPage } from '../../../src/messages/from-page.ts';

/** What is global in our pages and, in part, in our scripts. */
interface Extension {
  readonly browser: Browser.Browser;
}

/** The id of the tab that shows this address. */
export function tabOf(ownPage: Page, address: string): Promise<number> {
  return ownPage.evaluate(async (wanted) => {
    const tabs = await (globalThis as unknown as Extension).browser.tabs.query({});
    const tab = tabs.find(({ url }) => url === wanted);
    if (tab?.id === undefined) throw new Error(`no tab shows ${wanted}`);
    return tab.id;
  }, address);
}

/** Sends any message whatever from the isolated world of a tab's page, and gives the raw reply. `ownPage` is only the hand that puts it there. */
export function sendAsPageScript(ownPage: Page, tab: number, message: unknown): Promise<unknown> {
  return ownPage.evaluate(
    async (tabId, envelope) => {
      const [done] = await (globalThis as unknown as Extension).browser.scripting.executeScript({
        target: { tabId },
        func: (sent: unknown) => (globalThis as unknown as Extension).browser.runtime.sendMessage(sent),
        args: [envelope],
      });
      return done?.result;
    },
    tab,
    message,
  );
}

/** Asks what a page's script may ask; gives the raw reply, failure or not. */
export function askAsPageScript<N extends FromPage>(
  ownPage: Page,
  tab: number,
  name: N,
  input: Input<typeof FROM_PAGE, N>,
): Promise<unknown> {
  return sendAsPageScript(ownPage, tab, { dateline: 'from-page', name, input });
}

/** What reading `storage.local` from a page's isolated world gives: an error's text, or the keys it holds. */
export function storageSeenByPageScript(ownPage: Page, tab: number): Promise<unknown> {
  return ownPage.evaluate(async (tabId) => {
    const [done] = await (globalThis as unknown as Extension).browser.scripting.executeScript({
      target: { tabId },
      func: () =>
        (globalThis as unknown as Extension).browser.storage.local.get(null).then(
          (held) => Object.keys(held),
          (error: unknown) => String(error),
        ),
    });
    return done?.result;
  }, tab);
}
