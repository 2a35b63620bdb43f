import { describe, expect, inject } from 'vitest';
import { launch, type Running } from './harness/launch.ts';
import { ACCORD, highlight, selectWithMouse, toast } from './harness/passages.ts';
import { type Mark, Reader } from './harness/reader.ts';
import { test as base } from './harness/test.ts';
import { articlePage, STORY } from './pages/story.ts';

const marked = (marks: readonly Mark[]): boolean => marks.some(({ text }) => text === 'Damascus');

/** Of its own, since it is updated under its pages. */
const test = base.extend<{ updated: Running; reader: Reader }>({
  updated: [
    async ({ news }, use) => {
      const target = inject('target');
      const updated = await launch({ target, extension: `dist/test-${target}`, proxyPort: news.port });
      await use(updated);
      await updated.stop();
    },
    { scope: 'file' },
  ],
  reader: async ({ updated }, use) => {
    const reader = await Reader.sitDown(updated);
    await use(reader);
    await reader.leave();
  },
});

/** Takes the extension away as an update does: the scripts in open pages lose it. Loaded by a driver, it does not come back. */
async function update(updated: Running): Promise<void> {
  const ownPage = await updated.openOwnPage('options/options.html');
  const gone = new Promise((resolve) => ownPage.once('close', resolve));
  await ownPage.evaluate(() =>
    setTimeout(() => (globalThis as unknown as { chrome: { runtime: { reload(): void } } }).chrome.runtime.reload()),
  );
  await gone;
}

describe.skipIf(inject('target') === 'firefox')('an extension that is gone from under an open page', () => {
  test('leaves cards that open, one host, no error, and a word where something would be saved', async ({
    news,
    reader,
    updated,
  }) => {
    news.publish('www.kurier.at/open', articlePage(STORY));
    await reader.open('https://www.kurier.at/open');
    await reader.marksUntil('the story marked', marked);
    await reader.cardFor('Idlib');
    await reader.closeCard();
    await highlight(reader, 'to its observation posts');
    await toast(reader, 'Highlighted');

    await update(updated);
    await reader.page.bringToFront();
    const { name, lines } = await reader.cardFor('Damascus');
    expect(name).toBe('Damascus');
    expect(lines.join(' ')).toContain('As of this article, 21 Feb 2020');
    expect((await reader.source()).hosts).toBe(1);
    expect(reader.errors).toEqual([]);

    await reader.closeCard();
    await selectWithMouse(reader.page, ACCORD);
    await reader.clickInCard('.highlight-toolbar [aria-label="Key fact"]');
    await toast(reader, 'Dateline was updated. Reload the page');
    expect((await reader.source()).hosts).toBe(1);
  });
});
