/** Reads a pack's folder; Node only, for the build and the `annotate` command. */
import { readdir, readFile } from 'node:fs/promises';
import { join, relative, sep } from 'node:path';
import type { PackFile } from './compile/yaml.ts';

/**
 * Every YAML file below `folder`, in order of path; paths inside the folder, with `/`.
 * Rejects with the file system's own error where the folder cannot be read.
 */
export async function readPackFolder(folder: string): Promise<PackFile[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const paths = entries
    .filter((entry) => entry.isFile() && entry.name.endsWith('.yaml'))
    .map((entry) => join(entry.parentPath, entry.name))
    .toSorted();
  return Promise.all(
    paths.map(async (path) => ({ path: relative(folder, path).split(sep).join('/'), text: await readFile(path, 'utf8') })),
  );
}
