/** Opening a passage's note where the reader can type it unseen by the page: in the panel, else in a tab of ours. */
import type { PageSender } from '../platform/listening.ts';
import { rememberNoteToOpen } from '../platform/note-to-open.ts';
import { isPanelOpen, openPanel, openPanelInTab } from '../platform/panel.ts';

/** Call it before any `await`, while the reader's click still counts: browsers open a panel for nothing else. */
export async function openNote({ tab, window }: PageSender, id: string): Promise<void> {
  const opening = openPanel(window);
  await rememberNoteToOpen(tab, id);
  // A message is no click to Firefox; a sidebar that is open already needs none, and hears of the wish.
  if ((await opening) || (await isPanelOpen(window))) return;
  await openPanelInTab(tab);
}
