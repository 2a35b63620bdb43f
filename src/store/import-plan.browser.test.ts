import { afterEach, describe, expect, test } from 'vitest';
import { connection } from './connection.ts';
import { passage, somePassages } from './fixtures/passages.ts';
import { planImport } from './import-plan.ts';
import { mergeStored } from './merging.ts';

const NAME = 'import-plan';
const watching = () => ({ signal: new AbortController().signal, onProgress: () => undefined });
const store = connection(NAME);
let entries = 0;
const save = (...records: Parameters<typeof mergeStored>[1]) => mergeStored(store, records, () => `entry-of-test-${entries++}`);

afterEach(async () => {
  await store.close();
  await new Promise((resolve, reject) => {
    const request = indexedDB.deleteDatabase(NAME);
    request.onsuccess = resolve;
    request.onerror = reject;
  });
});

describe('a record to be imported', () => {
  const mine = passage({ id: 'mine-0001', note: 'my note', tags: ['idlib'], modified: '2026-11-20T10:00:00.000Z' });
  const { anchor } = mine;
  const spaced = { ...anchor, quote: { ...anchor.quote, exact: ` ${anchor.quote.exact.replaceAll(' ', '\n ')}` } };
  const elsewhere = { ...mine.article, address: 'https://other.example/story' };

  test.each([
    ['that is here as it is', mine, 'same'],
    ['that is here in a later version', { ...mine, note: 'older', modified: '2026-11-19T10:00:00.000Z' }, 'same'],
    ['that is here in an earlier version', { ...mine, note: 'newer', modified: '2026-11-21T10:00:00.000Z' }, 'updated'],
    ['in the same words under another id', { ...mine, id: 'other-001', note: '' }, 'same'],
    ['in the same words with other white space', { ...mine, id: 'other-001', anchor: spaced, tags: [] }, 'same'],
    ['in the same words with a note of its own', { ...mine, id: 'other-001', note: 'another note' }, 'added'],
    ['in the same words with a tag of its own', { ...mine, id: 'other-001', tags: ['idlib', 'thesis'] }, 'added'],
    ['in the same words of another article', { ...mine, id: 'other-001', article: elsewhere }, 'added'],
  ])('%s', async (_name, record, becomes) => {
    await save(mine);
    const { added, updated, same } = await planImport(store, [record], watching());
    expect({ added: added.length, updated: updated.length, same }).toEqual({ added: 0, updated: 0, same: 0, [becomes]: 1 });
  });

  test('in the words of one in the trash is new', async () => {
    await save({ ...mine, deleted: '2026-11-20T11:00:00.000Z' });
    expect((await planImport(store, [{ ...mine, id: 'other-001' }], watching())).added).toHaveLength(1);
  });
});

describe('taking an import back', () => {
  const saved = passage({ id: 'mine-0001', note: 'my note', tags: ['idlib'], modified: '2026-11-20T10:00:00.000Z' });
  const inTrash = { ...saved, deleted: '2026-11-20T10:00:00.000Z' };
  const later = '2026-11-21T10:00:00.000Z';

  test.each([
    ['moves what was new to the trash', undefined, saved, [{ kind: 'delete' }]],
    ['puts what came out of the trash in it again', inTrash, { ...saved, modified: later }, [{ kind: 'delete' }]],
    ['gives a note back', saved, { ...saved, note: 'newer', modified: later }, [{ kind: 'note', note: 'my note' }]],
    ['changes nothing where nothing came', saved, saved, []],
  ])('%s', async (_name, before, record, edits) => {
    if (before !== undefined) await save(before);
    const { back } = await planImport(store, [record], watching());
    expect(back).toEqual(edits.map((edit) => ({ id: 'mine-0001', edit })));
  });
});

test('comparing many tells how far it is, and stops when asked', async () => {
  const records = somePassages(1200);
  const done: number[] = [];
  await planImport(store, records, { ...watching(), onProgress: (count) => done.push(count) });
  expect(done).toEqual([500, 1000, 1200]);
  const abort = new AbortController();
  const stopped = planImport(store, records, { signal: abort.signal, onProgress: () => abort.abort() });
  await expect(stopped).rejects.toMatchObject({ name: 'AbortError' });
});
