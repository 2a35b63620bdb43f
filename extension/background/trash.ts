/** The trash empties itself. */
import type { Connection } from '../../src/store/connection.ts';
import type { Keeper } from '../../src/store/keeper.ts';
import { passagesInTrash } from '../../src/store/saved-passages.ts';
import { withoutStore } from './failures.ts';

const DAY_MS = 86_400_000;
/** How long a deleted passage can be brought back. */
const KEPT_MS = 30 * DAY_MS;

/** Forgets what was deleted 30 days ago or longer. Without the store there is nothing to be done. `now` in milliseconds since the epoch. */
export async function emptyOldTrash(keeper: Keeper, store: Connection, now: number): Promise<void> {
  try {
    await keeper.ready();
    const old = await passagesInTrash(store, new Date(now - KEPT_MS).toISOString());
    if (old.length > 0) await keeper.forget(old.map(({ id }) => id));
  } catch (error) {
    withoutStore(error);
  }
}
