/**
 * Notes under way: what was typed and has not been acknowledged yet. In `localStorage`, whose writing waits for nobody, so that it outlives
 * a panel that is closed between two keys, an update that closes all our pages at once, a background that is stopped, and a store that
 * cannot be written. Only our own pages can read it (docs/DECISIONS/drafts.md).
 */
import * as v from 'valibot';
import { Field, HighlightId } from '../../src/highlights/highlight.ts';
import type { NoteDraft } from '../../src/ui/highlight/note-saving.ts';

const START = 'note-draft-';
const Draft = v.pipe(v.string(), v.parseJson(), v.strictObject({ entry: HighlightId, note: Field }));

/** Keeps a passage's note as typed so far, in place of an earlier draft; nothing where the browser lets us keep nothing, or no more. */
export function keepDraft(highlight: string, draft: NoteDraft): void {
  try {
    localStorage.setItem(START + highlight, JSON.stringify(draft));
  } catch {
    // It is saved all the same, when typing pauses.
  }
}

/** Forgets a draft that was acknowledged; one typed since stays. */
export function dropDraft(highlight: string, { entry }: NoteDraft): void {
  if (readDrafts().get(highlight)?.entry === entry) localStorage.removeItem(START + highlight);
}

/** Every draft, by its passage; none where the browser lets us keep nothing. */
export function readDrafts(): ReadonlyMap<string, NoteDraft> {
  const drafts = new Map<string, NoteDraft>();
  try {
    for (let at = 0; at < localStorage.length; at++) {
      const key = localStorage.key(at);
      if (key === null || !key.startsWith(START)) continue;
      const parsed = v.safeParse(Draft, localStorage.getItem(key));
      if (parsed.success) drafts.set(key.slice(START.length), parsed.output);
    }
  } catch {
    // Storage is forbidden here: there is nothing to come back to.
  }
  return drafts;
}
