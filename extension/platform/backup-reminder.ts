/** When the reader is next reminded of a backup, in `storage.local`: at most once a day. */
import * as v from 'valibot';
import { browser } from './browser.ts';

const KEY = 'backup-reminder';
const DAY_MS = 86_400_000;

/**
 * Whether to remind now. The first call starts the first day: a reader who has just saved the first passage is left alone.
 * @param lastBackup ISO instant, or `null`
 * @param now milliseconds since the epoch
 */
export async function isReminderDue(lastBackup: string | null, now: number): Promise<boolean> {
  const stored: Record<string, unknown> = await browser.storage.local.get(KEY);
  const from = v.safeParse(v.number(), stored[KEY]);
  if (!from.success) {
    await remindLater(now);
    return false;
  }
  return from.output <= now && (lastBackup === null || Date.parse(lastBackup) + DAY_MS <= now);
}

/** Not again for a day. */
export async function remindLater(now: number): Promise<void> {
  await browser.storage.local.set({ [KEY]: now + DAY_MS });
}
