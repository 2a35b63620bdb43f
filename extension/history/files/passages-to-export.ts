/** Passages of a result, read from the database a batch at a time. */
import type { Highlight } from '../../../src/highlights/highlight.ts';
import type { Batches } from '../../../src/highlights/export/files.ts';
import type { Connection } from '../../../src/store/connection.ts';
import { passagesById } from '../../../src/store/saved-passages.ts';

/** Passages read at a time. */
const BATCH = 500;

/** What reading is told beside what to read. */
export interface Reading {
  /** Those of one article one after the other, articles in order of their first passage; takes a second way through all of them. */
  readonly byArticle: boolean;
  readonly signal: AbortSignal;
  /** Hears how much of the work is done, from 0 to 1. */
  readonly onProgress: (part: number) => void;
}

/**
 * Passages by their ids, in that order; those that went meanwhile are left out.
 * @throws StoreError; the signal's reason where it is aborted
 */
export async function* passagesToExport(
  store: Connection,
  ids: readonly string[],
  { byArticle, signal, onProgress }: Reading,
): Batches {
  const share = byArticle ? 0.5 : 1;
  const ordered = byArticle ? await orderedByArticle(store, ids, signal, (part) => onProgress(part * share)) : ids;
  yield* batchesOf(store, ordered, signal, (part) => onProgress(1 - share + part * share));
}

async function* batchesOf(
  store: Connection,
  ids: readonly string[],
  signal: AbortSignal,
  onProgress: (part: number) => void,
): AsyncGenerator<readonly Highlight[]> {
  for (let from = 0; from < ids.length; from += BATCH) {
    signal.throwIfAborted();
    const found = await passagesById(store, ids.slice(from, from + BATCH));
    yield found.flatMap((highlight) => highlight ?? []);
    onProgress(Math.min(1, (from + BATCH) / ids.length));
  }
}

/** Only ids and addresses are held: the passages of years may be more than fits. */
async function orderedByArticle(
  store: Connection,
  ids: readonly string[],
  signal: AbortSignal,
  onProgress: (part: number) => void,
): Promise<readonly string[]> {
  const byAddress = new Map<string, string[]>();
  for await (const batch of batchesOf(store, ids, signal, onProgress)) {
    for (const { id, article } of batch) {
      const held = byAddress.get(article.address);
      if (held === undefined) byAddress.set(article.address, [id]);
      else held.push(id);
    }
  }
  return [...byAddress.values()].flat();
}
