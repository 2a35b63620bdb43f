import fc from 'fast-check';
import { deleteDB, openDB } from 'idb';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { anyEdit } from '../highlights/fixtures/arbitrary-highlight.ts';
import type { Highlight } from '../highlights/highlight.ts';
import { makeStoredChange, type Requested } from './changing.ts';
import { type Connection, connection } from './connection.ts';
import { contentsOf, faultsIn, passage, somePassages } from './fixtures/passages.ts';
import { passageById } from './saved-passages.ts';

const NAME = 'dateline-test-changing';
const AT = '2026-11-22T16:00:00.000Z';
let store: Connection;
beforeEach(() => {
  store = connection(NAME);
});
afterEach(async () => {
  await store.close();
  await deleteDB(NAME);
});

const saving = (highlight: Highlight, entry = `entry-${highlight.id}`): Requested => ({
  entry,
  highlight: highlight.id,
  change: { kind: 'save', highlight },
  at: AT,
});
const noting = (highlight: Highlight, note: string, entry: string): Requested => ({
  entry,
  highlight: highlight.id,
  change: { kind: 'note', note },
  at: AT,
});

describe('a change', () => {
  test('is in the row, in the journal and in the witness', async () => {
    const highlight = passage({ note: '' });
    await makeStoredChange(store, saving(highlight));
    const { highlight: after } = await makeStoredChange(store, noting(highlight, 'so it was', 'entry-note'));
    expect(after).toEqual({ ...highlight, note: 'so it was', modified: AT });
    const contents = await contentsOf(NAME);
    expect(contents.highlights).toEqual([after]);
    expect(contents.journal.map(({ sequence, id, before }) => [sequence, id, before.kind])).toEqual([
      [1, `entry-${highlight.id}`, 'delete'],
      [2, 'entry-note', 'note'],
    ]);
    expect(contents.keeping?.witness).toMatchObject({ count: 1, sequence: 2 });
    expect(faultsIn(contents)).toEqual([]);
  });

  const first = passage();
  const other = passage({ id: 'another-passage' });
  const repeats: readonly [string, readonly Requested[], number][] = [
    ['the very same save', [saving(first), saving(first)], 1],
    ['a save of the same passage under another entry', [saving(first), saving({ ...first, colour: 'pink' }, 'entry-2')], 1],
    ['the same edit sent twice', [saving(first), noting(first, 'x', 'entry-2'), noting(first, 'x', 'entry-2')], 2],
    [
      'an edit sent again after another one',
      [saving(first), noting(first, 'x', 'entry-2'), noting(first, 'y', 'entry-3'), noting(first, 'x', 'entry-2')],
      3,
    ],
    ['an edit that changes nothing', [saving(first), noting(first, first.note, 'entry-2')], 1],
  ];
  test.each(repeats)('%s is written once', async (_name, requests, lines) => {
    for (const request of requests) await makeStoredChange(store, request);
    const contents = await contentsOf(NAME);
    expect(contents.journal.length).toBe(lines);
    expect(contents.highlights.length).toBe(1);
    expect(faultsIn(contents)).toEqual([]);
  });

  test('of a passage that is not there is refused', async () => {
    await expect(makeStoredChange(store, noting(first, 'x', 'entry-1'))).rejects.toMatchObject({ code: 'no-such-highlight' });
  });

  test('under the name of another passage’s change is refused', async () => {
    await makeStoredChange(store, saving(first, 'entry-1'));
    await expect(makeStoredChange(store, saving(other, 'entry-1'))).rejects.toMatchObject({ code: 'another-highlight' });
    expect(await passageById(store, other.id)).toBeUndefined();
  });

  test('any changes in any order leave rows, journal and witness at one', async () => {
    const passages = somePassages(5);
    const step = fc.tuple(fc.nat({ max: 4 }), fc.option(anyEdit), fc.boolean());
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 1, maxLength: 10 }), async (steps) => {
        await store.close();
        await deleteDB(NAME);
        for (const [place, [who, edit, again]] of steps.entries()) {
          const highlight = passages[who] ?? passage();
          const change = edit ?? ({ kind: 'save', highlight } as const);
          const request = { entry: `entry-number-${place}`, highlight: highlight.id, change, at: AT };
          for (let time = 0; time < (again ? 2 : 1); time++) {
            await makeStoredChange(store, request).catch((error: unknown) => {
              expect(error).toMatchObject({ code: 'no-such-highlight' });
            });
          }
        }
        expect(faultsIn(await contentsOf(NAME))).toEqual([]);
      }),
      { numRuns: 10 },
    );
  });
});

describe('what is acknowledged is on disk', () => {
  /** Runs `work` and gives the order in which it was acknowledged and its writing transaction was complete, and that one's durability. */
  async function orderOf(work: () => Promise<unknown>): Promise<{ order: string[]; durability: string | undefined }> {
    const order: string[] = [];
    let durability: string | undefined;
    const { transaction } = IDBDatabase.prototype;
    IDBDatabase.prototype.transaction = function (this: IDBDatabase, ...args: Parameters<IDBDatabase['transaction']>) {
      const tx = transaction.apply(this, args);
      if (args[1] === 'readwrite') {
        durability = tx.durability;
        tx.addEventListener('complete', () => order.push('complete'));
      }
      return tx;
    };
    try {
      await work();
      order.push('acknowledged');
      await expect.poll(() => order.includes('complete')).toBe(true);
      return { order, durability };
    } finally {
      IDBDatabase.prototype.transaction = transaction;
    }
  }

  test('a change is acknowledged after its transaction is complete, and flushed', async () => {
    await passageById(store, 'opens the database');
    expect(await orderOf(() => makeStoredChange(store, saving(passage())))).toEqual({
      order: ['complete', 'acknowledged'],
      durability: 'strict',
    });
  });

  test('planted fault: a writer that does not wait for the transaction is seen', async () => {
    await passageById(store, 'opens the database');
    const hasty = () => store.run((db) => db.transaction('highlights', 'readwrite').store.put(passage()));
    expect(await orderOf(hasty)).toEqual({ order: ['acknowledged', 'complete'], durability: 'default' });
  });
});

describe('a transaction that fails', () => {
  /** Leaves a line in the journal that the next change wants to write, so that its transaction is aborted by the browser after the row was put. */
  async function blockNextLine(): Promise<void> {
    await store.run(async (db) => {
      const tx = db.transaction('journal', 'readwrite');
      const highlight = passage();
      const before = { kind: 'delete' } as const;
      await tx.store.add({
        id: 'in-the-way-1',
        highlight: highlight.id,
        sequence: 1,
        at: AT,
        change: { kind: 'save', highlight },
        before,
      });
      await tx.done;
    });
  }

  test('leaves nothing of the change, and is no acknowledgement', async () => {
    await blockNextLine();
    await expect(makeStoredChange(store, saving(passage(), 'entry-1'))).rejects.toMatchObject({ code: 'unavailable' });
    const { highlights, keeping } = await contentsOf(NAME);
    expect([highlights, keeping]).toEqual([[], undefined]);
  });

  test('by a value that cannot be stored leaves nothing, too', async () => {
    const highlight = passage({ note: (() => 'a function') as unknown as string });
    await expect(makeStoredChange(store, saving(highlight))).rejects.toMatchObject({ code: 'unavailable' });
    const contents = await contentsOf(NAME);
    expect([contents.highlights, contents.journal]).toEqual([[], []]);
  });

  test('planted fault: a row written in a transaction of its own is seen', async () => {
    await makeStoredChange(store, saving(passage()));
    await store.run((db) => db.put('highlights', passage({ id: 'torn-write', note: 'torn' })));
    expect(faultsIn(await contentsOf(NAME))).toEqual([
      'the journal tells of other rows',
      'the witness counts other rows',
      'the witness has seen other rows',
    ]);
  });
});

describe('two at once', () => {
  test('changes through two connections are all kept', async () => {
    const second = connection(NAME);
    const passages = somePassages(20);
    await Promise.all(passages.map((highlight, place) => makeStoredChange(place % 2 === 0 ? store : second, saving(highlight))));
    await second.close();
    const contents = await contentsOf(NAME);
    expect(contents.highlights.length).toBe(new Set(passages.map(({ id }) => id)).size);
    expect(faultsIn(contents)).toEqual([]);
  });

  test('a connection that is closed under us is opened again', async () => {
    await makeStoredChange(store, saving(passage()));
    // As an upgrade in another context does: `blocking` closes ours.
    const version = await openDB(NAME).then((db) => {
      db.close();
      return db.version;
    });
    await deleteDB(NAME);
    await makeStoredChange(store, saving(passage({ id: 'after-the-purge' })));
    const after = await contentsOf(NAME);
    expect(after.highlights.map(({ id }) => id)).toEqual(['after-the-purge']);
    const db = await openDB(NAME);
    expect(db.version).toBe(version);
    db.close();
  });
});
