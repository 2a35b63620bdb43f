/**
 * The lossless backup file: every record as it is, in JSON. Reading one trusts nothing (promises S8): size, depth and number are looked at
 * first, unknown keys are refused, and what comes out are new objects made by the record's own parser. A file is taken whole or not at all.
 */
import * as v from 'valibot';
import { Highlight, Instant } from './highlight.ts';
import { bytesOf, LONGEST_FILE, MOST_RECORDS, parseUntrusted } from './untrusted-json.ts';

const FORMAT = 'dateline-backup';
const VERSION = 1;

const File = v.strictObject({
  format: v.literal(FORMAT),
  version: v.literal(VERSION),
  made: Instant,
  highlights: v.pipe(
    v.array(Highlight),
    v.check((highlights) => hasNoRepeats(highlights), 'two records have one id'),
  ),
});

/** What a file holds. */
export interface Backup {
  /** ISO instant. */
  readonly made: string;
  readonly highlights: readonly Highlight[];
}

/** Why a file is not taken: too long or too many records; made by a later version; or no backup of ours, whole and unharmed. */
export type Refusal = 'too-big' | 'newer' | 'not-a-backup';

/**
 * The files that hold these records: one, or several where one would be longer than is read. Each is a backup by itself.
 * @param made ISO instant
 */
export function backupTexts(highlights: readonly Highlight[], made: string): readonly string[] {
  const head = JSON.stringify({ format: FORMAT, version: VERSION, made }).slice(0, -1);
  const texts: string[] = [];
  let records: string[] = [];
  let bytes = 0;
  const close = (): void => {
    texts.push(`${head},"highlights":[\n${records.join(',\n')}\n]}\n`);
    records = [];
    bytes = 0;
  };
  for (const highlight of highlights) {
    const record = JSON.stringify(highlight);
    const size = bytesOf(record);
    // A kilobyte is more than the file has beside its records.
    if (records.length === MOST_RECORDS || bytes + size > LONGEST_FILE - 1024) close();
    records.push(record);
    bytes += size + 2;
  }
  close();
  return texts;
}

/** Reads a file's text. */
export function readBackup(text: string): Backup | Refusal {
  const json = parseUntrusted(text);
  if (json === 'too-big') return 'too-big';
  return json === 'unreadable' ? 'not-a-backup' : backupOf(json.value);
}

/** The same for a value that was parsed already. */
export function backupOf(value: unknown): Backup | Refusal {
  if (isNewer(value)) return 'newer';
  if (hasTooMany(value)) return 'too-big';
  const parsed = v.safeParse(File, value);
  if (!parsed.success) return 'not-a-backup';
  const { made, highlights } = parsed.output;
  return { made, highlights };
}

const Named = v.looseObject({ format: v.literal(FORMAT), version: v.number() });

function isNewer(value: unknown): boolean {
  return v.is(Named, value) && value.version > VERSION;
}

function hasTooMany(value: unknown): boolean {
  return v.is(v.looseObject({ highlights: v.array(v.unknown()) }), value) && value.highlights.length > MOST_RECORDS;
}

function hasNoRepeats(highlights: readonly Highlight[]): boolean {
  return new Set(highlights.map(({ id }) => id)).size === highlights.length;
}
