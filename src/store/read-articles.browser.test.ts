import { deleteDB } from 'idb';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { type Connection, connection } from './connection.ts';
import { countArticles, forgetArticles, keepArticles, noteReading, readArticles } from './read-articles.ts';

const NAME = 'dateline-test-articles';
let store: Connection;
beforeEach(() => {
  store = connection(NAME);
});
afterEach(async () => {
  await store.close();
  await deleteDB(NAME);
});

function read(path: string, day: string, mentions = 1): Promise<void> {
  const article = { address: `https://news.example/${path}`, aliases: [], title: path, site: 'News' };
  return noteReading(store, { article, entities: [{ id: 'place/idlib', mentions }], day, at: `${day}T12:00:00.000Z` });
}

test('articles stand last read first, each with its days', async () => {
  await read('a', '2026-11-20');
  await read('b', '2026-11-21');
  await read('a', '2026-11-22', 3);
  await read('a', '2026-11-22', 4);
  const articles = await readArticles(store);
  expect(articles.map(({ article, days }) => [article.title, days])).toEqual([
    ['a', ['2026-11-20', '2026-11-22']],
    ['b', ['2026-11-21']],
  ]);
  expect(articles[0]?.entities).toEqual([{ id: 'place/idlib', mentions: 4 }]);
});

test('what is forgotten is gone, and nothing else', async () => {
  await read('a', '2026-11-20');
  await read('b', '2026-11-21');
  const before = await readArticles(store);
  const forgotten = await forgetArticles(store, ({ days }) => days.includes('2026-11-20'));
  expect(forgotten.map(({ article }) => article.title)).toEqual(['a']);
  expect((await readArticles(store)).map(({ article }) => article.title)).toEqual(['b']);
  expect(await countArticles(store)).toBe(1);
  await keepArticles(store, forgotten);
  expect(await readArticles(store)).toEqual(before);
});

test('what was read again since it was forgotten is not put back over it', async () => {
  await read('a', '2026-11-20');
  const forgotten = await forgetArticles(store, () => true);
  await read('a', '2026-11-22');
  await keepArticles(store, forgotten);
  expect((await readArticles(store)).map(({ days }) => days)).toEqual([['2026-11-22']]);
});
