/**
 * Where the databases are. Chromium keeps all databases of an origin in one folder, and where that is damaged in certain ways it can neither
 * open nor delete any of them, for ever (its MANIFEST gone: measured). Then they begin anew in a storage bucket beside it.
 */

/** The bucket's name. That it is there says, to every page of ours and at every start, that the databases have moved. */
const BUCKET = 'begun-anew';

/** What is needed here of https://wicg.github.io/storage-buckets (Chromium 122; not in Firefox, which keeps a file for each database). */
interface StorageBuckets {
  keys(): Promise<readonly string[]>;
  open(name: string, options: { readonly persisted: boolean }): Promise<{ readonly indexedDB: IDBFactory }>;
  delete(name: string): Promise<void>;
}

/** Where to open and delete databases now. */
export async function databases(): Promise<IDBFactory> {
  const buckets = storageBuckets();
  const hasMoved = (await buckets?.keys())?.includes(BUCKET) ?? false;
  return hasMoved && buckets !== undefined ? (await buckets.open(BUCKET, { persisted: true })).indexedDB : indexedDB;
}

/** Leaves all databases that are where {@link databases} are now, for an empty place. @throws `why` where the browser has no other place */
export async function moveOut(why: unknown): Promise<void> {
  const buckets = storageBuckets();
  if (buckets === undefined) throw why;
  if ((await buckets.keys()).includes(BUCKET)) await buckets.delete(BUCKET);
  await buckets.open(BUCKET, { persisted: true });
}

function storageBuckets(): StorageBuckets | undefined {
  return (navigator as { readonly storageBuckets?: StorageBuckets }).storageBuckets;
}
