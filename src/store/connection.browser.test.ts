import { deleteDB } from 'idb';
import { afterEach, expect, test } from 'vitest';
import { connection } from './connection.ts';
import { readKeeping } from './keeping-state.ts';
import { DATABASE_VERSION } from './schema.ts';
import { StoreError } from './store-error.ts';

const NAME = 'dateline-test-connection';
/** What a reader may be left waiting for, in milliseconds (promises R11). */
const EXPLAINED_MS = 3000;

const held: IDBDatabase[] = [];
afterEach(async () => {
  for (const db of held.splice(0)) db.close();
  for (const { name = '' } of await indexedDB.databases()) if (name.startsWith(NAME)) await deleteDB(name);
});

/** Holds a database open as a page would that never lets go of it. */
async function hold(name: string, version: number): Promise<IDBDatabase> {
  const db = await new Promise<IDBDatabase>((resolve, reject) => {
    const opening = indexedDB.open(name, version);
    opening.onsuccess = () => resolve(opening.result);
    opening.onerror = () => reject(opening.error ?? new Error('not opened'));
  });
  held.push(db);
  return db;
}

test('a database that an older version holds is waited for so long and no longer, by all who ask, and found open once it is let go', async () => {
  const names = Array.from({ length: 50 }, (_, at) => `${NAME}-${at}`);
  for (const name of names) await hold(name, 1);
  const waiting = names.flatMap((name) => {
    const store = connection(name);
    // The browser tells only the first of two that it is blocked.
    return [store, connection(name), store];
  });
  const waits = waiting.map(async ({ run }) => {
    const from = performance.now();
    const failure: unknown = await run(async () => undefined).catch((error: unknown) => error);
    return { took: performance.now() - from, code: failure instanceof StoreError ? failure.code : undefined };
  });
  for (const { took, code } of await Promise.all(waits)) {
    expect(code).toBe('unavailable');
    expect(took).toBeLessThan(EXPLAINED_MS);
  }
  for (const db of held) db.close();
  expect(await waiting[1]?.run(async (db) => db.version)).toBe(DATABASE_VERSION);
  for (const store of waiting) await store.close();
});

test('a connection of today lets go of it by itself', async () => {
  const store = connection(NAME);
  expect((await readKeeping(store)).saved).toBe(0);
  const newer = await hold(NAME, DATABASE_VERSION + 1);
  expect(newer.version).toBe(DATABASE_VERSION + 1);
  await expect(store.run(async () => undefined)).rejects.toMatchObject({ code: 'newer' });
});
