/** Comparing the database with its second copy at a start, and taking back from there what it lost. */
import type { Highlight } from '../../highlights/highlight.ts';
import type { Connection } from '../connection.ts';
import { noteKeeping, openKeeping } from '../keeping-state.ts';
import { mergeStored } from '../merging.ts';
import type { Mirror } from './mirror.ts';
import type { Keeping } from '../schema.ts';
import { hasRoom } from './room.ts';
import { StoreError } from '../store-error.ts';
import { NOTHING_SAVED, type Witness, witnessAfter } from './witness.ts';

/** What a keeper is given beside the two copies. */
export interface KeeperTools {
  /** Id for a line of the journal that nobody asked for. */
  readonly newEntry: () => string;
  /** ISO instant. */
  readonly now: () => string;
  /** Told of a second copy that could not be read or written: a later change, or the next start, makes up for it. */
  readonly onMirrorFailed: (error: unknown) => void;
}

/**
 * Compares both copies by their witnesses and counts, without reading the records, and repairs the database where it lost something.
 * @returns up to which change the second copy has followed, for it to be brought up from there; `undefined` where it could not be read
 * @throws StoreError where the database cannot be read or repaired
 */
export async function mend(store: Connection, mirror: Mirror, tools: KeeperTools): Promise<Witness | undefined> {
  const { keeping, rows, lastLine } = await lookAt(store);
  const { witness: here, mending } = keeping;
  let there: Witness;
  try {
    there = (await mirror.witness()) ?? NOTHING_SAVED;
    // Neither has a witness, as where the disk was full from the first passage on: then the records there are all there is to go by.
    if (here.sequence === 0 && there.sequence === 0) there = { ...there, count: (await mirror.ids()).length };
  } catch (error) {
    tools.onMirrorFailed(error);
    return undefined;
  }
  const isWhole = rows === here.count && lastLine <= here.sequence;
  // As many changes, and others: it was lost, and written anew since.
  const isApart = here.sequence === there.sequence && (here.hash !== there.hash || here.count !== there.count);
  const isBehind = here.sequence < there.sequence;
  if (mending === null && isWhole && !isApart && !isBehind) return there;
  const before = mending ?? (isBehind || (isApart && there.count > here.count) ? there : here);
  return (await repair(store, mirror, before, tools)) ? there : undefined;
}

/** How long a disk that fails may take to come to itself, in milliseconds. */
const RESPITE_MS = 500;

/**
 * Reads. A database that the browser has and cannot read is thrown away where there is a second copy to make it anew from: it would be found
 * unreadable at every start, and nothing could be saved in it. One that could be read since the background started is left alone, and any
 * where the disk has no room: that passes, and what was saved last may be in it and not in the second copy.
 * @param read done again after that
 * @throws StoreError `unreadable` where it was left alone
 */
export async function readOrBeginAnew<T>(read: () => Promise<T>, store: Connection, mirror: Mirror): Promise<T> {
  try {
    return await read();
  } catch (error) {
    if (!isUnreadable(error) || store.hasWorked) throw error;
    const witness = await mirror.witness().catch(() => undefined);
    if (witness === undefined || !(await hasRoom())) throw error;
    await new Promise((resolve) => setTimeout(resolve, RESPITE_MS));
    return await read().catch(async (again: unknown) => {
      if (!isUnreadable(again)) throw again;
      await store.discard();
      return read();
    });
  }
}

function isUnreadable(error: unknown): boolean {
  return error instanceof StoreError && error.code === 'unreadable';
}

/** The database at a glance: what can be seen without reading records. */
export interface Sight {
  readonly keeping: Keeping;
  readonly rows: number;
  /** Number of the journal's last line. */
  readonly lastLine: number;
}

/** What can be seen of the database without reading records. @throws StoreError */
export function lookAt(store: Connection): Promise<Sight> {
  return store.run(async (db) => {
    const tx = db.transaction(['highlights', 'journal', 'keeping']);
    const [keeping, rows, last] = await Promise.all([
      openKeeping(tx.objectStore('keeping')),
      tx.objectStore('highlights').count(),
      tx.objectStore('journal').openKeyCursor(null, 'prev'),
    ]);
    return { keeping, rows, lastLine: last?.key ?? 0 };
  });
}

/**
 * Merges the second copy into what is left, and leaves a report. Cut short, it is taken up again at the next start: until then the second
 * copy follows nothing, since it must not be made to forget what the database lost.
 * @param before what there was, as far as either copy can witness
 * @returns whether the whole second copy could be read
 */
async function repair(store: Connection, mirror: Mirror, before: Witness, tools: KeeperTools): Promise<boolean> {
  // First, so that lines added now get numbers that were never given.
  await recount(store, before);
  let repaired = 0;
  const isRead = await readMirror(mirror, tools, async (records) => {
    const { merged } = await mergeStored(store, records, tools.newEntry);
    repaired += merged.added + merged.updated;
  });
  const { rows } = await lookAt(store);
  const lost = Math.max(0, before.count - rows);
  await noteKeeping(store, ({ damage, mending }) => ({
    mending: isRead ? null : mending,
    damage: repaired + lost > 0 ? { at: tools.now(), repaired: repaired + (damage?.repaired ?? 0), lost } : damage,
  }));
  return isRead;
}

/** Hands over the second copy's records. @returns whether all could be read; errors of `take` are thrown on */
export async function readMirror(
  mirror: Mirror,
  { onMirrorFailed }: KeeperTools,
  take: (records: readonly Highlight[]) => Promise<void>,
): Promise<boolean> {
  const batches = mirror.batches()[Symbol.asyncIterator]();
  for (;;) {
    let next: IteratorResult<readonly Highlight[]>;
    try {
      next = await batches.next();
    } catch (error) {
      onMirrorFailed(error);
      return false;
    }
    if (next.done === true) return true;
    await take(next.value);
  }
}

/** Makes the witness one of what is really there, no younger than it was, and says that a repair is under way. */
function recount(store: Connection, mending: Witness): Promise<void> {
  return store.run(async (db) => {
    const tx = db.transaction(['highlights', 'journal', 'keeping'], 'readwrite', { durability: 'strict' });
    const [keeping, last] = await Promise.all([
      openKeeping(tx.objectStore('keeping')),
      tx.objectStore('journal').openKeyCursor(null, 'prev'),
    ]);
    const sequence = Math.max(mending.sequence, keeping.witness.sequence, last?.key ?? 0);
    let witness = NOTHING_SAVED;
    let cursor = await tx.objectStore('highlights').openCursor();
    for (; cursor !== null; cursor = await cursor.continue()) witness = witnessAfter(witness, sequence, undefined, cursor.value);
    await tx.objectStore('keeping').put({ ...keeping, witness: { ...witness, sequence }, mending }, 'state');
    await tx.done;
  });
}
