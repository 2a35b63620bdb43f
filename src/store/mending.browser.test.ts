import { deleteDB, openDB } from 'idb';
import { afterEach, describe, expect, test } from 'vitest';
import type { Highlight } from '../highlights/highlight.ts';
import { type Connection, connection } from './connection.ts';
import { contentsOf, faultsIn, somePassages } from './fixtures/passages.ts';
import { Keeper } from './keeper.ts';
import { readKeeping } from './keeping-state.ts';
import type { Mirror } from './mirror.ts';
import { mirrorDatabase } from './mirror-database.ts';
import { passagesAfter } from './saved-passages.ts';
import { StoreError } from './store-error.ts';

const NAME = 'dateline-test-mending';
const COPY = 'dateline-test-mending-copy';
const NOW = '2026-11-22T16:00:00.000Z';

const opened: { close(): Promise<void> }[] = [];
afterEach(async () => {
  for (const one of opened.splice(0)) await one.close();
  await deleteDB(NAME);
  await deleteDB(COPY);
});

interface Started {
  readonly store: Connection;
  readonly keeper: Keeper;
  readonly mirror: Mirror;
  readonly complaints: unknown[];
}

/** A background that starts: nothing in memory of what was before. `through` changes what it has for a second copy. */
function start(through: (mirror: Mirror) => Mirror = (mirror) => mirror): Started {
  const store = connection(NAME);
  const copy = mirrorDatabase(COPY);
  opened.push(store, copy);
  const complaints: unknown[] = [];
  const mirror = through(copy);
  const keeper = new Keeper(store, mirror, {
    newEntry: () => crypto.randomUUID(),
    now: () => NOW,
    onMirrorFailed: (error) => complaints.push(error),
  });
  return { store, keeper, mirror, complaints };
}

/** The background is stopped, as by the browser: nothing more is done. */
async function stop(): Promise<void> {
  for (const one of opened.splice(0)) await one.close();
}

const PASSAGES = somePassages(12);

function save(keeper: Keeper, highlight: Highlight): Promise<Highlight> {
  return keeper.change({ entry: `entry-${highlight.id}`, highlight: highlight.id, change: { kind: 'save', highlight }, at: NOW });
}

/** Both copies with all passages, as they are when all went well; the background is stopped. */
async function saveAll(): Promise<void> {
  const { keeper } = start();
  for (const highlight of PASSAGES) await save(keeper, highlight);
  await keeper.settled();
  await stop();
}

async function all(store: Connection): Promise<readonly Highlight[]> {
  return (await passagesAfter(store, null, 2000)).highlights;
}

async function copied(mirror: Mirror): Promise<readonly Highlight[]> {
  const records: Highlight[] = [];
  for await (const batch of mirror.batches()) records.push(...batch);
  return records;
}

const byId = (one: Highlight, other: Highlight): number => (one.id < other.id ? -1 : 1);
const SORTED = [...PASSAGES].sort(byId);

/** Changes a database behind our back. */
async function tamper(name: string, change: (db: IDBDatabase) => IDBTransaction): Promise<void> {
  const db = (await openDB(name)) as unknown as IDBDatabase; // idb's wrapper has the same methods
  await new Promise<void>((done, failed) => {
    const tx = change(db);
    tx.oncomplete = () => done();
    tx.onabort = () => failed(tx.error ?? new Error('aborted'));
  });
  db.close();
}

function write(db: IDBDatabase, name: string, work: (store: IDBObjectStore) => unknown): IDBTransaction {
  const tx = db.transaction(name, 'readwrite');
  work(tx.objectStore(name));
  return tx;
}

const HALF = IDBKeyRange.lowerBound(SORTED[6]?.id ?? '');
const inDatabase = (change: (db: IDBDatabase) => IDBTransaction) => () => tamper(NAME, change);
const inCopy = (change: (db: IDBDatabase) => IDBTransaction) => () => tamper(COPY, change);

describe('one copy is hit', () => {
  const damages: readonly [string, () => Promise<void>, { repaired: number } | null][] = [
    ['nothing', async () => undefined, null],
    ['the database is thrown away', () => deleteDB(NAME), { repaired: 12 }],
    ['the database loses every row', inDatabase((db) => write(db, 'highlights', (rows) => rows.clear())), { repaired: 12 }],
    [
      'the database loses one row',
      inDatabase((db) => write(db, 'highlights', (rows) => rows.delete(SORTED[3]?.id ?? ''))),
      { repaired: 1 },
    ],
    [
      'the database loses half of its rows',
      inDatabase((db) => write(db, 'highlights', (rows) => rows.delete(HALF))),
      { repaired: 6 },
    ],
    ['the database loses its witness', inDatabase((db) => write(db, 'keeping', (rows) => rows.clear())), null],
    ['the database loses its journal', inDatabase((db) => write(db, 'journal', (rows) => rows.clear())), null],
    ['the second copy is thrown away', () => deleteDB(COPY), null],
    ['the second copy loses its rows', inCopy((db) => write(db, 'highlights', (rows) => rows.clear())), null],
    ['the second copy loses its witness', inCopy((db) => write(db, 'witness', (rows) => rows.clear())), null],
  ];
  test.each(damages)('%s: every passage is there, and both copies are whole again', async (_name, harm, damage) => {
    await saveAll();
    await harm();
    const { store, keeper, mirror, complaints } = start();
    await keeper.ready();
    expect([...(await all(store))].sort(byId)).toEqual(SORTED);
    await keeper.audit();
    const keeping = await readKeeping(store);
    expect(keeping.damage).toEqual(damage && { at: NOW, lost: 0, ...damage });
    // The next change finds everything in working order.
    await keeper.change({ entry: 'entry-after', highlight: SORTED[0]?.id ?? '', change: { kind: 'delete' }, at: NOW });
    await keeper.settled();
    expect([...(await copied(mirror))].sort(byId)).toEqual([...(await all(store))].sort(byId));
    expect(await mirror.witness()).toEqual((await readKeeping(store)).witness);
    expect(complaints).toEqual([]);
  });
});

describe('a record that is there and is not what was written', () => {
  const [first] = SORTED;
  if (first === undefined) throw new Error('no sample');
  const harms: readonly [string, object][] = [
    ['other words', { ...first, note: 'never written' }],
    ['no record at all', { id: first.id, article: 7 }],
  ];
  test.each(harms)('%s in the database: put back as it was', async (_name, row) => {
    await saveAll();
    await tamper(NAME, (db) => write(db, 'highlights', (rows) => rows.put(row)));
    const { store, keeper } = start();
    await keeper.audit();
    // What still follows would write into the next test's second copy.
    await keeper.settled();
    expect([...(await all(store))].sort(byId)).toEqual(SORTED);
    expect((await readKeeping(store)).damage).toEqual({ at: NOW, repaired: 1, lost: 0 });
    expect(faultsIn(await contentsOf(NAME))).toEqual([]);
  });
  test.each(harms)('%s in the second copy: copied anew', async (_name, row) => {
    await saveAll();
    await tamper(COPY, (db) => write(db, 'highlights', (rows) => rows.put(row)));
    const { store, keeper, mirror } = start();
    await keeper.audit();
    await keeper.settled();
    expect([...(await copied(mirror))].sort(byId)).toEqual(SORTED);
    expect((await readKeeping(store)).damage).toBeNull();
  });
});

describe('a database that is lost while the background is awake', () => {
  test('is found so by the next look, and takes nothing with it', async () => {
    await saveAll();
    const { store, keeper, mirror } = start();
    await keeper.ready();
    await deleteDB(NAME);
    await keeper.change({
      entry: 'entry-new',
      highlight: 'a-new-passage',
      change: { kind: 'save', highlight: { ...PASSAGES[0], id: 'a-new-passage' } as Highlight },
      at: NOW,
    });
    await keeper.settled();
    await keeper.ready();
    await keeper.settled();
    expect((await all(store)).length).toBe(13);
    expect((await copied(mirror)).length).toBe(13);
    expect((await readKeeping(store)).damage).toEqual({ at: NOW, repaired: 12, lost: 0 });
  });
});

describe('a database that is emptied before the second copy has followed', () => {
  const empty = (): Promise<void> =>
    tamper(NAME, (db) => {
      const tx = db.transaction(['highlights', 'journal', 'keeping'], 'readwrite');
      for (const name of tx.objectStoreNames) tx.objectStore(name).clear();
      return tx;
    });
  const remove = (keeper: Keeper, at: number): Promise<Highlight> =>
    keeper.change({ entry: `entry-remove-${at}`, highlight: SORTED[at]?.id ?? '', change: { kind: 'delete' }, at: NOW });
  /** The second copy has all that it had, and the next start brings it back. */
  async function expectAllThere(mirror: Mirror): Promise<void> {
    expect((await copied(mirror)).length).toBe(12);
    await stop();
    const again = start();
    await again.keeper.ready();
    expect((await all(again.store)).length).toBe(12);
  }

  test('a change whose copy failed: the second copy forgets nothing', async () => {
    await saveAll();
    const failing = Promise.withResolvers<never>();
    let follows = 0;
    const { keeper, mirror } = start((copy) => ({
      ...copy,
      follow: (written) => (follows++ === 0 ? failing.promise : copy.follow(written)),
    }));
    await remove(keeper, 0);
    await remove(keeper, 1);
    await empty();
    failing.reject(new Error('disk full'));
    await keeper.settled();
    await expectAllThere(mirror);
  });

  test('all of it, being copied anew: the second copy forgets nothing', async () => {
    await saveAll();
    await tamper(COPY, (db) => write(db, 'highlights', (rows) => rows.put({ ...SORTED[0], note: 'never written' })));
    let looks = 0;
    const { keeper, mirror } = start((copy) => ({
      ...copy,
      async ids() {
        const ids = await copy.ids();
        if (looks++ === 0) await empty();
        return ids;
      },
    }));
    await keeper.audit();
    await keeper.settled();
    expect(looks).toBe(1);
    // The database begins anew, as in a background that goes on.
    await save(keeper, { ...PASSAGES[0], id: SORTED[0]?.id ?? '' } as Highlight).catch(() => undefined);
    await keeper.settled();
    await expectAllThere(mirror);
  });
});

describe('a database that the browser has and cannot read', () => {
  /** Fails so many times, or until it is thrown away. On real disks this is tried by `npm run faults -- damage`. */
  function unreadable(store: Connection, times: number): Connection & { isDiscarded(): boolean } {
    let isDiscarded = false;
    let left = times;
    return {
      run: (work) => (left-- > 0 ? Promise.reject(new StoreError('unreadable')) : store.run(work)),
      close: () => store.close(),
      get hasWorked() {
        return store.hasWorked;
      },
      get losses() {
        return store.losses;
      },
      discard: () => {
        isDiscarded = true;
        left = 0;
        return store.discard();
      },
      isDiscarded: () => isDiscarded,
    };
  }
  const tools = { newEntry: () => crypto.randomUUID(), now: () => NOW, onMirrorFailed: () => undefined };

  test('is made anew from the second copy, and that is told', async () => {
    await saveAll();
    const started = start();
    const store = unreadable(started.store, Number.POSITIVE_INFINITY);
    await new Keeper(store, started.mirror, tools).audit();
    expect([...(await all(store))].sort(byId)).toEqual(SORTED);
    expect((await readKeeping(store)).damage).toEqual({ at: NOW, repaired: 12, lost: 0 });
  });

  test('but can a moment later is left alone', async () => {
    await saveAll();
    const started = start();
    const store = unreadable(started.store, 1);
    await new Keeper(store, started.mirror, tools).audit();
    expect(store.isDiscarded()).toBe(false);
    expect((await readKeeping(store)).damage).toBeNull();
  });

  test.each([
    ['where there is no second copy', () => deleteDB(COPY)],
    ['where it could be read before, as when the disk fills', (store: Connection) => store.run(async () => undefined)],
  ])('is left alone %s, and that is told', async (_name, before) => {
    await saveAll();
    const started = start();
    await before(started.store);
    const store = unreadable(started.store, Number.POSITIVE_INFINITY);
    await expect(new Keeper(store, started.mirror, tools).audit()).rejects.toMatchObject({ code: 'unreadable' });
    expect(store.isDiscarded()).toBe(false);
    expect((await all(started.store)).length).toBe(12);
  });

  test('is left alone by whatever is not the look at the beginning', async () => {
    await saveAll();
    const started = start();
    const store = unreadable(started.store, 3);
    await expect(new Keeper(store, started.mirror, tools).ready()).rejects.toMatchObject({ code: 'unreadable' });
    expect(store.isDiscarded()).toBe(false);
  });
});

describe('a repair that is cut short', () => {
  test('is taken up again at the next start', async () => {
    await saveAll();
    await deleteDB(NAME);
    const broken = start((mirror) => ({
      ...mirror,
      // oxlint-disable-next-line require-yield -- a copy that cannot be read any further
      async *batches() {
        throw new Error('killed');
      },
    }));
    await broken.keeper.ready();
    expect((await all(broken.store)).length).toBe(0);
    expect((await readKeeping(broken.store)).damage).toEqual({ at: NOW, repaired: 0, lost: 12 });
    await save(broken.keeper, { ...PASSAGES[0], id: 'saved-in-between' } as Highlight);
    await broken.keeper.settled();
    await stop();
    const { store, keeper, mirror } = start();
    await keeper.audit();
    await keeper.settled();
    expect((await all(store)).length).toBe(13);
    expect((await copied(mirror)).length).toBe(13);
    expect((await readKeeping(store)).damage).toEqual({ at: NOW, repaired: 12, lost: 0 });
  });
});

describe('both copies are hit', () => {
  test('a database without anything takes what a second copy without a witness has', async () => {
    await saveAll();
    await deleteDB(NAME);
    await tamper(COPY, (db) => write(db, 'witness', (rows) => rows.clear()));
    const { store, keeper } = start();
    await keeper.ready();
    expect((await all(store)).length).toBe(12);
    expect((await readKeeping(store)).damage).toEqual({ at: NOW, repaired: 12, lost: 0 });
  });

  test('what is in neither is reported as lost', async () => {
    await saveAll();
    await tamper(NAME, (db) => write(db, 'highlights', (rows) => rows.delete(HALF)));
    await tamper(COPY, (db) => write(db, 'highlights', (rows) => rows.delete(IDBKeyRange.lowerBound(SORTED[9]?.id ?? ''))));
    const { store, keeper } = start();
    await keeper.ready();
    expect((await all(store)).length).toBe(9);
    expect((await readKeeping(store)).damage).toEqual({ at: NOW, repaired: 3, lost: 3 });
  });

  test('a database that lost rows while the copy is gone says how many', async () => {
    await saveAll();
    await tamper(NAME, (db) => write(db, 'highlights', (rows) => rows.delete(HALF)));
    await deleteDB(COPY);
    const { store, keeper } = start();
    await keeper.ready();
    expect((await readKeeping(store)).damage).toEqual({ at: NOW, repaired: 0, lost: 6 });
  });

  test('planted fault: a start that does not compare shows a short list and says nothing', async () => {
    await saveAll();
    await tamper(NAME, (db) => write(db, 'highlights', (rows) => rows.delete(HALF)));
    const { store } = start();
    expect((await all(store)).length).toBe(6);
    expect((await readKeeping(store)).damage).toBeNull();
  });
});

describe('the second copy', () => {
  test('that was behind when the background was killed is brought up by the journal', async () => {
    await saveAll();
    const killed = start((mirror) => ({ ...mirror, follow: () => new Promise(() => undefined) }));
    await killed.keeper.change({ entry: 'entry-unseen', highlight: SORTED[2]?.id ?? '', change: { kind: 'delete' }, at: NOW });
    await stop();
    const { store, keeper, mirror } = start();
    await keeper.ready();
    await keeper.settled();
    expect(await mirror.witness()).toEqual((await readKeeping(store)).witness);
    expect((await copied(mirror)).find(({ id }) => id === SORTED[2]?.id)?.deleted).toBe(NOW);
  });

  test('that could not be written now and then has everything in the end', async () => {
    let calls = 0;
    const { store, keeper, mirror, complaints } = start((copy) => ({
      ...copy,
      follow: (written) => (calls++ % 3 === 1 ? Promise.reject(new Error('no')) : copy.follow(written)),
    }));
    for (const highlight of PASSAGES) await save(keeper, highlight);
    await keeper.settled();
    calls = 0;
    await keeper.change({ entry: 'entry-last', highlight: SORTED[0]?.id ?? '', change: { kind: 'delete' }, at: NOW });
    await keeper.settled();
    expect(complaints.length).toBeGreaterThan(0);
    expect([...(await copied(mirror))].sort(byId)).toEqual([...(await all(store))].sort(byId));
    expect(await mirror.witness()).toEqual((await readKeeping(store)).witness);
  });

  test('forgets what is forgotten, also when it was not told', async () => {
    await saveAll();
    const ids = SORTED.slice(0, 4).map(({ id }) => id);
    const killed = start((mirror) => ({ ...mirror, follow: () => new Promise(() => undefined) }));
    for (const id of ids)
      await killed.keeper.change({ entry: `trash-${id}`, highlight: id, change: { kind: 'delete' }, at: NOW });
    expect(await killed.keeper.forget(ids)).toBe(4);
    await stop();
    const { store, keeper, mirror } = start();
    await keeper.ready();
    await keeper.settled();
    expect([...(await mirror.ids())].sort()).toEqual(SORTED.slice(4).map(({ id }) => id));
    expect((await readKeeping(store)).damage).toBeNull();
    expect(faultsIn(await contentsOf(NAME))).toEqual([]);
  });
});
