import { deleteDB, openDB } from 'idb';
import { afterEach, describe, expect, test } from 'vitest';
import { connection } from './connection.ts';
import { correctDay, correctedDay } from './corrected-dates.ts';
import { readPack } from './pack-index.ts';
import { climb, DATABASE_VERSION, type DatelineSchema } from './schema.ts';

const NAME = 'dateline-test-ladder';
afterEach(() => deleteDB(NAME));

/** A database as the Dateline of that version left it, with a row in each of its stores. */
async function seeded(version: number): Promise<void> {
  if (version === 0) return;
  const db = await openDB<DatelineSchema>(NAME, version, {
    upgrade: (fresh, from, _to, tx) => {
      climb(fresh, from, version, tx);
    },
  });
  for (const name of db.objectStoreNames) {
    if (name === 'corrected-dates') await db.put(name, { article: 'https://example.org/a', day: '2020-02-21', at: 1 });
    if (name === 'pack') await db.put(name, { version: 'old', entities: 0 }, 'loaded');
  }
  db.close();
}

describe('the upgrade ladder', () => {
  test.each(Array.from({ length: DATABASE_VERSION + 1 }, (_, version) => [version]))(
    'from version %i it reaches today',
    async (version) => {
      await seeded(version);
      const store = connection(NAME);
      expect(await readPack(store, 'new')).toBeUndefined();
      expect(await correctedDay(store, 'https://example.org/a')).toBe(version >= 2 ? '2020-02-21' : undefined);
      await correctDay(store, 'https://example.org/b', '2019-10-22', 2);
      expect(await correctedDay(store, 'https://example.org/b')).toBe('2019-10-22');
      await store.close();
      const db = await openDB(NAME);
      expect(db.version).toBe(DATABASE_VERSION);
      db.close();
    },
  );
});

test('a correction taken back is gone', async () => {
  const store = connection(NAME);
  await correctDay(store, 'https://example.org/a', '2020-02-21', 1);
  await correctDay(store, 'https://example.org/a', null, 2);
  expect(await correctedDay(store, 'https://example.org/a')).toBeUndefined();
  await store.close();
});
