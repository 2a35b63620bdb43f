/** Packs of the reader's own. Every function throws StoreError where the database cannot be read or written. */
import type { Connection } from './connection.ts';
import type { OwnPack } from './schema.ts';

/** All of them, the first loaded first. */
export function ownPacks(store: Connection): Promise<OwnPack[]> {
  return store.run(async (db) => {
    const packs = await db.getAll('own-packs');
    return packs.sort((one, other) => (one.loaded < other.loaded ? -1 : 1));
  });
}

/** Keeps a pack, in place of one with its id. Resolves when it is on disk; it is kept whole or not at all. */
export function keepOwnPack(store: Connection, pack: OwnPack): Promise<void> {
  return store.run(async (db) => {
    const tx = db.transaction('own-packs', 'readwrite', { durability: 'strict' });
    await Promise.all([tx.store.put(pack), tx.done]);
  });
}

/** Removes a pack. Resolves when that is on disk. */
export function removeOwnPack(store: Connection, id: string): Promise<void> {
  return store.run(async (db) => {
    const tx = db.transaction('own-packs', 'readwrite', { durability: 'strict' });
    await Promise.all([tx.store.delete(id), tx.done]);
  });
}
