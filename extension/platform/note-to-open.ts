/** The note a reader asked for from a page, until the panel has put the cursor in it. In `storage.session`: the background may sleep in between. */
import * as v from 'valibot';
import { HighlightId } from '../../src/highlights/highlight.ts';
import { browser } from './browser.ts';

const KEY = 'note-to-open';
const Wish = v.strictObject({ tab: v.number(), id: HighlightId });

/** Remembers the note, in place of any before it. */
export async function rememberNoteToOpen(tab: number, id: string): Promise<void> {
  await browser.storage.session.set({ [KEY]: { tab, id } });
}

/** The passage whose note is to be opened beside this tab, or `null`; told once. */
export async function takeNoteToOpen(tab: number): Promise<string | null> {
  const stored: Record<string, unknown> = await browser.storage.session.get(KEY);
  const wish = v.safeParse(Wish, stored[KEY]);
  if (!wish.success || wish.output.tab !== tab) return null;
  await browser.storage.session.remove(KEY);
  return wish.output.id;
}
