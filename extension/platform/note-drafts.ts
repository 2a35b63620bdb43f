/**
 * Notes under way: what was typed and has not been acknowledged yet, in `storage.session`, so that it outlives a panel that is closed, a
 * background that is stopped, and a store that cannot be written. Gone with the browser's session, and never on the disk.
 */
import * as v from 'valibot';
import { Field, HighlightId } from '../../src/highlights/highlight.ts';
import type { NoteDraft } from '../../src/ui/highlight/note-saving.ts';
import { browser } from './browser.ts';

const START = 'note-draft-';
const Draft = v.strictObject({ entry: HighlightId, note: Field });

/** Whether a key of `storage.session` is that of a draft. */
export function isDraftKey(key: string): boolean {
  return key.startsWith(START);
}

/** Keeps a passage's note as typed so far, in place of an earlier draft. */
export async function keepDraft(highlight: string, draft: NoteDraft): Promise<void> {
  await browser.storage.session.set({ [START + highlight]: draft });
}

/** Forgets a draft that was acknowledged; one typed since stays. */
export async function dropDraft(highlight: string, { entry }: NoteDraft): Promise<void> {
  if ((await readDrafts()).get(highlight)?.entry === entry) await browser.storage.session.remove(START + highlight);
}

/** Every draft, by its passage. */
export async function readDrafts(): Promise<ReadonlyMap<string, NoteDraft>> {
  const stored: Record<string, unknown> = await browser.storage.session.get(null);
  return new Map(
    Object.entries(stored).flatMap(([key, value]) => {
      const parsed = v.safeParse(Draft, value);
      return isDraftKey(key) && parsed.success ? [[key.slice(START.length), parsed.output] as const] : [];
    }),
  );
}
