import { deleteDB, openDB } from 'idb';
import { afterEach, describe, expect, test } from 'vitest';
import { connection } from './connection.ts';
import { correctDay, correctedDay } from './corrected-dates.ts';
import { makeStoredChange } from './changing.ts';
import { passage } from './fixtures/passages.ts';
import { readKeeping } from './keeping-state.ts';
import { keepOwnPack, ownPacks, removeOwnPack } from './own-packs.ts';
import { readPack } from './pack-index.ts';
import { passagesOfArticle, recentTags } from './saved-passages.ts';
import { NOTHING_SAVED, witnessAfter } from './second-copy/witness.ts';
import { climb, DATABASE_VERSION, type DatelineSchema, type OwnPack } from './schema.ts';

const NAME = 'dateline-test-ladder';
const AT = '2026-11-22T16:00:00.000Z';
const SAVED = passage({ id: 'saved-long-ago', tags: ['idlib', 'to read'] });
const LATER = passage({ id: 'saved-later' });
const LINE = {
  id: 'entry-long-ago',
  highlight: SAVED.id,
  sequence: 1,
  at: AT,
  change: { kind: 'save', highlight: SAVED },
  before: { kind: 'delete' },
} as const;
const KEEPING = { witness: witnessAfter(NOTHING_SAVED, 1, undefined, SAVED), backup: null, damage: null, mending: null };
const ownPack = (id: string, loaded: string): OwnPack => ({
  id,
  loaded,
  about: { id, name: id, version: 1, knownUntil: '2026' },
  entities: [],
  lexicon: {
    rulesVersion: 1,
    trie: new ArrayBuffer(8),
    rules: { meanings: [], spellings: [], neighbours: {}, everyday: {}, leaders: {}, offices: {}, women: [] },
  },
});
const OWN = ownPack('loaded-long-ago', '2026-11-22T16:00:00.000Z');
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
    if (name === 'highlights') await db.put(name, SAVED);
    if (name === 'journal') await db.put(name, LINE);
    if (name === 'keeping') await db.put(name, KEEPING, 'state');
    if (name === 'own-packs') await db.put(name, OWN);
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
      const isSaved = version >= 3;
      expect(await passagesOfArticle(store, [SAVED.article.address])).toEqual(isSaved ? [SAVED] : []);
      expect(await recentTags(store, 10)).toEqual(isSaved ? SAVED.tags : []);
      expect((await readKeeping(store)).witness.count).toBe(isSaved ? 1 : 0);
      expect(await ownPacks(store)).toEqual(version >= 5 ? [OWN] : []);
      await makeStoredChange(store, {
        entry: 'entry-later',
        highlight: LATER.id,
        change: { kind: 'save', highlight: LATER },
        at: AT,
      });
      expect((await readKeeping(store)).saved).toBe(isSaved ? 2 : 1);
      await correctDay(store, 'https://example.org/b', '2019-10-22', 2);
      expect(await correctedDay(store, 'https://example.org/b')).toBe('2019-10-22');
      await store.close();
      const db = await openDB(NAME);
      expect(db.version).toBe(DATABASE_VERSION);
      db.close();
    },
  );
});

/** Every row of every store, and the version. */
async function everything(): Promise<unknown> {
  const db = await openDB(NAME);
  const stores = await Promise.all([...db.objectStoreNames].map(async (name) => [name, await db.getAll(name)]));
  db.close();
  return { version: db.version, stores };
}

test.each(Array.from({ length: DATABASE_VERSION - 1 }, (_, step) => [step + 1]))(
  'an upgrade from version %i that is cut short leaves what there was, and the next one arrives',
  async (version) => {
    await seeded(version);
    const before = await everything();
    // What the browser does for a process that is killed in the middle.
    const cutShort = openDB<DatelineSchema>(NAME, DATABASE_VERSION, {
      upgrade: (db, from, _to, tx) => {
        climb(db, from, DATABASE_VERSION, tx);
        tx.done.catch(() => undefined);
        tx.abort();
      },
    });
    await expect(cutShort).rejects.toThrow();
    expect(await everything()).toEqual(before);
    const store = connection(NAME);
    expect((await readKeeping(store)).saved).toBe(version >= 3 ? 1 : 0);
    await store.close();
  },
);

test('a correction taken back is gone', async () => {
  const store = connection(NAME);
  await correctDay(store, 'https://example.org/a', '2020-02-21', 1);
  await correctDay(store, 'https://example.org/a', null, 2);
  expect(await correctedDay(store, 'https://example.org/a')).toBeUndefined();
  await store.close();
});

test('packs come in the order they were loaded, each once, and go one by one', async () => {
  const store = connection(NAME);
  const [first, second] = [ownPack('z', '2026-11-01T00:00:00.000Z'), ownPack('a', '2026-11-02T00:00:00.000Z')];
  for (const pack of [second, first, second]) await keepOwnPack(store, pack);
  expect(await ownPacks(store)).toEqual([first, second]);
  await removeOwnPack(store, 'z');
  expect(await ownPacks(store)).toEqual([second]);
  await store.close();
});
