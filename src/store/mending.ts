/** Comparing the database with its second copy at a start, and making them one again. Nothing is taken away from either that the other cannot explain. */
import type { Highlight } from '../highlights/highlight.ts';
import type { Written } from './changing.ts';
import type { Connection } from './connection.ts';
import { noteKeeping, openKeeping } from './keeping-state.ts';
import { mergeStored } from './merging.ts';
import type { Mirror } from './mirror.ts';
import { passagesAfter } from './saved-passages.ts';
import { NOTHING_SAVED, type Witness, witnessAfter } from './witness.ts';

/** What mending needs beside the two copies. */
interface MendingTools {
  readonly newEntry: () => string;
  readonly now: () => string;
  readonly onMirrorFailed: (error: unknown) => void;
}

/**
 * Compares both copies by their witnesses and counts, without reading the records, and mends the database where it lost something.
 * @returns up to which change the second copy is known to have followed: what {@link bringUp} begins at
 * @throws StoreError where the database cannot be read; a second copy that cannot be is only told to `onMirrorFailed`
 */
export async function mend(store: Connection, mirror: Mirror, tools: MendingTools): Promise<Witness> {
  const [here, there] = await Promise.all([lookAt(store), witnessOf(mirror, tools)]);
  const isWhole = here.rows === here.witness.count && here.lastLine <= here.witness.sequence;
  const isBehind = here.witness.sequence < there.sequence;
  if (!isWhole || isBehind) await repair(store, mirror, isBehind ? there : here.witness, tools);
  return there;
}

interface Sight {
  readonly witness: Witness;
  readonly rows: number;
  /** Number of the journal's last line. */
  readonly lastLine: number;
}

function lookAt(store: Connection): Promise<Sight> {
  return store.run(async (db) => {
    const tx = db.transaction(['highlights', 'journal', 'keeping']);
    const [{ witness }, rows, last] = await Promise.all([
      openKeeping(tx.objectStore('keeping')),
      tx.objectStore('highlights').count(),
      tx.objectStore('journal').openKeyCursor(null, 'prev'),
    ]);
    return { witness, rows, lastLine: last?.key ?? 0 };
  });
}

async function witnessOf(mirror: Mirror, { onMirrorFailed }: MendingTools): Promise<Witness> {
  try {
    return (await mirror.witness()) ?? NOTHING_SAVED;
  } catch (error) {
    onMirrorFailed(error);
    return NOTHING_SAVED;
  }
}

function isSame(one: Witness, other: Witness): boolean {
  return one.count === other.count && one.sequence === other.sequence && one.hash === other.hash;
}

/** Takes back from the second copy what the database lost, and leaves a report of it. */
async function repair(store: Connection, mirror: Mirror, expected: Witness, tools: MendingTools): Promise<void> {
  // First, so that lines added now get numbers that were never given.
  await recount(store, expected.sequence);
  const records = await mirror.records().catch((error: unknown): readonly Highlight[] => {
    tools.onMirrorFailed(error);
    return [];
  });
  const { merged } = await mergeStored(store, records, tools.newEntry);
  const repaired = merged.added + merged.updated;
  const lost = Math.max(0, expected.count - (await lookAt(store)).rows);
  if (repaired + lost > 0) await noteKeeping(store, () => ({ damage: { at: tools.now(), repaired, lost } }));
}

/** Writes the witness of what is really there; its sequence is at least `sequence`, and at least the journal's last line. */
function recount(store: Connection, sequence: number): Promise<void> {
  return store.run(async (db) => {
    const tx = db.transaction(['highlights', 'journal', 'keeping'], 'readwrite', { durability: 'strict' });
    const [keeping, last] = await Promise.all([
      openKeeping(tx.objectStore('keeping')),
      tx.objectStore('journal').openKeyCursor(null, 'prev'),
    ]);
    let witness: Witness = { ...NOTHING_SAVED, sequence: Math.max(sequence, keeping.witness.sequence, last?.key ?? 0) };
    let cursor = await tx.objectStore('highlights').openCursor();
    for (; cursor !== null; cursor = await cursor.continue()) {
      witness = witnessAfter(witness, witness.sequence, undefined, cursor.value);
    }
    await tx.objectStore('keeping').put({ ...keeping, witness }, 'state');
    await tx.done;
  });
}

/** Records handed to the second copy at once. */
const AT_ONCE = 500;

/**
 * Brings the second copy up to the database: by the journal's lines since what it has followed; where some are missing, or it is not whole,
 * record by record.
 * @returns the witness it has now
 */
export async function bringUp(store: Connection, mirror: Mirror, there: Witness): Promise<Witness> {
  const { witness: here } = await lookAt(store);
  if (isSame(here, there)) return here;
  const since = await writtenSince(store, there.sequence);
  if (since !== undefined) {
    await mirror.follow(since);
    if ((await mirror.ids()).length === since.witness.count) return since.witness;
  }
  const strangers = new Set(await mirror.ids());
  let after: string | null = null;
  for (let more = true; more; ) {
    const part = await passagesAfter(store, after, AT_ONCE);
    for (const { id } of part.highlights) strangers.delete(id);
    // With the old witness until all is there: a start in between finds the copy behind, and goes on.
    await mirror.follow({ put: part.highlights, forgotten: [], witness: there });
    after = part.highlights.at(-1)?.id ?? after;
    more = part.more;
  }
  await mirror.follow({ put: [], forgotten: [...strangers], witness: here });
  return here;
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
