/** Merging records from a backup, an import or the second copy: all or none. */
import type { Highlight } from '../highlights/highlight.ts';
import { type JournalEntry, makeChange } from '../highlights/journal.ts';
import { changesToward } from '../highlights/merge.ts';
import type { Written } from './changing.ts';
import type { Connection } from './connection.ts';
import { openKeeping } from './keeping-state.ts';
import { wholly } from './wholly.ts';
import { type Witness, witnessAfter } from './second-copy/witness.ts';

/** What a merge did: how many passages were new, were brought up to date, or stayed as they were. */
export interface Merged {
  readonly added: number;
  readonly updated: number;
  readonly same: number;
}

/**
 * Merges records by id; the later `modified` wins. Every change is in the journal, under ids from `newEntry`. Resolves when all is on disk.
 * @throws StoreError; then nothing has changed
 */
export function mergeStored(
  store: Connection,
  records: readonly Highlight[],
  newEntry: () => string,
): Promise<{ merged: Merged; written: Written }> {
  return store.run(async (db) => {
    const tx = db.transaction(['highlights', 'journal', 'keeping'], 'readwrite', { durability: 'strict' });
    const [keeping, ...stored] = await Promise.all([
      openKeeping(tx.objectStore('keeping')),
      ...records.map(({ id }) => tx.objectStore('highlights').get(id)),
    ]);
    const plan = planMerge(records, stored, keeping.witness, newEntry);
    const put = [...plan.put.values()];
    await wholly(tx, (write) => {
      for (const highlight of put) write(tx.objectStore('highlights').put(highlight));
      for (const entry of plan.entries) write(tx.objectStore('journal').add(entry));
      write(tx.objectStore('keeping').put({ ...keeping, witness: plan.witness }, 'state'));
    });
    return { merged: plan.merged, written: { put, forgotten: [], witness: plan.witness } };
  });
}

interface Plan {
  readonly put: ReadonlyMap<string, Highlight>;
  readonly entries: readonly JournalEntry[];
  readonly witness: Witness;
  readonly merged: Merged;
}

/** @param stored for each record the one that is stored under its id */
function planMerge(
  records: readonly Highlight[],
  stored: readonly (Highlight | undefined)[],
  witness: Witness,
  newEntry: () => string,
): Plan {
  const put = new Map<string, Highlight>();
  const entries: JournalEntry[] = [];
  const merged = { added: 0, updated: 0, same: 0 };
  let after = witness;
  records.forEach((record, place) => {
    const before = put.get(record.id) ?? stored[place];
    const changes = changesToward(before, record);
    let highlight = before;
    for (const change of changes) {
      const sequence = after.sequence + 1;
      const made = makeChange(highlight, change, { id: newEntry(), sequence, at: record.modified });
      if (made === null) continue;
      after = witnessAfter(after, sequence, highlight, made.highlight);
      entries.push(made.entry);
      highlight = made.highlight;
    }
    if (highlight !== undefined && highlight !== before) put.set(record.id, highlight);
    merged[before === undefined ? 'added' : highlight === before ? 'same' : 'updated']++;
  });
  return { put, entries, witness: after, merged };
}
