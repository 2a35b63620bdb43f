/** Changes to saved passages, each with its way back. The background makes them; it alone writes what the reader saved. */
import type { Edit } from '../../src/highlights/change.ts';
import { undoOf } from '../../src/highlights/change.ts';
import type { Highlight } from '../../src/highlights/highlight.ts';
import { askBackground } from '../platform/own-page-messages.ts';

/** Changes sent in one message. */
const BATCH = 500;

/** An edit of one passage. */
export interface PassageEdit {
  readonly id: string;
  readonly edit: Edit;
}

/** A change to make. */
export interface PassageChange {
  readonly ids: readonly string[];
  readonly edit: Edit;
  /** Reads passages as they are before it. */
  readonly read: (ids: readonly string[]) => Promise<readonly Highlight[]>;
  /** Hears how many are done. */
  readonly onProgress: (done: number) => void;
}

/**
 * Makes a change to many passages, some hundreds at a time: each time to all of them or to none.
 * @param back takes what undoes it, also where it fails half way
 * @throws DatelineError, StoreError
 */
export async function makeChange({ ids, edit, read, onProgress }: PassageChange, back: PassageEdit[]): Promise<void> {
  for (let from = 0; from < ids.length; from += BATCH) {
    const highlights = await read(ids.slice(from, from + BATCH));
    await sendChanges(highlights.map(({ id }) => ({ id, edit })));
    back.push(...highlights.map((highlight) => ({ id: highlight.id, edit: undoOf(highlight, edit) })));
    onProgress(back.length);
  }
}

/** Sends changes, as many at a time as a message should hold; each message is made whole or not at all. @throws DatelineError */
export async function sendChanges(edits: readonly PassageEdit[]): Promise<void> {
  for (let from = 0; from < edits.length; from += BATCH) {
    const changes = edits.slice(from, from + BATCH).map(({ id, edit }) => ({ entry: crypto.randomUUID(), id, edit }));
    await askBackground('change-highlights', { changes });
  }
}
