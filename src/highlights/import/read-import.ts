/** Reading a file the reader wants to import: of ours or of another tool, within the limits of `untrusted-json.ts`, whole or not at all. */
import { backupOf } from '../backup.ts';
import type { Highlight } from '../highlight.ts';
import { MOST_RECORDS, parseUntrusted } from '../untrusted-json.ts';
import { type ForeignFormat, readForeign } from './foreign.ts';
import type { ForeignFile } from './foreign-file.ts';

/** Which tool wrote a file; `dateline` is our own lossless file. */
export type ImportFormat = 'dateline' | ForeignFormat;

/** What a file holds; every id in it once. */
export interface ImportedFile extends ForeignFile {
  readonly format: ImportFormat;
}

/** Why a file is not taken: too long or too many records; of a later version of ours; or of no format that is known. */
export type ImportRefusal = 'too-big' | 'newer' | 'unknown-format';

/** Reads a file's text. `now` is an ISO instant for entries that say none. */
export function readImport(text: string, now: string): ImportedFile | ImportRefusal {
  const json = parseUntrusted(text);
  if (typeof json === 'string') return json === 'too-big' ? json : 'unknown-format';
  const ours = backupOf(json.value);
  if (typeof ours !== 'string') return { format: 'dateline', highlights: ours.highlights, leftOut: 0 };
  if (ours !== 'not-a-backup') return ours;
  const foreign = readForeign(json.value, now);
  if (foreign === undefined) return 'unknown-format';
  if (foreign.highlights.length > MOST_RECORDS) return 'too-big';
  return withoutRepeats(foreign);
}

/** Of entries under one id the first counts. */
function withoutRepeats(file: ImportedFile): ImportedFile {
  const byId = new Map<string, Highlight>();
  for (const highlight of file.highlights) if (!byId.has(highlight.id)) byId.set(highlight.id, highlight);
  return { ...file, highlights: [...byId.values()], leftOut: file.leftOut + file.highlights.length - byId.size };
}
