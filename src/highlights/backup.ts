/**
 * The lossless backup file: every record as it is, in JSON. Reading one trusts nothing (promises S8): size, depth and number are looked at
 * first, unknown keys are refused, and what comes out are new objects made by the record's own parser. A file is taken whole or not at all.
 */
import * as v from 'valibot';
import { Highlight, Instant } from './highlight.ts';

/** Longest file, in bytes of UTF-8. */
export const LONGEST_BACKUP = 20 * 1024 * 1024;
/** Most records in a file. */
const MOST_RECORDS = 50_000;
/** A record in its list in the file is five deep, its entities' facts seven. */
const DEEPEST = 8;
const FORMAT = 'dateline-backup';
const VERSION = 1;

const File = v.strictObject({
  format: v.literal(FORMAT),
  version: v.literal(VERSION),
  made: Instant,
  highlights: v.pipe(v.array(Highlight), v.check(hasNoRepeats, 'two records have one id')),
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
    if (records.length === MOST_RECORDS || bytes + size > LONGEST_BACKUP - 1024) close();
    records.push(record);
    bytes += size + 2;
  }
  close();
  return texts;
}

/** Reads a file's text. */
export function readBackup(text: string): Backup | Refusal {
  if (text.length > LONGEST_BACKUP || bytesOf(text) > LONGEST_BACKUP) return 'too-big';
  if (depthOf(text) > DEEPEST) return 'not-a-backup';
  let value: unknown;
  try {
    value = withoutPrototypes(JSON.parse(text));
  } catch {
    return 'not-a-backup';
  }
  if (isNewer(value)) return 'newer';
  if (hasTooMany(value)) return 'too-big';
  const parsed = v.safeParse(File, value);
  if (!parsed.success) return 'not-a-backup';
  const { made, highlights } = parsed.output;
  return { made, highlights };
}

function bytesOf(text: string): number {
  return new TextEncoder().encode(text).length;
}

/** How deep the brackets of a JSON text go, whether it is well-formed or not. Looked at before parsing, which may recurse. */
function depthOf(text: string): number {
  let depth = 0;
  let deepest = 0;
  let isInString = false;
  for (let at = 0; at < text.length; at++) {
    const sign = text[at];
    if (isInString) {
      if (sign === '\\') at++;
      else if (sign === '"') isInString = false;
    } else if (sign === '"') isInString = true;
    else if (sign === '[' || sign === '{') deepest = Math.max(deepest, ++depth);
    else if (sign === ']' || sign === '}') depth--;
  }
  return deepest;
}

/** A copy whose objects inherit nothing, so that no key in a file can be mistaken for one that is always there. */
function withoutPrototypes(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withoutPrototypes);
  if (typeof value !== 'object' || value === null) return value;
  const copy = Object.create(null) as Record<string, unknown>;
  for (const [key, held] of Object.entries(value)) {
    if (key in Object.prototype) throw new SyntaxError(`a key named ${key}`);
    copy[key] = withoutPrototypes(held);
  }
  return copy;
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
