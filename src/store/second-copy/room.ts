/** Whether the disk takes what is written to it. */

/** Name of a file of the origin's own, there for a moment. */
const PROBE = 'room';
const PROBE_BYTES = 1 << 20;

/** Writes a megabyte beside the databases, and takes it away again. @returns `false` where the disk is full or fails, or does not let us try */
export async function hasRoom(): Promise<boolean> {
  try {
    const folder = await navigator.storage.getDirectory();
    const file = await (await folder.getFileHandle(PROBE, { create: true })).createWritable();
    await file.write(new Uint8Array(PROBE_BYTES));
    await file.close();
    await folder.removeEntry(PROBE);
    return true;
  } catch {
    return false;
  }
}
