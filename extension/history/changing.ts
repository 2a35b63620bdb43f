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

/** Makes changes, and gives those that take them back. @throws DatelineError */
export async function makeChanges(highlights: readonly Highlight[], edit: Edit): Promise<readonly PassageEdit[]> {
  await sendChanges(highlights.map(({ id }) => ({ id, edit })));
  return highlights.map((highlight) => ({ id: highlight.id, edit: undoOf(highlight, edit) }));
}

/** Sends changes, as many at a time as a message should hold; each message is made whole or not at all. @throws DatelineError */
export async function sendChanges(edits: readonly PassageEdit[]): Promise<void> {
  for (let from = 0; from < edits.length; from += BATCH) {
    const changes = edits.slice(from, from + BATCH).map(({ id, edit }) => ({ entry: crypto.randomUUID(), id, edit }));
    await askBackground('change-highlights', { changes });
  }
}
