/** Reading what the reader saved. Every function throws StoreError where the database cannot be read. */
import type { Highlight } from '../highlights/highlight.ts';
import { type NoteVersion, noteVersions } from '../highlights/journal.ts';
import type { Connection } from './connection.ts';
import type { NotAsSaved } from './schema.ts';

/** A passage by its id. */
export function passageById(store: Connection, id: string): Promise<Highlight | undefined> {
  return store.run((db) => db.get('highlights', id));
}

/** Passages of an article under any of its addresses, the trash left out, in no particular order. */
export function passagesOfArticle(store: Connection, addresses: readonly string[]): Promise<readonly Highlight[]> {
  return store.run(async (db) => {
    const highlights = db.transaction('highlights').store;
    const found = await Promise.all(
      addresses.flatMap((address) => [
        highlights.index('by-address').getAll(address),
        highlights.index('by-alias').getAll(address),
      ]),
    );
    const byId = new Map(found.flat().map((highlight) => [highlight.id, highlight]));
    return [...byId.values()].filter(({ deleted }) => deleted === null);
  });
}

/** The first `limit` passages whose ids come after `id` (`null`: from the first), the trash included, and whether there are more. */
export function passagesAfter(
  store: Connection,
  id: string | null,
  limit: number,
): Promise<{ highlights: Highlight[]; more: boolean }> {
  return store.run(async (db) => {
    const found = await db.getAll('highlights', id === null ? null : IDBKeyRange.lowerBound(id, true), limit + 1);
    return { highlights: found.slice(0, limit), more: found.length > limit };
  });
}

/** What is in the trash, last deleted first; with `before`, only what was deleted before that ISO instant. */
export function passagesInTrash(store: Connection, before?: string): Promise<Highlight[]> {
  return store.run(async (db) => {
    const range = before === undefined ? null : IDBKeyRange.upperBound(before, true);
    return (await db.getAllFromIndex('highlights', 'by-deleted', range)).reverse();
  });
}

/** Earlier versions of a passage's note, newest first. */
export function versionsOfNote(store: Connection, id: string): Promise<readonly NoteVersion[]> {
  return store.run(async (db) => noteVersions(await db.getAllFromIndex('journal', 'by-highlight', id), id));
}

/** How far back the journal is looked through for tags, in numbers of its lines; and how many at a time. */
const LINES_FOR_TAGS = 2000;
const LINES_AT_ONCE = 200;

/** Tags given last, latest first, at most `most` of them. */
export function recentTags(store: Connection, most: number): Promise<string[]> {
  return store.run(async (db) => {
    const tags = new Set<string>();
    const journal = db.transaction('journal').store;
    const last = (await journal.openKeyCursor(null, 'prev'))?.key ?? 0;
    for (let until = last; until > last - LINES_FOR_TAGS && until > 0 && tags.size < most; until -= LINES_AT_ONCE) {
      const lines = await journal.getAll(IDBKeyRange.bound(until - LINES_AT_ONCE, until, true));
      for (const { change } of lines.reverse()) {
        const given = change.kind === 'tag' ? change.add : change.kind === 'save' ? change.highlight.tags : [];
        for (const tag of given) tags.add(tag);
      }
    }
    return [...tags].slice(0, most);
  });
}

/** Passages by their ids, in the same order; `undefined` for one that is not there. */
export function passagesById(store: Connection, ids: readonly string[]): Promise<readonly (Highlight | undefined)[]> {
  return store.run((db) => {
    const highlights = db.transaction('highlights').store;
    return Promise.all(ids.map((id) => highlights.get(id)));
  });
}

/** What is amiss with a passage on its page. */
export type Amiss = Pick<NotAsSaved, 'now'>;

/** The passages that did not stand on their pages as they were saved when those were last read, by id. */
export async function passagesNotAsSaved(store: Connection): Promise<ReadonlyMap<string, Amiss>> {
  return new Map((await store.run((db) => db.getAll('lost'))).map((row) => [row.id, row]));
}

/** Where a passage was looked for, and what was found. */
interface Looked {
  readonly id: string;
  readonly how: string;
  readonly now?: string | undefined;
}

/**
 * Notes how passages were found on their page at an ISO instant: those in other words with these, those not found as such. Durability is
 * relaxed: the next reading tells again.
 */
export function noteFound(store: Connection, passages: readonly Looked[], at: string): Promise<void> {
  return store.run(async (db) => {
    const tx = db.transaction('lost', 'readwrite', { durability: 'relaxed' });
    for (const { id, how, now } of passages) {
      if (how === 'approximate') void tx.store.put({ id, at, now });
      else if (how === 'not-found') void tx.store.put({ id, at });
      else void tx.store.delete(id);
    }
    await tx.done;
  });
}
