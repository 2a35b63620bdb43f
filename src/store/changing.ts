/** Writing what the reader saves and changes: the record, its line in the journal and the witness in one transaction that is on disk before it is called done. */
import { type Change, ChangeError } from '../highlights/change.ts';
import type { Highlight } from '../highlights/highlight.ts';
import { type JournalEntry, makeChange } from '../highlights/journal.ts';
import type { Connection } from './connection.ts';
import { openKeeping } from './keeping-state.ts';
import { wholly } from './wholly.ts';
import { type Witness, witnessAfter } from './second-copy/witness.ts';

/** A change that is asked for. */
export interface Requested {
  /** Id of its journal line, made by whoever asks: the same id again is the same change. */
  readonly entry: string;
  /** Id of the passage. */
  readonly highlight: string;
  readonly change: Change;
  /** ISO instant. */
  readonly at: string;
}

/** What a transaction did, for the second copy to follow. */
export interface Written {
  readonly put: readonly Highlight[];
  /** Ids of passages that are gone for good. */
  readonly forgotten: readonly string[];
  readonly witness: Witness;
}

/**
 * Makes a change. Resolves when it is on disk, with the passage as it is then; `written` is `null` where nothing was to be done: the
 * change was made before, or it changes nothing.
 * @throws ChangeError where an edit's passage is not there, or the entry's id belongs to a change of another passage
 * @throws StoreError
 */
export async function makeStoredChange(
  store: Connection,
  { entry, highlight: id, change, at }: Requested,
): Promise<{ highlight: Highlight; written: Written | null }> {
  const outcome = await store.run(async (db) => {
    const tx = db.transaction(['highlights', 'journal', 'keeping'], 'readwrite', { durability: 'strict' });
    const [before, sent, keeping] = await Promise.all([
      tx.objectStore('highlights').get(id),
      tx.objectStore('journal').index('by-entry').get(entry),
      openKeeping(tx.objectStore('keeping')),
    ]);
    if (sent !== undefined && sent.highlight !== id) return 'another-highlight';
    if (before === undefined && change.kind !== 'save') return 'no-such-highlight';
    const sequence = keeping.witness.sequence + 1;
    const made = sent === undefined ? makeChange(before, change, { id: entry, sequence, at }) : null;
    if (made === null) return before === undefined ? 'no-such-highlight' : { highlight: before, written: null };
    const witness = witnessAfter(keeping.witness, sequence, before, made.highlight);
    await wholly(tx, (write) => {
      write(tx.objectStore('highlights').put(made.highlight));
      write(tx.objectStore('journal').add(made.entry));
      write(tx.objectStore('keeping').put({ ...keeping, witness }, 'state'));
    });
    return { highlight: made.highlight, written: { put: [made.highlight], forgotten: [], witness } };
  });
  // Only here, outside of `run`: in it every error is one of the store's.
  if (typeof outcome === 'string') throw new ChangeError(outcome);
  return outcome;
}

/**
 * Makes many changes, all or none. Those whose passage is not there, that were made before or that change nothing are passed over.
 * Resolves when it is on disk; `null` where nothing was to be done.
 * @throws StoreError; then nothing has changed
 */
export function makeStoredChanges(store: Connection, requests: readonly Requested[]): Promise<Written | null> {
  return store.run(async (db) => {
    const tx = db.transaction(['highlights', 'journal', 'keeping'], 'readwrite', { durability: 'strict' });
    const [keeping, stored, sent] = await Promise.all([
      openKeeping(tx.objectStore('keeping')),
      Promise.all(requests.map(({ highlight }) => tx.objectStore('highlights').get(highlight))),
      Promise.all(requests.map(({ entry }) => tx.objectStore('journal').index('by-entry').getKey(entry))),
    ]);
    const rows = new Map(stored.flatMap((row) => (row === undefined ? [] : [[row.id, row] as const])));
    const put = new Map<string, Highlight>();
    const lines: JournalEntry[] = [];
    let { witness } = keeping;
    requests.forEach(({ entry, highlight: id, change, at }, place) => {
      const before = put.get(id) ?? rows.get(id);
      if (before === undefined || sent[place] !== undefined) return;
      const made = makeChange(before, change, { id: entry, sequence: witness.sequence + 1, at });
      if (made === null) return;
      witness = witnessAfter(witness, made.entry.sequence, before, made.highlight);
      put.set(id, made.highlight);
      lines.push(made.entry);
    });
    if (lines.length === 0) return null;
    await wholly(tx, (write) => {
      for (const highlight of put.values()) write(tx.objectStore('highlights').put(highlight));
      for (const line of lines) write(tx.objectStore('journal').add(line));
      write(tx.objectStore('keeping').put({ ...keeping, witness }, 'state'));
    });
    return { put: [...put.values()], forgotten: [], witness };
  });
}
