/**
 * The journal: every change to what the reader saved, in order, never rewritten. Undoing appends the opposite change. Played from the
 * start it gives the records; read backwards it gives the earlier versions of a note.
 */
import * as v from 'valibot';
import { applyChange, Change, Edit, undoOf } from './change.ts';
import { type Highlight, HighlightId, Instant } from './highlight.ts';

/** One line of the journal. */
export const JournalEntry = v.strictObject({
  /** Made by whoever asks for the change; the same id twice is the same change sent again. */
  id: HighlightId,
  highlight: HighlightId,
  /** Counts up over the whole journal, from 1. Numbers are missing only where passages were forgotten for good. */
  sequence: v.pipe(v.number(), v.integer(), v.minValue(1)),
  at: Instant,
  change: Change,
  /** The edit that brings back what stood before, to be made as a change of its own; for a note, its earlier version. */
  before: Edit,
});

/** A journal line after parsing. */
export type JournalEntry = v.InferOutput<typeof JournalEntry>;

/** What a writer knows of a change that it is about to make. */
export interface Occasion {
  /** See {@link JournalEntry}. */
  readonly id: string;
  readonly sequence: number;
  /** ISO instant. */
  readonly at: string;
}

/**
 * Makes a change: the passage after it, and the journal's line for it. Both are to be written in one transaction.
 * @param before the passage as stored, or `undefined`
 * @returns `null` where the change changes nothing (a save or an edit sent again) and nothing is to be written
 * @throws ChangeError as `applyChange` does
 */
export function makeChange(
  before: Highlight | undefined,
  change: Change,
  { id, sequence, at }: Occasion,
): { highlight: Highlight; entry: JournalEntry } | null {
  const highlight = applyChange(before, change, at);
  if (highlight === before) return null;
  return { highlight, entry: { id, highlight: highlight.id, sequence, at, change, before: undoOf(before, change) } };
}

/** An earlier version of a note, and until when it stood. */
export interface NoteVersion {
  readonly note: string;
  readonly until: v.InferOutput<typeof Instant>;
}

/** Earlier versions of one passage's note, newest first; empty ones are left out. `entries` in any order, of any passages. */
export function noteVersions(entries: readonly JournalEntry[], highlight: string): readonly NoteVersion[] {
  return entries
    .filter((entry) => entry.highlight === highlight)
    .sort((one, other) => other.sequence - one.sequence)
    .flatMap(({ before, change, at }) => {
      if (change.kind !== 'note' || before.kind !== 'note' || before.note === '') return [];
      return [{ note: before.note, until: at }];
    });
}
