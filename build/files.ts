/** What a build makes, held in memory until everything has been checked, so that a failed build never leaves half an extension behind. */
import { mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';

/** Path inside the extension (forward slashes, no leading slash) to bytes. */
export type Files = ReadonlyMap<string, Uint8Array>;

/** Text or JSON as the bytes of a file; JSON is indented, since reviewers of the stores read it. */
export function bytesOf(content: string | object): Uint8Array {
  const text = typeof content === 'string' ? content : `${JSON.stringify(content, null, 2)}\n`;
  return new TextEncoder().encode(text);
}

/** Reads every file under `folder` whose name passes `wanted`; keys are `prefix` and the path below the folder. */
export async function readFolder(folder: string, prefix: string, wanted: (name: string) => boolean): Promise<Files> {
  const entries = await readdir(folder, { withFileTypes: true, recursive: true });
  const found = entries
    .filter((entry) => entry.isFile() && wanted(entry.name))
    .map((entry) => join(entry.parentPath, entry.name));
  return new Map(
    await Promise.all(found.map(async (path) => [prefix + path.slice(folder.length + 1), await readFile(path)] as const)),
  );
}

/** Replaces `folder` by exactly these files. */
export async function writeFolder(folder: string, files: Files): Promise<void> {
  await rm(folder, { recursive: true, force: true });
  for (const [path, bytes] of files) {
    await mkdir(dirname(join(folder, path)), { recursive: true });
    await writeFile(join(folder, path), bytes);
  }
}
