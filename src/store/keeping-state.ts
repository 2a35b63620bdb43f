/** The one row that says how the saved passages are kept as a whole. */
import type { Connection } from './connection.ts';
import type { Keeping } from './schema.ts';
import { NOTHING_SAVED } from './second-copy/witness.ts';

const NEW: Keeping = { witness: NOTHING_SAVED, backup: null, damage: null, mending: null };

/** The row, read in a transaction that may go on to change it; as in a new database where there is none. */
export async function openKeeping(rows: { get(key: 'state'): Promise<Keeping | undefined> }): Promise<Keeping> {
  return (await rows.get('state')) ?? NEW;
}

/**
 * How the passages are kept, and how many there are beside those in the trash, as the witness has it: to count them takes as long as to read
 * them.
 * @throws StoreError
 */
export function readKeeping(store: Connection): Promise<Keeping & { readonly saved: number }> {
  return store.run(async (db) => {
    const tx = db.transaction(['highlights', 'keeping']);
    const [keeping, deleted] = await Promise.all([
      openKeeping(tx.objectStore('keeping')),
      tx.objectStore('highlights').index('by-deleted').count(),
    ]);
    return { ...keeping, saved: keeping.witness.count - deleted };
  });
}

/** Changes what is known beside the witness. Resolves when it is on disk. @throws StoreError */
export function noteKeeping(store: Connection, note: (keeping: Keeping) => Partial<Omit<Keeping, 'witness'>>): Promise<void> {
  return store.run(async (db) => {
    const tx = db.transaction('keeping', 'readwrite', { durability: 'strict' });
    const keeping = await openKeeping(tx.store);
    await tx.store.put({ ...keeping, ...note(keeping) }, 'state');
    await tx.done;
  });
}

/** Notes that the reader was given a backup of everything as it was at an ISO instant: what was changed later is not in it. @throws StoreError */
export async function noteBackup(store: Connection, at: string): Promise<void> {
  const sequence = await store.run(async (db) => {
    let cursor = await db.transaction('journal').store.openCursor(null, 'prev');
    while (cursor !== null && cursor.value.at > at) cursor = await cursor.continue();
    return cursor?.key ?? 0;
  });
  await noteKeeping(store, () => ({ backup: { at, sequence } }));
}
