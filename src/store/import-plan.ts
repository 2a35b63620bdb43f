/** What importing records would do to what is saved, before anything is done. */
import { type Edit, undoOf } from '../highlights/change.ts';
import type { Highlight } from '../highlights/highlight.ts';
import { changesToward } from '../highlights/merge.ts';
import type { Connection } from './connection.ts';

/** Records compared at a time. */
const BATCH = 500;

/** What would become of records. */
export interface ImportPlan {
  readonly added: readonly Highlight[];
  /** Here under the same id, in an earlier version. */
  readonly updated: readonly Highlight[];
  /** How many are here already: under the same id as late or later, or in the same words of the same article with all they bring. */
  readonly same: number;
  /** What takes the import back: what was added goes to the trash, what was brought up to date, or out of the trash, to where it was. */
  readonly back: readonly { readonly id: string; readonly edit: Edit }[];
}

/** How the comparing is watched and stopped. */
export interface Comparing {
  readonly signal: AbortSignal;
  readonly onProgress: (done: number) => void;
}

/**
 * Compares records, of which no two have one id, with what is saved.
 * @throws StoreError; the signal's reason where it is aborted
 */
export async function planImport(
  store: Connection,
  records: readonly Highlight[],
  { signal, onProgress }: Comparing,
): Promise<ImportPlan> {
  const added: Highlight[] = [];
  const updated: Highlight[] = [];
  const back: { id: string; edit: Edit }[] = [];
  for (let from = 0; from < records.length; from += BATCH) {
    signal.throwIfAborted();
    const batch = records.slice(from, from + BATCH);
    const { byId, byAddress } = await storedLike(store, batch);
    for (const record of batch) {
      const before = byId.get(record.id);
      const isHere =
        before === undefined && (byAddress.get(record.article.address) ?? []).some((stored) => holds(stored, record));
      const changes = isHere ? [] : changesToward(before, record);
      if (changes.length > 0) (before === undefined ? added : updated).push(record);
      back.push(...changes.map((change) => ({ id: record.id, edit: undoOf(before, change) })));
    }
    onProgress(Math.min(records.length, from + BATCH));
  }
  return { added, updated, same: records.length - added.length - updated.length, back };
}

/** What is saved under the ids and addresses of some records. */
function storedLike(store: Connection, records: readonly Highlight[]) {
  return store.run(async (db) => {
    const highlights = db.transaction('highlights').store;
    const addresses = [...new Set(records.map(({ article }) => article.address))];
    const [sameId, sameAddress] = await Promise.all([
      Promise.all(records.map(({ id }) => highlights.get(id))),
      Promise.all(addresses.map((address) => highlights.index('by-address').getAll(address))),
    ]);
    return {
      byId: new Map(sameId.flatMap((row) => (row === undefined ? [] : [[row.id, row] as const]))),
      byAddress: new Map(addresses.map((address, place) => [address, sameAddress[place] ?? []])),
    };
  });
}

/** Whether a passage that is saved and not in the trash has the words of another one, its tags, and its note if there is one. */
function holds(stored: Highlight, record: Highlight): boolean {
  return (
    stored.deleted === null &&
    wordsOf(stored) === wordsOf(record) &&
    (record.note === '' || record.note === stored.note) &&
    record.tags.every((tag) => stored.tags.includes(tag))
  );
}

function wordsOf({ anchor }: Highlight): string {
  return anchor.quote.exact.replace(/\s+/g, ' ').trim();
}
