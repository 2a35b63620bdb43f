import { deleteDB } from 'idb';
import { afterEach, describe, expect, test } from 'vitest';
import type { Connection } from '../connection.ts';
import { all, byId, NOW, SORTED, TwoCopies } from '../fixtures/two-copies.ts';
import { Keeper } from '../keeper.ts';
import { readKeeping } from '../keeping-state.ts';
import { StoreError } from '../store-error.ts';

const copies = new TwoCopies('unreadable');
afterEach(() => copies.clear());

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
    await copies.saveAll();
    const started = copies.start();
    const store = unreadable(started.store, Number.POSITIVE_INFINITY);
    await new Keeper(store, started.mirror, tools).audit();
    expect([...(await all(store))].sort(byId)).toEqual(SORTED);
    expect((await readKeeping(store)).damage).toEqual({ at: NOW, repaired: 12, lost: 0 });
  });

  test('but can a moment later is left alone', async () => {
    await copies.saveAll();
    const started = copies.start();
    const store = unreadable(started.store, 1);
    await new Keeper(store, started.mirror, tools).audit();
    expect(store.isDiscarded()).toBe(false);
    expect((await readKeeping(store)).damage).toBeNull();
  });

  test.each([
    ['where there is no second copy', () => deleteDB(copies.copy)],
    ['where it could be read before, as when the disk fills', (store: Connection) => store.run(async () => undefined)],
  ])('is left alone %s, and that is told', async (_name, before) => {
    await copies.saveAll();
    const started = copies.start();
    await before(started.store);
    const store = unreadable(started.store, Number.POSITIVE_INFINITY);
    await expect(new Keeper(store, started.mirror, tools).audit()).rejects.toMatchObject({ code: 'unreadable' });
    expect(store.isDiscarded()).toBe(false);
    expect((await all(started.store)).length).toBe(12);
  });

  test('is left alone by whatever is not the look at the beginning', async () => {
    await copies.saveAll();
    const started = copies.start();
    const store = unreadable(started.store, 3);
    await expect(new Keeper(store, started.mirror, tools).ready()).rejects.toMatchObject({ code: 'unreadable' });
    expect(store.isDiscarded()).toBe(false);
  });
});
