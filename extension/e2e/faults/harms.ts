/** Ways in which the files of a database can be harmed while the browser is closed. */
import { appendFile, copyFile, open, readFile, rm, stat, truncate, writeFile } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import type { Chance } from './chance.ts';

/** What can be harmed, all by path. */
export interface Harmed {
  /** Files of the database that hold more than nothing; never empty. */
  readonly files: readonly string[];
  /** The same database's files as they were when half of it was saved. */
  readonly older: readonly string[];
}

type Harm = (harmed: Harmed, chance: Chance) => Promise<unknown>;

const one = (harm: (file: string, size: number, chance: Chance) => Promise<unknown>): Harm => {
  return async ({ files }, chance) => {
    const file = files[chance(files.length)];
    if (file === undefined) throw new RangeError('there is no file');
    await harm(file, (await stat(file)).size, chance);
  };
};

/** The kinds of damage, by name. */
export const HARMS = {
  'a bit flipped': one((file, size, chance) => overwrite(file, chance(size), 1, (byte) => byte ^ (1 << chance(8)))),
  '256 bytes random': one((file, size, chance) => overwrite(file, chance(size), 256, () => chance(256))),
  'a page zeroed': one((file, size, chance) => overwrite(file, 4096 * chance(Math.ceil(size / 4096)), 4096, () => 0)),
  'the head overwritten': one((file, _size, chance) => overwrite(file, 0, 512, () => chance(256))),
  'cut short': one((file, size, chance) => truncate(file, chance(size))),
  emptied: one((file) => truncate(file, 0)),
  'a file deleted': one((file) => rm(file)),
  /** Without which none of the others can be read: LevelDB's list of files, or the only one there is. Chromium can neither open nor delete what is left. */
  'the first file deleted': async ({ files }) => {
    const first = files.filter((file) => /MANIFEST-\d+$|\.sqlite$/.test(file));
    if (first.length === 0) throw new Error('there is no first file');
    await removeAll(first);
  },
  'all deleted': async ({ files }) => removeAll(files),
  /** Firefox keeps the second copy's file in the same folder: there only what belongs to this database goes. */
  'the folder gone': async ({ files }) => {
    const sqlite = sqliteOf(files);
    if (sqlite === undefined) return rm(folderOf(files), { recursive: true });
    await removeAll(files);
    await rm(sqlite.replace(/\.sqlite$/, '.files'), { recursive: true, force: true });
  },
  /** What a sync program or a careless restore does. */
  'an old copy in its place': async ({ files, older }) => {
    const folder = folderOf(files);
    await removeAll(files);
    for (const file of older) await copyFile(file, join(folder, basename(file)));
  },
  /** Of a process that never ended in good order: LevelDB's lock, SQLite's rollback journal and shared memory. */
  'locks left over': async ({ files }) => {
    const sqlite = sqliteOf(files);
    const locks = sqlite === undefined ? [join(folderOf(files), 'LOCK')] : [`${sqlite}-journal`, `${sqlite}-shm`];
    for (const lock of locks) await writeFile(lock, new Uint8Array(32).fill(1));
  },
  /** The last write reached the disk in part: half a record at the end of the log (LevelDB) or of the write-ahead log (SQLite). */
  'a log half written': async ({ files }, chance) => {
    const sqlite = sqliteOf(files);
    const log = sqlite === undefined ? files.find((file) => file.endsWith('.log')) : `${sqlite}-wal`;
    if (log === undefined) throw new Error('there is no log');
    await appendFile(
      log,
      Uint8Array.from({ length: 1 + chance(3000) }, () => chance(256)),
    );
  },
} as const satisfies Record<string, Harm>;

/** Name of a kind of damage. */
export type HarmName = keyof typeof HARMS;

/** All of them. */
export const HARM_NAMES = Object.keys(HARMS) as readonly HarmName[];

/** Copies a database's files into a folder. @returns where the copies are */
export async function copyInto(folder: string, files: readonly string[]): Promise<readonly string[]> {
  const copies = files.map((file) => join(folder, basename(file)));
  await Promise.all(files.map((file, at) => copyFile(file, copies[at] ?? '')));
  return copies;
}

/** Firefox' one file of a database; `undefined` in Chromium, whose database is a folder of many. */
function sqliteOf(files: readonly string[]): string | undefined {
  return files.find((file) => file.endsWith('.sqlite'));
}

function folderOf([file]: readonly string[]): string {
  if (file === undefined) throw new RangeError('there is no file');
  return dirname(file);
}

async function removeAll(files: readonly string[]): Promise<void> {
  await Promise.all(files.map((file) => rm(file)));
}

async function overwrite(path: string, from: number, length: number, change: (byte: number) => number): Promise<void> {
  const bytes = (await readFile(path)).subarray(from, from + length).map(change);
  const file = await open(path, 'r+');
  await file.write(bytes, 0, bytes.length, from);
  await file.close();
}
