/**
 * Articles read with Dateline on: what the history page lists beside what was saved. Kept only while the reader wants it kept, and forgotten
 * on request. Every function throws StoreError where the database cannot be read or written.
 */
import type { Connection } from './connection.ts';
import type { ReadArticle } from './schema.ts';

/** Most days kept of one article: a page that is a front page rather than an article would grow for ever. */
const MOST_DAYS = 400;

/** Notes that an article is being read. Durability is relaxed: a line lost in a power cut is no loss to the reader. */
export function noteReading(
  store: Connection,
  { article, entities, day, at }: Pick<ReadArticle, 'article' | 'entities'> & { readonly day: string; readonly at: string },
): Promise<void> {
  return store.run(async (db) => {
    const tx = db.transaction('articles', 'readwrite', { durability: 'relaxed' });
    const before = await tx.store.get(article.address);
    const days = [...new Set([...(before?.days ?? []), day])].slice(-MOST_DAYS);
    await tx.store.put({ address: article.address, article, days, read: at, entities });
    await tx.done;
  });
}

/** Every article, last read first. */
export function readArticles(store: Connection): Promise<ReadArticle[]> {
  return store.run(async (db) => (await db.getAllFromIndex('articles', 'by-read')).reverse());
}

/** How many there are. */
export function countArticles(store: Connection): Promise<number> {
  return store.run((db) => db.count('articles'));
}

/** Forgets the articles chosen. Resolves, when it is on disk, with what they were. Passages saved from them stay. */
export function forgetArticles(store: Connection, isChosen: (article: ReadArticle) => boolean): Promise<readonly ReadArticle[]> {
  return store.run(async (db) => {
    const tx = db.transaction('articles', 'readwrite', { durability: 'strict' });
    const forgotten: ReadArticle[] = [];
    for (let cursor = await tx.store.openCursor(); cursor !== null; cursor = await cursor.continue()) {
      if (!isChosen(cursor.value)) continue;
      await cursor.delete();
      forgotten.push(cursor.value);
    }
    await tx.done;
    return forgotten;
  });
}

/** Takes back that articles were forgotten; one that was read again since stays as it is. */
export function keepArticles(store: Connection, articles: readonly ReadArticle[]): Promise<void> {
  return store.run(async (db) => {
    const tx = db.transaction('articles', 'readwrite', { durability: 'strict' });
    for (const article of articles) {
      if ((await tx.store.getKey(article.address)) === undefined) await tx.store.put(article);
    }
    await tx.done;
  });
}
