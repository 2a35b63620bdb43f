/** The reader's own word on when an article was written. */
import { DatelineError } from '../../src/messages/errors.ts';
import type { Connection } from '../../src/store/connection.ts';
import { correctDay } from '../../src/store/corrected-dates.ts';
import { StoreError } from '../../src/store/store-error.ts';
import { askTab } from '../platform/asking-tabs.ts';
import type { Readings } from './readings.ts';

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
  { store, readings }: { readonly store: Connection; readonly readings: Readings },
  { tab, article, day }: DayChange,
): Promise<void> {
  await correctDay(store, article, day, Date.now()).catch((error: unknown) => {
    if (!(error instanceof StoreError)) throw error;
    throw new DatelineError(error.code === 'full' ? 'disk-full' : 'store-unavailable', error.message, { cause: error });
  });
  readings.drop(tab);
  await askTab(tab, 'read-again', {});
}
