/** Article days the reader corrected, by canonical address. */
import type { Connection } from './connection.ts';
import { wholly } from './wholly.ts';

/**
 * The reader's day for an article, `YYYY-MM-DD`, or `undefined`.
 * @throws StoreError
 */
export function correctedDay(store: Connection, article: string): Promise<string | undefined> {
  return store.run(async (db) => (await db.get('corrected-dates', article))?.day);
}

/**
 * Remembers the reader's day for an article, or with `null` forgets it. Resolves when it is on disk. `at` is in milliseconds since the epoch.
 * @throws StoreError
 */
export function correctDay(store: Connection, article: string, day: string | null, at: number): Promise<void> {
  return store.run(async (db) => {
    const tx = db.transaction('corrected-dates', 'readwrite', { durability: 'strict' });
    await wholly(tx, (write) => write(day === null ? tx.store.delete(article) : tx.store.put({ article, day, at })));
  });
}
