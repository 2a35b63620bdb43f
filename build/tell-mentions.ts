/** What a reader would find on a page, printed: every mention, and what the card behind it says the thing was that day. */
import type { Mark, Reader } from '../extension/e2e/harness/reader.ts';

/** Taller than most articles: marks are painted only near the view, so the view is made to hold the whole page. */
const WHOLE_PAGE = { width: 1280, height: 12_000 };
const WINDOW = { width: 1280, height: 900 };
/** Marks have settled when nothing was painted for so long. */
const SETTLED_MS = 700;

/** Prints each different mention once with its card, and leaves the first card open in a view of ordinary size. */
export async function tellMentions(reader: Reader): Promise<void> {
  await reader.page.setViewport(WHOLE_PAGE);
  await reader.marksUntil('a mention on this page', (marks) => marks.length > 0);
  const marks = await settledMarks(reader);
  const different = new Map(marks.map((mark) => [`${mark.text} (${mark.kind})`, mark]));
  console.log(`${marks.length} mentions, ${different.size} different:\n`);
  for (const [label, mark] of different) {
    const card = await reader.cardFor(mark.text);
    const line = await reader.inCard((root) => root.querySelector('.status')?.textContent, null);
    console.log(`${label}\n    ${card.name}: ${line?.trim() ?? ''}`);
    await reader.closeCard();
  }
  await reader.page.setViewport(WINDOW);
  const [first] = marks;
  if (first !== undefined) await reader.cardFor(first.text);
}

async function settledMarks(reader: Reader): Promise<readonly Mark[]> {
  for (let before: readonly Mark[] = []; ; ) {
    const now = await reader.marks();
    if (now.length > 0 && now.length === before.length) return now;
    before = now;
    await new Promise((resolve) => setTimeout(resolve, SETTLED_MS));
  }
}
