/**
 * The bundled pack as IndexedDB holds it. The packaged files are the truth, this is an index of them (promises F3): it is written in one
 * transaction with its version last, and whatever is not whole counts as absent, so that the caller loads it again.
 */
import type { ShippedEntity } from '../facts/shipped.ts';
import type { Connection } from './connection.ts';
import type { StoredMap } from './schema.ts';
import { wholly } from './wholly.ts';

/** Everything a pack brings to the background. */
export interface PackContent {
  readonly entities: readonly ShippedEntity[];
  readonly maps: readonly StoredMap[];
  /** Tables of the recogniser by name, in a shape that survives structured cloning. */
  readonly lexicon: Readonly<Record<string, unknown>>;
}

const STORES = ['entities', 'lexicon', 'maps', 'pack'] as const;

/**
 * Replaces whatever pack is stored by this one, wholly or not at all. Durability is relaxed: it can be rebuilt.
 * @throws StoreError
 */
export function writePack(store: Connection, version: string, content: PackContent): Promise<void> {
  return store.run(async (db) => {
    const tx = db.transaction(STORES, 'readwrite', { durability: 'relaxed' });
    await wholly(tx, (write) => {
      for (const name of STORES) write(tx.objectStore(name).clear());
      for (const entity of content.entities) write(tx.objectStore('entities').put(entity));
      for (const map of content.maps) write(tx.objectStore('maps').put(map));
      for (const [name, table] of Object.entries(content.lexicon)) write(tx.objectStore('lexicon').put(table, name));
      write(tx.objectStore('pack').put({ version, entities: content.entities.length }, 'loaded'));
    });
  });
}

/**
 * The stored pack, if it is whole and of this version; else `undefined`.
 * @throws StoreError
 */
export function readPack(store: Connection, version: string): Promise<PackContent | undefined> {
  return store.run(async (db) => {
    const tx = db.transaction(STORES, 'readonly');
    const [loaded, entities, maps, names, tables] = await Promise.all([
      tx.objectStore('pack').get('loaded'),
      tx.objectStore('entities').getAll(),
      tx.objectStore('maps').getAll(),
      tx.objectStore('lexicon').getAllKeys(),
      tx.objectStore('lexicon').getAll(),
      tx.done,
    ]);
    if (loaded?.version !== version || loaded.entities !== entities.length || names.length === 0) return undefined;
    return { entities, maps, lexicon: Object.fromEntries(names.map((name, place) => [name, tables[place]])) };
  });
}
