/** Saved passages on paper, where the page is laid out anew. */
import { expect } from 'vitest';
import { passagesUntil } from './harness/passages.ts';
import { filledBoxes } from './harness/printed.ts';
import { publishWithSaved } from './harness/saved.ts';
import { test } from './harness/test.ts';
import { page, type Story, STORY } from './pages/story.ts';

const ADDRESS = 'printing.example/story';
/** By which the page itself marks its third and its last paragraph on paper, behind the boxes. */
const GROUND = '#fefdfb';
const YELLOW = '#ffe58a';
const PARAGRAPHS = Array.from(
  { length: 70 },
  (_, at) =>
    `Sentence ${at} of the talks about Idlib. It goes on, so that it fills several lines on a sheet of paper in letters this large.`,
);
const LONG: Story = { ...STORY, paragraphs: PARAGRAPHS };
const SAVED = [2, 69];

/** On paper the letters are larger, the menu is gone and the column is as wide as the sheet. */
const STYLE = `<style>
  main { width: 500px; font: 16px/1.5 serif; }
  @media print {
    nav { display: none; }
    main { width: auto; font-size: 30px; }
    p:nth-of-type(3), p:last-of-type { break-inside: avoid; background: ${GROUND}; print-color-adjust: exact; }
  }
</style>`;

test('stand on their words, near the view or pages away', async ({ news, running, reader }) => {
  await publishWithSaved(
    { news, running },
    ADDRESS,
    LONG,
    SAVED.map((at) => [PARAGRAPHS[at] ?? '']),
  );
  const body = PARAGRAPHS.map((text) => `<p>${text}</p>`).join('');
  news.publish(
    ADDRESS,
    page(LONG, `${STYLE}<nav style="height: 300px">Menu</nav><main><article><h1>${LONG.title}</h1>${body}</article></main>`),
  );
  await reader.open(`https://${ADDRESS}`);
  const [onScreen] = await passagesUntil(reader, 1);
  await reader.page.evaluate(() => scrollTo(0, 40));
  const pdf = await reader.page.pdf({ format: 'A4' });
  const grounds = filledBoxes(pdf, GROUND);
  const lines = filledBoxes(pdf, YELLOW);
  expect(grounds).toHaveLength(SAVED.length);
  if (running.target === 'firefox') {
    // It prints a copy in which no script runs: no box is better than one on other words.
    expect(lines).toEqual([]);
  } else {
    for (const { left, top, right, bottom } of grounds) {
      const on = lines.filter(
        (line) => line.top >= top - 1 && line.bottom <= bottom + 1 && line.left >= left - 1 && line.right <= right + 1,
      );
      expect(on.length).toBeGreaterThan(1);
      // From the first line to the last, and a full line somewhere: what is between them is leading.
      expect(Math.min(...on.map((line) => line.top)) - top).toBeLessThan(12);
      expect(bottom - Math.max(...on.map((line) => line.bottom))).toBeLessThan(12);
      expect(Math.max(...on.map((line) => line.right - line.left))).toBeGreaterThan((right - left) / 2);
    }
    const all = grounds.flatMap(({ top, bottom }) => lines.filter((line) => line.top >= top - 1 && line.bottom <= bottom + 1));
    expect(all).toHaveLength(lines.length);
  }
  const after = await passagesUntil(reader, 1);
  expect(after[0]?.lines.length).toBe(onScreen?.lines.length);
});
