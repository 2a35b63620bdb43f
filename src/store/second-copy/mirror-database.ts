/** The second copy in a database of its own, which is a file of its own: for Firefox, whose other storage a page's scripts can be made to read. */
import type { DBSchema } from 'idb';
import { type Highlight, parseHighlight } from '../../highlights/highlight.ts';
import { type Connection, connectionTo } from '../connection.ts';
import type { Mirror } from './mirror.ts';
import { wholly } from '../wholly.ts';
import type { Witness } from './witness.ts';

/** Its name, in the extension's own origin. */
const MIRROR_DATABASE = 'dateline-second-copy';

/** Records read at once, so that many of them need not be in memory twice. */
const AT_ONCE = 500;

interface MirrorSchema extends DBSchema {
  highlights: { key: string; value: Highlight };
  witness: { key: 'witness'; value: Witness };
}

/** See the head of this file. Rejects with StoreError. */
export function mirrorDatabase(name: string = MIRROR_DATABASE): Mirror & { close(): Promise<void> } {
  const store = connectionToMirror(name);
  return {
    witness: () => store.run((db) => db.get('witness', 'witness')),
    ids: () => store.run((db) => db.getAllKeys('highlights')),
    async *batches() {
      for (let after: string | undefined; ; ) {
        const range = after === undefined ? null : IDBKeyRange.lowerBound(after, true);
        const batch = await store.run((db) => db.getAll('highlights', range, AT_ONCE));
        after = batch.at(-1)?.id;
        if (after === undefined) return;
        yield batch.flatMap((record) => parseHighlight(record) ?? []);
      }
    },
    follow: ({ put, forgotten, witness }) =>
      store.run(async (db) => {
        const tx = db.transaction(['highlights', 'witness'], 'readwrite', { durability: 'relaxed' });
        await wholly(tx, (write) => {
          for (const highlight of put) write(tx.objectStore('highlights').put(highlight));
          for (const id of forgotten) write(tx.objectStore('highlights').delete(id));
          write(tx.objectStore('witness').put(witness, 'witness'));
        });
      }),
    close: () => store.close(),
  };
}

/** Has the browser throw it away: it begins anew at the next start of the background. @throws StoreError */
export function discardMirrorDatabase(name: string = MIRROR_DATABASE): Promise<void> {
  return connectionToMirror(name).discard();
}

function connectionToMirror(name: string): Connection<MirrorSchema> {
  return connectionTo<MirrorSchema>(name, 1, (db) => {
    db.createObjectStore('highlights', { keyPath: 'id' });
    db.createObjectStore('witness');
  });
}
