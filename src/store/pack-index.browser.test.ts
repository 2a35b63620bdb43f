import { deleteDB, openDB } from 'idb';
import { afterEach, describe, expect, test } from 'vitest';
import type { ShippedEntity } from '../facts/shipped.ts';
import { type Connection, connection } from './connection.ts';
import { type PackContent, readPack, writePack } from './pack-index.ts';
import { DATABASE_VERSION } from './schema.ts';

const NAME = 'dateline-test-pack';
const entity = (id: string): ShippedEntity => ({
  id,
  kind: 'place',
  names: { en: id, tr: id, ar: id, ru: id },
  about: { en: id },
  statuses: [],
  facts: [],
  related: [],
  sources: [],
});
const content = (...ids: string[]): PackContent => ({
  entities: ids.map(entity),
  maps: [],
  lexicon: { trie: new Uint32Array([1, 2, 3]).buffer, rules: { meanings: [] } },
});

let store: Connection = connection(NAME);
afterEach(async () => {
  await store.close();
  await deleteDB(NAME);
  store = connection(NAME);
});

/** Changes the database as no code of ours would: by hand, from outside. */
async function tamper(change: (db: IDBDatabase) => IDBTransaction): Promise<void> {
  const db = await openDB(NAME);
  await new Promise<void>((done, failed) => {
    const tx = change(db as unknown as IDBDatabase); // idb's wrapper has the same methods
    tx.oncomplete = () => done();
    tx.onabort = () => failed(tx.error ?? new Error('aborted'));
  });
  db.close();
}

describe('the pack in IndexedDB', () => {
  test('comes back as it was written, buffers included', async () => {
    await writePack(store, 'v1', content('place/idlib', 'place/sochi'));
    const read = await readPack(store, 'v1');
    expect(read?.entities.map((one) => one.id)).toEqual(['place/idlib', 'place/sochi']);
    expect(new Uint32Array(read?.lexicon['trie'] as ArrayBuffer)).toEqual(new Uint32Array([1, 2, 3]));
  });

  test('a new pack takes the place of the old one whole', async () => {
    await writePack(store, 'v1', content('place/idlib', 'place/sochi'));
    await writePack(store, 'v2', content('place/ankara'));
    expect(await readPack(store, 'v1')).toBeUndefined();
    expect((await readPack(store, 'v2'))?.entities.map((one) => one.id)).toEqual(['place/ankara']);
  });

  const damages: readonly [string, (db: IDBDatabase) => IDBTransaction][] = [
    ['an entity is gone', (db) => change(db, 'entities', (entities) => entities.delete('place/idlib'))],
    ['every entity is gone', (db) => change(db, 'entities', (entities) => entities.clear())],
    ['the lexicon is gone', (db) => change(db, 'lexicon', (lexicon) => lexicon.clear())],
    ['the load never came to its end', (db) => change(db, 'pack', (pack) => pack.clear())],
  ];
  test.each(damages)('counts as absent when %s', async (_name, damage) => {
    await writePack(store, 'v1', content('place/idlib', 'place/sochi'));
    await store.close();
    await tamper(damage);
    expect(await readPack(store, 'v1')).toBeUndefined();
  });

  test('a load that fails half-way leaves the old pack', async () => {
    await writePack(store, 'v1', content('place/idlib'));
    const broken = content('place/ankara');
    await expect(
      writePack(store, 'v2', { ...broken, lexicon: { rules: () => 'a function cannot be stored' } }),
    ).rejects.toThrow();
    expect((await readPack(store, 'v1'))?.entities.map((one) => one.id)).toEqual(['place/idlib']);
  });

  test('the whole database deleted under us is opened and filled anew', async () => {
    await writePack(store, 'v1', content('place/idlib'));
    await deleteDB(NAME);
    expect(await readPack(store, 'v1')).toBeUndefined();
    await writePack(store, 'v1', content('place/idlib'));
    expect(await readPack(store, 'v1')).toBeDefined();
  });

  test('a database made by a newer Dateline is refused and left as it is', async () => {
    const newer = await openDB(NAME, DATABASE_VERSION + 1, { upgrade: (db) => void db.createObjectStore('of-the-future') });
    newer.close();
    await expect(readPack(store, 'v1')).rejects.toMatchObject({ code: 'newer' });
    const after = await openDB(NAME);
    expect([after.version, [...after.objectStoreNames]]).toEqual([DATABASE_VERSION + 1, ['of-the-future']]);
    after.close();
  });
});

function change(db: IDBDatabase, name: string, work: (store: IDBObjectStore) => unknown): IDBTransaction {
  const tx = db.transaction(name, 'readwrite');
  work(tx.objectStore(name));
  return tx;
}
