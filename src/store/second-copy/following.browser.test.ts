import { deleteDB } from 'idb';
import { afterEach, describe, expect, test } from 'vitest';
import type { Highlight } from '../../highlights/highlight.ts';
import { contentsOf, faultsIn } from '../fixtures/passages.ts';
import { all, byId, copied, NOW, PASSAGES, save, SORTED, TwoCopies, write } from '../fixtures/two-copies.ts';
import type { Keeper } from '../keeper.ts';
import { readKeeping } from '../keeping-state.ts';
import type { Mirror } from './mirror.ts';

const copies = new TwoCopies('following');
afterEach(() => copies.clear());

describe('a database that is lost while the background is awake', () => {
  test('is found so by the next look, and takes nothing with it', async () => {
    await copies.saveAll();
    const { store, keeper, mirror } = copies.start();
    await keeper.ready();
    await deleteDB(copies.name);
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
    copies.inDatabase((db) => {
      const tx = db.transaction(['highlights', 'journal', 'keeping'], 'readwrite');
      for (const name of tx.objectStoreNames) tx.objectStore(name).clear();
      return tx;
    });
  const remove = (keeper: Keeper, at: number): Promise<Highlight> =>
    keeper.change({ entry: `entry-remove-${at}`, highlight: SORTED[at]?.id ?? '', change: { kind: 'delete' }, at: NOW });
  /** The second copy has all that it had, and the next start brings it back. */
  async function expectAllThere(mirror: Mirror): Promise<void> {
    expect((await copied(mirror)).length).toBe(12);
    await copies.stop();
    const again = copies.start();
    await again.keeper.ready();
    expect((await all(again.store)).length).toBe(12);
  }

  test('a change whose copy failed: the second copy forgets nothing', async () => {
    await copies.saveAll();
    const failing = Promise.withResolvers<never>();
    let follows = 0;
    const { keeper, mirror } = copies.start((copy) => ({
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
    await copies.saveAll();
    await copies.inCopy((db) => write(db, 'highlights', (rows) => rows.put({ ...SORTED[0], note: 'never written' })));
    let looks = 0;
    const { keeper, mirror } = copies.start((copy) => ({
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

describe('the second copy', () => {
  test('that was behind when the background was killed is brought up by the journal', async () => {
    await copies.saveAll();
    const killed = copies.start((mirror) => ({ ...mirror, follow: () => new Promise(() => undefined) }));
    await killed.keeper.change({ entry: 'entry-unseen', highlight: SORTED[2]?.id ?? '', change: { kind: 'delete' }, at: NOW });
    await copies.stop();
    const { store, keeper, mirror } = copies.start();
    await keeper.ready();
    await keeper.settled();
    expect(await mirror.witness()).toEqual((await readKeeping(store)).witness);
    expect((await copied(mirror)).find(({ id }) => id === SORTED[2]?.id)?.deleted).toBe(NOW);
  });

  test('that could not be written now and then has everything in the end', async () => {
    let calls = 0;
    const { store, keeper, mirror, complaints } = copies.start((copy) => ({
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
    await copies.saveAll();
    const ids = SORTED.slice(0, 4).map(({ id }) => id);
    const killed = copies.start((mirror) => ({ ...mirror, follow: () => new Promise(() => undefined) }));
    for (const id of ids)
      await killed.keeper.change({ entry: `trash-${id}`, highlight: id, change: { kind: 'delete' }, at: NOW });
    expect(await killed.keeper.forget(ids)).toBe(4);
    await copies.stop();
    const { store, keeper, mirror } = copies.start();
    await keeper.ready();
    await keeper.settled();
    expect([...(await mirror.ids())].sort()).toEqual(SORTED.slice(4).map(({ id }) => id));
    expect((await readKeeping(store)).damage).toBeNull();
    expect(faultsIn(await contentsOf(copies.name))).toEqual([]);
  });
});
