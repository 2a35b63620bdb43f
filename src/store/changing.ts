/** Writing what the reader saves and changes: the record, its line in the journal and the witness in one transaction that is on disk before it is called done. */
import type { Change } from '../highlights/change.ts';
import { ChangeError } from '../highlights/change.ts';
import type { Highlight } from '../highlights/highlight.ts';
import { makeChange } from '../highlights/journal.ts';
import type { Connection } from './connection.ts';
import { openKeeping } from './keeping-state.ts';
import { wholly } from './wholly.ts';
import { type Witness, witnessAfter } from './witness.ts';

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
