import { deleteDB } from 'idb';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { makeStoredChange } from './changing.ts';
import { type Connection, connection } from './connection.ts';
import { passage } from './fixtures/passages.ts';
import { mergeStored } from './merging.ts';
import { newestPassages } from './newest-passages.ts';
import { noteFound } from './saved-passages.ts';

const NAME = 'dateline-test-newest';
const AT = '2026-11-22T16:00:00.000Z';
let store: Connection;
beforeEach(() => {
  store = connection(NAME);
});
afterEach(async () => {
  await store.close();
  await deleteDB(NAME);
});

const id = (day: number): string => `passage-${day}`;

/** Saves a passage on each of these days of November. */
async function save(...days: readonly number[]): Promise<void> {
  const passages = days.map((day) => {
    const created = `2026-11-${day}T09:00:00.000Z`;
    return passage({ id: id(day), created, modified: created });
  });
  let entries = 0;
  await mergeStored(store, passages, () => `entry-${++entries}`);
}

async function newest(most: number): Promise<readonly string[]> {
  return (await newestPassages(store, most)).highlights.map((highlight) => highlight.id);
}

test('the last saved come first, as many as are asked for, and all are counted', async () => {
  await save(12, 11, 14, 13);
  expect(await newest(3)).toEqual([id(14), id(13), id(12)]);
  expect(await newest(9)).toEqual([id(14), id(13), id(12), id(11)]);
  expect((await newestPassages(store, 1)).saved).toBe(4);
});

test('what is in the trash is passed over, and not counted', async () => {
  await save(11, 12, 13);
  await makeStoredChange(store, { entry: 'entry-delete', highlight: id(13), change: { kind: 'delete' }, at: AT });
  expect(await newest(2)).toEqual([id(12), id(11)]);
  expect((await newestPassages(store, 2)).saved).toBe(2);
});

test('what is amiss comes along, until the passage is found as it was saved', async () => {
  await save(11, 12, 13);
  await noteFound(
    store,
    [
      { id: id(11), how: 'not-found' },
      { id: id(12), how: 'approximate', now: 'other words' },
      { id: id(13), how: 'exact' },
    ],
    AT,
  );
  const amiss = async () => Array.from((await newestPassages(store, 3)).amiss, ([key, { now }]) => [key, now]);
  expect(await amiss()).toEqual([
    [id(11), undefined],
    [id(12), 'other words'],
  ]);
  await noteFound(store, [{ id: id(12), how: 'normalised', now: 'passage  12' }], AT);
  expect(await amiss()).toEqual([[id(11), undefined]]);
});
