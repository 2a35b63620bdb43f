/** What the history page knows of articles that were read and of the entities in them: read from the database, and again with every news. */
import { useEffect, useState } from 'preact/hooks';
import type { PackAbout } from '../../src/facts/compiled-pack.ts';
import type { ShippedEntity } from '../../src/facts/shipped.ts';
import { type Connection, connection } from '../../src/store/connection.ts';
import { ownPacks } from '../../src/store/own-packs.ts';
import { readArticles } from '../../src/store/read-articles.ts';
import type { ReadArticle } from '../../src/store/schema.ts';
import { onTabNews } from '../platform/shown-tab.ts';

/** See the head of this file. */
export interface Shelf {
  /** Last read first. */
  readonly articles: readonly ReadArticle[];
  /** Entities of all packs by id, ours before others of the same id; ours are missing before the first article was read. */
  readonly entities: ReadonlyMap<string, ShippedEntity>;
  /** What the reader's own packs say of themselves, by the ids of their entities. */
  readonly notOurs: ReadonlyMap<string, PackAbout>;
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
  const [articles, ours, packs] = await Promise.all([
    readArticles(store),
    store.run((db) => db.getAll('entities')),
    ownPacks(store),
  ]);
  const entities = new Map([...packs.flatMap((pack) => pack.entities), ...ours].map((entity) => [entity.id, entity]));
  const notOurs = new Map(packs.flatMap(({ about, entities: own }) => own.map(({ id }) => [id, about] as const)));
  for (const { id } of ours) notOurs.delete(id);
  return { articles, entities, notOurs };
}
