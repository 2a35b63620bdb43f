/** A zip that depends on nothing but its files: two builds of the same source are byte-identical, which store reviewers compare (promises S10). */
import { zipSync } from 'fflate';
import type { Files } from './files.ts';

/** Packs files in the order of their paths, with one fixed time. */
export function zip(files: Files): Uint8Array {
  const sorted = [...files].sort(([a], [b]) => (a < b ? -1 : 1));
  // Zip stores local times without a zone, and fflate reads them off a local `Date`: so this one is local, and made here.
  return zipSync(Object.fromEntries(sorted), { level: 9, mtime: new Date(2000, 0, 1) });
}
