/** How our own pages ask the background. */
import { type Input, type Output, readReply } from '../../src/messages/envelope.ts';
import { FROM_OWN_PAGES, type FromOwnPages } from '../../src/messages/from-own-pages.ts';
import { browser } from './browser.ts';

/**
 * Asks the background; the reply is parsed.
 * @throws {DatelineError} with the background's code, or `bad-message` for a reply that does not parse.
 */
export async function askBackground<N extends FromOwnPages>(
  name: N,
  input: Input<typeof FROM_OWN_PAGES, N>,
): Promise<Output<typeof FROM_OWN_PAGES, N>> {
  const reply: unknown = await browser.runtime.sendMessage({ dateline: 'from-own-pages', name, input });
  return readReply(FROM_OWN_PAGES, name, reply);
}
