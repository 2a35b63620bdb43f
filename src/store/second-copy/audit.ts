/**
 * Reading both copies letter by letter, which is too long for every start: once in a browser's session. Finds what counts do not show:
 * a record that is there and is not what was written.
 */
import { type Highlight, parseHighlight } from '../../highlights/highlight.ts';
import type { Connection } from '../connection.ts';
import { noteKeeping } from '../keeping-state.ts';
import { type KeeperTools, lookAt, readMirror } from './mending.ts';
import type { Mirror } from './mirror.ts';
import { passagesAfter } from '../saved-passages.ts';
import { hashOf, NOTHING_SAVED, type Witness, witnessAfter } from './witness.ts';
import { wholly } from '../wholly.ts';

/** Records read at once: few, since whatever else wants to read waits for them. */
const AT_ONCE = 100;

/**
 * Compares every record of both copies with what the witness saw, and puts records back that were damaged in the database.
 * @returns whether the second copy is whole; where it is not, it is to be copied anew. `true` also where changes came in between: the
 * next session looks again
 * @throws StoreError
 */
export async function audit(store: Connection, mirror: Mirror, tools: KeeperTools): Promise<boolean> {
  const { witness } = (await lookAt(store)).keeping;
  const hashes = new Map<string, number>();
  let here = NOTHING_SAVED;
  let after: string | null = null;
  for (let more = true; more; ) {
    const part: Awaited<ReturnType<typeof passagesAfter>> = await passagesAfter(store, after, AT_ONCE);
    for (const row of part.highlights) {
      here = witnessAfter(here, witness.sequence, undefined, row);
      hashes.set(row.id, parseHighlight(row) === undefined ? Number.NaN : hashOf(row));
    }
    after = part.highlights.at(-1)?.id ?? after;
    more = part.more;
  }
  let there = NOTHING_SAVED;
  const others: Highlight[] = [];
  const isRead = await readMirror(mirror, tools, async (records) => {
    for (const record of records) {
      there = witnessAfter(there, witness.sequence, undefined, record);
      if (hashes.get(record.id) !== hashOf(record)) others.push(record);
    }
  });
  const isSettled = (await lookAt(store)).keeping.witness.sequence === witness.sequence;
  if (!isSettled || !isRead) return true;
  const isWholeThere = isAsWitnessed(there, witness);
  if (isAsWitnessed(here, witness)) return isWholeThere;
  // Where the second copy is not whole either, only what cannot be a record at all is surely the damaged one of two.
  const damaged = others.filter(({ id }) => isWholeThere || Number.isNaN(hashes.get(id)));
  await putBack(store, damaged, tools);
  return false;
}

function isAsWitnessed({ count, hash }: Witness, witness: Witness): boolean {
  return count === witness.count && hash === witness.hash;
}

/** Puts records back as they were. No line of the journal: to it they never changed. */
async function putBack(store: Connection, records: readonly Highlight[], { now }: KeeperTools): Promise<void> {
  await store.run(async (db) => {
    const tx = db.transaction('highlights', 'readwrite', { durability: 'strict' });
    await wholly(tx, (write) => {
      for (const record of records) write(tx.store.put(record));
    });
  });
  await noteKeeping(store, ({ damage }) => ({
    damage: { at: now(), repaired: records.length + (damage?.repaired ?? 0), lost: damage?.lost ?? 0 },
  }));
}
