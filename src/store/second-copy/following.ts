/** Bringing the second copy up to the database, wherever it stands. */
import type { Written } from '../changing.ts';
import type { Connection } from '../connection.ts';
import { openKeeping } from '../keeping-state.ts';
import { lookAt, type Sight } from './mending.ts';
import type { Mirror } from './mirror.ts';
import { passagesAfter } from '../saved-passages.ts';
import type { Witness } from './witness.ts';

/** Records handed to the second copy at once, and the most lines of the journal it is brought up by. */
const AT_ONCE = 500;

/**
 * Brings the second copy up by the journal's lines since what it has followed; where some are missing, or it turns out not to be whole,
 * record by record.
 * @param there what it has followed
 * @returns the witness it has now; `undefined` where the database was lost since both were compared: nothing of it is followed then
 */
export async function bringUp(store: Connection, mirror: Mirror, there: Witness): Promise<Witness | undefined> {
  const sight = await lookAt(store);
  if (!stillStands(sight, there)) return undefined;
  const { witness } = sight.keeping;
  if (witness.count === there.count && witness.sequence === there.sequence && witness.hash === there.hash) return witness;
  const since = await writtenSince(store, there.sequence);
  if (since !== undefined) {
    await mirror.follow(since);
    if ((await mirror.ids()).length === since.witness.count) return since.witness;
  }
  return copyAll(store, mirror, there);
}

/**
 * Copies every record, and has the second copy forget all others.
 * @param there the witness to leave until all is there: a start in between then finds the copy behind, and goes on
 * @returns the witness it has now; `undefined` where the database was lost before all was copied: nothing is forgotten then
 */
export async function copyAll(store: Connection, mirror: Mirror, there: Witness): Promise<Witness | undefined> {
  const { losses } = store;
  const sight = await lookAt(store);
  if (!stillStands(sight, there)) return undefined;
  const { witness } = sight.keeping;
  const strangers = new Set(await mirror.ids());
  let after: string | null = null;
  for (let more = true; more; ) {
    const part: Awaited<ReturnType<typeof passagesAfter>> = await passagesAfter(store, after, AT_ONCE);
    for (const { id } of part.highlights) strangers.delete(id);
    await mirror.follow({ put: part.highlights, forgotten: [], witness: there });
    after = part.highlights.at(-1)?.id ?? after;
    more = part.more;
  }
  // On a full disk a browser empties the database from one moment to the next: then all that was saved would be strangers.
  if (store.losses !== losses || !stillStands(await lookAt(store), witness)) return undefined;
  await mirror.follow({ put: [], forgotten: [...strangers], witness });
  return witness;
}

/** Whether the database is whole, under no repair, and no younger than a witness: only then may the second copy forget what is not in it. */
function stillStands({ keeping: { witness, mending }, rows }: Sight, there: Witness): boolean {
  return mending === null && rows === witness.count && witness.sequence >= there.sequence;
}

/** What was written after a change, by the journal; `undefined` where lines are missing (passages were forgotten since) or too many. */
function writtenSince(store: Connection, sequence: number): Promise<Written | undefined> {
  return store.run(async (db) => {
    const tx = db.transaction(['highlights', 'journal', 'keeping']);
    const { witness } = await openKeeping(tx.objectStore('keeping'));
    const expected = witness.sequence - sequence;
    if (expected <= 0 || expected > AT_ONCE) return undefined;
    const lines = await tx.objectStore('journal').getAll(IDBKeyRange.lowerBound(sequence, true));
    if (lines.length !== expected) return undefined;
    const ids = new Set(lines.map(({ highlight }) => highlight));
    const rows = await Promise.all([...ids].map((id) => tx.objectStore('highlights').get(id)));
    return { put: rows.flatMap((row) => row ?? []), forgotten: [], witness };
  });
}
