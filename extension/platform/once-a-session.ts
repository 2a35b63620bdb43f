/** Work that is done once in the browser's session, however often the background starts in it. */
import { browser } from './browser.ts';

/** Does the work unless it was done in this session already; one that fails, or is cut short, is done again at the next start. */
export async function onceASession(name: string, work: () => Promise<void>): Promise<void> {
  const key = `done-${name}`;
  const done: Record<string, unknown> = await browser.storage.session.get(key);
  if (done[key] === true) return;
  await work();
  await browser.storage.session.set({ [key]: true });
}
