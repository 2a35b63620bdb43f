/** The background's way to speak to the script in a tab. */
import type * as v from 'valibot';
import { type Output, readReply } from '../../src/messages/envelope.ts';
import { DatelineError } from '../../src/messages/errors.ts';
import { TO_PAGE, type ToPage } from '../../src/messages/to-page.ts';
import { browser } from './browser.ts';

/**
 * Asks the script in a tab's main frame.
 * @throws DatelineError `not-found` where no script of ours is there, else the page's own code.
 */
export async function askTab<N extends ToPage>(
  tab: number,
  name: N,
  input: v.InferInput<(typeof TO_PAGE)[N]['input']>,
): Promise<Output<typeof TO_PAGE, N>> {
  const reply: unknown = await browser.tabs
    .sendMessage(tab, { dateline: 'to-page', name, input }, { frameId: 0 })
    .catch((error: unknown) => {
      throw new DatelineError('not-found', `no page script in tab ${tab}`, { cause: error });
    });
  // A tab whose page has no listener for this answers nothing at all.
  if (reply === undefined || reply === null) throw new DatelineError('not-found', `no page script in tab ${tab}`);
  return readReply(TO_PAGE, name, reply);
}

/** Tells every tab that has a script of ours, and waits for none that has not. */
export async function tellTabs(name: 'settings-changed' | 'read-again'): Promise<void> {
  const tabs = await browser.tabs.query({});
  await Promise.allSettled(tabs.flatMap(({ id }) => (id === undefined ? [] : [askTab(id, name, {})])));
}
