import { deleteDB } from 'idb';
import { afterEach, describe, expect, test } from 'vitest';
import type { Highlight } from '../../highlights/highlight.ts';
import { all, byId, copied, HALF, NOW, PASSAGES, save, SORTED, TwoCopies, write } from '../fixtures/two-copies.ts';
import { readKeeping } from '../keeping-state.ts';

const copies = new TwoCopies('mending');
afterEach(() => copies.clear());

describe('one copy is hit', () => {
  const damages: readonly [string, () => Promise<void>, { repaired: number } | null][] = [
    ['nothing', async () => undefined, null],
    ['the database is thrown away', () => deleteDB(copies.name), { repaired: 12 }],
    [
      'the database loses every row',
      () => copies.inDatabase((db) => write(db, 'highlights', (rows) => rows.clear())),
      { repaired: 12 },
    ],
    [
      'the database loses one row',
      () => copies.inDatabase((db) => write(db, 'highlights', (rows) => rows.delete(SORTED[3]?.id ?? ''))),
      { repaired: 1 },
    ],
    [
      'the database loses half of its rows',
      () => copies.inDatabase((db) => write(db, 'highlights', (rows) => rows.delete(HALF))),
      { repaired: 6 },
    ],
    ['the database loses its witness', () => copies.inDatabase((db) => write(db, 'keeping', (rows) => rows.clear())), null],
    ['the database loses its journal', () => copies.inDatabase((db) => write(db, 'journal', (rows) => rows.clear())), null],
    ['the second copy is thrown away', () => deleteDB(copies.copy), null],
    ['the second copy loses its rows', () => copies.inCopy((db) => write(db, 'highlights', (rows) => rows.clear())), null],
    ['the second copy loses its witness', () => copies.inCopy((db) => write(db, 'witness', (rows) => rows.clear())), null],
  ];
  test.each(damages)('%s: every passage is there, and both copies are whole again', async (_name, harm, damage) => {
    await copies.saveAll();
    await harm();
    const { store, keeper, mirror, complaints } = copies.start();
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

describe('both copies are hit', () => {
  test('a database without anything takes what a second copy without a witness has', async () => {
    await copies.saveAll();
    await deleteDB(copies.name);
    await copies.inCopy((db) => write(db, 'witness', (rows) => rows.clear()));
    const { store, keeper } = copies.start();
    await keeper.ready();
    expect((await all(store)).length).toBe(12);
    expect((await readKeeping(store)).damage).toEqual({ at: NOW, repaired: 12, lost: 0 });
  });

  test('what is in neither is reported as lost', async () => {
    await copies.saveAll();
    await copies.inDatabase((db) => write(db, 'highlights', (rows) => rows.delete(HALF)));
    await copies.inCopy((db) => write(db, 'highlights', (rows) => rows.delete(IDBKeyRange.lowerBound(SORTED[9]?.id ?? ''))));
    const { store, keeper } = copies.start();
    await keeper.ready();
    expect((await all(store)).length).toBe(9);
    expect((await readKeeping(store)).damage).toEqual({ at: NOW, repaired: 3, lost: 3 });
  });

  test('a database that lost rows while the copy is gone says how many', async () => {
    await copies.saveAll();
    await copies.inDatabase((db) => write(db, 'highlights', (rows) => rows.delete(HALF)));
    await deleteDB(copies.copy);
    const { store, keeper } = copies.start();
    await keeper.ready();
    expect((await readKeeping(store)).damage).toEqual({ at: NOW, repaired: 0, lost: 6 });
  });

  test('planted fault: a start that does not compare shows a short list and says nothing', async () => {
    await copies.saveAll();
    await copies.inDatabase((db) => write(db, 'highlights', (rows) => rows.delete(HALF)));
    const { store } = copies.start();
    expect((await all(store)).length).toBe(6);
    expect((await readKeeping(store)).damage).toBeNull();
  });
});

describe('a repair that is cut short', () => {
  test('is taken up again at the next start', async () => {
    await copies.saveAll();
    await deleteDB(copies.name);
    const broken = copies.start((mirror) => ({
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
    await copies.stop();
    const { store, keeper, mirror } = copies.start();
    await keeper.audit();
    await keeper.settled();
    expect((await all(store)).length).toBe(13);
    expect((await copied(mirror)).length).toBe(13);
    expect((await readKeeping(store)).damage).toEqual({ at: NOW, repaired: 12, lost: 0 });
  });
});
