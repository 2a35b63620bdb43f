/** Everything the reader saved into one file, and back. */
import { backupTexts } from '../../src/highlights/backup.ts';
import type { Highlight } from '../../src/highlights/highlight.ts';
import { askBackground } from '../platform/own-page-messages.ts';
import { giveFile } from '../platform/giving-file.ts';

/** Passages asked for at a time. */
const AT_A_TIME = 500;

/**
 * Collects every passage, the trash included, and gives the reader the file (several, where one would be too long); then tells the background when that was.
 * @param onProgress called with how many passages have been collected
 * @throws DatelineError
 */
export async function backUp(onProgress: (done: number) => void): Promise<void> {
  // What is changed while we collect counts as changed since.
  const made = new Date().toISOString();
  const highlights: Highlight[] = [];
  for (let more = true; more; ) {
    const after = highlights.at(-1)?.id ?? null;
    const part = await askBackground('highlights-after', { after, limit: AT_A_TIME });
    highlights.push(...part.highlights);
    onProgress(highlights.length);
    more = part.more;
  }
  const texts = backupTexts(highlights, made);
  for (const [place, text] of texts.entries()) {
    giveFile(`dateline-${made.slice(0, 10)}${texts.length > 1 ? `-${place + 1}` : ''}.json`, [text]);
  }
  await askBackground('backed-up', { at: made });
}
