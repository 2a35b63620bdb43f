/** The day an article was written: the reader's own word on it, else what the page says. */
import type { ArticleDate } from '../../src/facts/mention.ts';
import type { PageClues } from '../../src/messages/from-page.ts';
import { articleDate } from '../../src/page/article-date/article-date.ts';
import type { Connection } from '../../src/store/connection.ts';
import { correctDay, correctedDay } from '../../src/store/corrected-dates.ts';
import { askTab } from '../platform/asking-tabs.ts';
import { addressOf } from './article.ts';
import type { Services } from './services.ts';
import { throwAsDatelineError, ignoreStoreError } from './failures.ts';

/** The day of the article at an address; without the store, only what the page says. */
export async function dayOf(store: Connection, address: string, page: PageClues): Promise<ArticleDate | null> {
  const corrected = await correctedDay(store, addressOf(address, page).canonical).catch(ignoreStoreError);
  return corrected === undefined ? articleDate(page.dates, { address, today: today() }) : { day: corrected, how: 'reader' };
}

/** A day later than ours may already have begun where the article was written; `articleDate` allows for it. */
function today(): string {
  return new Date().toISOString().slice(0, 10);
}

/** An article open in a tab, by its canonical address, and its day, `YYYY-MM-DD`; `null` takes a correction back. */
export interface DayChange {
  readonly tab: number;
  readonly article: string;
  readonly day: string | null;
}

/**
 * Remembers the day and has the page read again under it.
 * @throws DatelineError `disk-full` or `store-unavailable` where it could not be remembered; then nothing has changed.
 */
export async function changeDay(
  { store, readings }: Pick<Services, 'store' | 'readings'>,
  { tab, article, day }: DayChange,
): Promise<void> {
  await correctDay(store, article, day, Date.now()).catch(throwAsDatelineError);
  readings.drop(tab);
  await askTab(tab, 'read-again', {});
}
