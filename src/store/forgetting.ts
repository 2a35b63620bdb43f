/** Forgetting passages for good: the record, every line of the journal that tells of it, and the index that has its words. */
import type { Written } from './changing.ts';
import type { Connection } from './connection.ts';
import { openKeeping } from './keeping-state.ts';
import { wholly } from './wholly.ts';
import { witnessAfter } from './second-copy/witness.ts';

/**
 * Forgets passages that are in the trash; others stay. Resolves when it is on disk; `null` where there was nothing to forget.
 * @throws StoreError; then nothing has changed
 */
export function forgetStored(store: Connection, ids: readonly string[]): Promise<Written | null> {
  return store.run(async (db) => {
    const tx = db.transaction(['highlights', 'journal', 'keeping', 'search', 'lost'], 'readwrite', { durability: 'strict' });
    const [highlights, journal] = [tx.objectStore('highlights'), tx.objectStore('journal')];
    const found = await Promise.all([...new Set(ids)].map((id) => highlights.get(id)));
    const inTrash = found.flatMap((highlight) => (highlight === undefined || highlight.deleted === null ? [] : [highlight]));
    if (inTrash.length === 0) return null;
    const lines = await Promise.all(inTrash.map(({ id }) => journal.index('by-highlight').getAllKeys(id)));
    const keeping = await openKeeping(tx.objectStore('keeping'));
    const sequence = keeping.witness.sequence + 1;
    const witness = inTrash.reduce((before, highlight) => witnessAfter(before, sequence, highlight, undefined), keeping.witness);
    await wholly(tx, (write) => {
      for (const { id } of inTrash) {
        write(highlights.delete(id));
        write(tx.objectStore('lost').delete(id));
      }
      write(tx.objectStore('search').clear());
      for (const line of lines.flat()) write(journal.delete(line));
      write(tx.objectStore('keeping').put({ ...keeping, witness }, 'state'));
    });
    return { put: [], forgotten: inTrash.map(({ id }) => id), witness };
  });
}
