/** What the history page knows of articles that were read and of the entities in them: read from the database, and again with every news. */
import { useEffect, useState } from 'preact/hooks';
import type { ShippedEntity } from '../../src/facts/shipped.ts';
import { type Connection, connection } from '../../src/store/connection.ts';
import { readArticles } from '../../src/store/read-articles.ts';
import type { ReadArticle } from '../../src/store/schema.ts';
import { onTabNews } from '../platform/shown-tab.ts';

/** See the head of this file. */
export interface Shelf {
  /** Last read first. */
  readonly articles: readonly ReadArticle[];
  /** The pack's entities by id; empty before the first article was read. */
  readonly entities: ReadonlyMap<string, ShippedEntity>;
}

/** The shelf of an open page; `undefined` while it is read. `again` reads it anew, after a change that is no news to other pages. */
export function useShelf(): {
  readonly store: Connection;
  readonly shelf: Shelf | 'failed' | undefined;
  readonly again: () => void;
} {
  const [store] = useState(() => connection());
  const [shelf, setShelf] = useState<Shelf | 'failed'>();
  const [news, setNews] = useState(0);
  useEffect(() => onTabNews(() => setNews((count) => count + 1)), []);
  useEffect(() => {
    let isOver = false;
    readShelf(store).then(
      (read) => !isOver && setShelf(read),
      () => !isOver && setShelf((before) => before ?? 'failed'),
    );
    return () => {
      isOver = true;
    };
  }, [store, news]);
  useEffect(() => () => void store.close(), [store]);
  return { store, shelf, again: () => setNews((count) => count + 1) };
}

async function readShelf(store: Connection): Promise<Shelf> {
  const [articles, entities] = await Promise.all([readArticles(store), store.run((db) => db.getAll('entities'))]);
  return { articles, entities: new Map(entities.map((entity) => [entity.id, entity])) };
}
