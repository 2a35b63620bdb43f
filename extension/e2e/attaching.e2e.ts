/** A passage whose words are gone from the article is given other words by hand. */
import type { Page } from 'puppeteer-core';
import { expect } from 'vitest';
import { expectDrawnOn, passages, selectWithMouse } from './harness/passages.ts';
import { openPanelFor, publishWithSaved } from './harness/saved.ts';
import { test } from './harness/test.ts';
import { until } from './harness/until.ts';
import { STORY } from './pages/story.ts';

const GONE = 'a delegation is expected within days';
const INSTEAD = 'more troops to its observation posts';

const attach = (panel: Page): Promise<void> =>
  panel.evaluate(() => {
    const button = [...document.querySelectorAll('button')].find(({ textContent }) => textContent === 'Attach to the selection');
    if (button === undefined) throw new Error('nothing to attach');
    button.click();
  });

test('a passage that was not found is attached to the selection, drawn there, and found there on the next visit', async ({
  news,
  running,
  reader,
}) => {
  const address = 'https://attaching.example/story';
  await publishWithSaved({ news, running }, 'attaching.example/story', STORY, [[GONE, { note: 'Of the older version.' }]]);
  await reader.open(address);
  await reader.marksUntil('the page read', (marks) => marks.length > 0);
  const panel = await openPanelFor(running, address);
  const says = (text: string): Promise<boolean> =>
    until(text, () => panel.evaluate((wanted) => document.body.textContent?.includes(wanted) ?? false, text));
  await says(GONE);
  await attach(panel);
  await says('Select the words in the article first');

  await reader.page.bringToFront();
  await selectWithMouse(reader.page, INSTEAD);
  await attach(panel);
  await says('Attached.');
  await expectDrawnOn(reader, INSTEAD);
  const listed = () =>
    panel.evaluate(() => ({
      quote: document.querySelector('.highlight .quote')?.textContent,
      note: document.querySelector<HTMLTextAreaElement>('.highlight textarea')?.value,
    }));
  await until('the panel to have its new words', async () => (await listed()).quote === INSTEAD);
  expect((await listed()).note).toBe('Of the older version.');
  await reader.page.reload();
  await expectDrawnOn(reader, INSTEAD);
  expect(await passages(reader)).toHaveLength(1);
  await panel.close();
});
