import { afterEach, describe, expect, test } from 'vitest';
import { contentsOf, faultsIn } from '../fixtures/passages.ts';
import { all, byId, copied, NOW, SORTED, TwoCopies, write } from '../fixtures/two-copies.ts';
import { readKeeping } from '../keeping-state.ts';

const copies = new TwoCopies('audit');
afterEach(() => copies.clear());

describe('a record that is there and is not what was written', () => {
  const [first] = SORTED;
  if (first === undefined) throw new Error('no sample');
  const harms: readonly [string, object][] = [
    ['other words', { ...first, note: 'never written' }],
    ['no record at all', { id: first.id, article: 7 }],
  ];
  test.each(harms)('%s in the database: put back as it was', async (_name, row) => {
    await copies.saveAll();
    await copies.inDatabase((db) => write(db, 'highlights', (rows) => rows.put(row)));
    const { store, keeper } = copies.start();
    await keeper.audit();
    // What still follows would write into the next test's second copy.
    await keeper.settled();
    expect([...(await all(store))].sort(byId)).toEqual(SORTED);
    expect((await readKeeping(store)).damage).toEqual({ at: NOW, repaired: 1, lost: 0 });
    expect(faultsIn(await contentsOf(copies.name))).toEqual([]);
  });
  test.each(harms)('%s in the second copy: copied anew', async (_name, row) => {
    await copies.saveAll();
    await copies.inCopy((db) => write(db, 'highlights', (rows) => rows.put(row)));
    const { store, keeper, mirror } = copies.start();
    await keeper.audit();
    await keeper.settled();
    expect([...(await copied(mirror))].sort(byId)).toEqual(SORTED);
    expect((await readKeeping(store)).damage).toBeNull();
  });
});
