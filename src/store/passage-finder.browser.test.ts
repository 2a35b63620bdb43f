import { deleteDB } from 'idb';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { Change } from '../highlights/change.ts';
import type { Highlight } from '../highlights/highlight.ts';
import { documentOf } from '../highlights/search/document.ts';
import { buildPart, openPart } from '../highlights/search/part.ts';
import { makeStoredChange } from './changing.ts';
import { type Connection, connection } from './connection.ts';
import { passage } from './fixtures/passages.ts';
import { forgetStored } from './forgetting.ts';
import { mergeStored } from './merging.ts';
import { PassageFinder } from './passage-finder.ts';

const NAME = 'dateline-test-finder';
const AT = '2026-11-22T16:00:00.000Z';
let store: Connection;
let entries = 0;
beforeEach(() => {
  store = connection(NAME);
});
afterEach(async () => {
  await store.close();
  await deleteDB(NAME);
});

function noted(id: string, note: string): Highlight {
  return passage({ id, note, tags: [], entities: [], created: AT, modified: AT });
}

async function change(id: string, wanted: Change): Promise<void> {
  await makeStoredChange(store, { entry: `entry-${++entries}`, highlight: id, change: wanted, at: AT });
}

async function save(...passages: readonly Highlight[]): Promise<void> {
  for (const highlight of passages) await change(highlight.id, { kind: 'save', highlight });
}

async function opened(): Promise<{ finder: PassageFinder; made: boolean }> {
  let made = false;
  const finder = await PassageFinder.open(store, () => {
    made = true;
  });
  return { finder, made };
}

function found(finder: PassageFinder, start: string): readonly string[] {
  const { rows, total } = finder.find({ conditions: [{ kind: 'word', start }], order: 'saved' });
  return rows(0, total)
    .map(({ id }) => id)
    .sort();
}

test('an index is made once and then only opened', async () => {
  await save(noted('passage-1', 'qaraqosh one'), noted('passage-2', 'qaraqosh two'));
  const first = await opened();
  expect(first.made).toBe(true);
  expect(found(first.finder, 'qaraqosh')).toEqual(['passage-1', 'passage-2']);
  const second = await opened();
  expect(second.made).toBe(false);
  expect(found(second.finder, 'qaraqosh')).toEqual(['passage-1', 'passage-2']);
});

test('what changed since is found, by an index that is open and by one that is opened later', async () => {
  await save(noted('passage-1', 'qaraqosh'), noted('passage-2', 'qaraqosh'), noted('passage-3', 'qaraqosh'));
  const { finder } = await opened();
  await change('passage-1', { kind: 'note', note: 'zeugma' });
  await change('passage-2', { kind: 'delete' });
  await save(noted('passage-4', 'zeugma'));
  expect(found(finder, 'zeugma')).toEqual([]);
  expect(await finder.refresh()).toBe(true);
  const { finder: later, made } = await opened();
  expect(made).toBe(false);
  for (const one of [finder, later]) {
    expect(found(one, 'qaraqosh')).toEqual(['passage-3']);
    expect(found(one, 'zeugma')).toEqual(['passage-1', 'passage-4']);
  }
  expect(await finder.refresh()).toBe(false);
});

test('a passage out of the trash is found again', async () => {
  await save(noted('passage-1', 'qaraqosh'));
  const { finder } = await opened();
  await change('passage-1', { kind: 'delete' });
  await finder.refresh();
  expect(found(finder, 'qaraqosh')).toEqual([]);
  await change('passage-1', { kind: 'restore' });
  await finder.refresh();
  expect(found(finder, 'qaraqosh')).toEqual(['passage-1']);
});

test('more changes than are kept beside it go into the large part', async () => {
  await save(noted('passage-0', 'qaraqosh'));
  const { finder } = await opened();
  await mergeStored(
    store,
    Array.from({ length: 1100 }, (_, number) => noted(`passage-${number}`, number % 2 === 0 ? 'qaraqosh' : 'zeugma')),
    () => `entry-${++entries}`,
  );
  await finder.refresh();
  const stored = await store.run((db) => db.get('search', 'passages'));
  expect(openPart(stored?.part ?? new ArrayBuffer(0)).documents).toBe(1100);
  const { finder: later, made } = await opened();
  expect(made).toBe(false);
  for (const one of [finder, later]) expect(found(one, 'qaraqosh')).toHaveLength(550);
});

test('what is forgotten for good before the index saw it in the trash is not found', async () => {
  await save(noted('passage-1', 'qaraqosh'), noted('passage-2', 'qaraqosh'));
  const { finder } = await opened();
  await change('passage-1', { kind: 'delete' });
  await forgetStored(store, ['passage-1']);
  expect(await store.run((db) => db.get('search', 'passages'))).toBeUndefined();
  await finder.refresh();
  expect(found(finder, 'qaraqosh')).toEqual(['passage-2']);
});

const PASSAGE = noted('passage-1', 'qaraqosh');
test.each([
  { name: 'damaged', index: { part: new ArrayBuffer(64), upTo: 1 } },
  {
    name: 'of more passages than there are',
    index: { part: buildPart([documentOf(PASSAGE), documentOf(noted('passage-9', 'zeugma'))]), upTo: 1 },
  },
])('an index that is $name is made anew', async ({ index }) => {
  await save(PASSAGE);
  await store.run((db) => db.put('search', index, 'passages'));
  const { finder, made } = await opened();
  expect(made).toBe(true);
  expect(found(finder, '')).toEqual(['passage-1']);
});
