/** *Highlight* by key or from the menu on selected text. Both let us into the tab's page, even one that is not read along. */
import { DatelineError } from '../../src/messages/errors.ts';
import { askTab } from '../platform/asking-tabs.ts';
import { browser } from '../platform/browser.ts';
import { allowOnce } from '../platform/once.ts';
import { injectReader } from '../platform/page-scripts.ts';

/** Id of our entry in the menu on selected text. */
export const HIGHLIGHT_ENTRY = 'highlight';

/** Puts the entry into the menu, in place of any from before; the browser keeps it while the background sleeps. */
export async function makeMenuEntry(): Promise<void> {
  await browser.contextMenus.removeAll();
  browser.contextMenus.create({
    id: HIGHLIGHT_ENTRY,
    title: browser.i18n.getMessage('menuHighlight'),
    contexts: ['selection'],
    documentUrlPatterns: ['http://*/*', 'https://*/*'],
  });
}

/** How often, and how many milliseconds apart, a page that is only now being read is asked again. */
const ATTEMPTS = 30;
const PAUSE = 100;

/**
 * Saves what is selected in a tab. A page that is not read yet is read once, for this.
 * @param address the tab's, as far as the browser lets us see it
 * @throws DatelineError `page-refused` where the browser lets no extension in
 */
export async function highlightSelection(tab: number, address: string | undefined): Promise<void> {
  try {
    await askTab(tab, 'highlight-selection', {});
  } catch (error) {
    if (!(error instanceof DatelineError && error.code === 'not-found') || address === undefined) throw error;
    await allowOnce(tab, address);
    await injectReader(tab);
    for (let attempt = 0; attempt < ATTEMPTS; attempt++) {
      if ((await askTab(tab, 'highlight-selection', {})).began) return;
      await new Promise((resolve) => setTimeout(resolve, PAUSE));
    }
  }
}
