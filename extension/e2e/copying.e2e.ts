/** A quote with its source on the clipboard, read back by pasting it. */
import type { Page } from 'puppeteer-core';
import { describe, expect } from 'vitest';
import { selectWithMouse, toolbar } from './harness/passages.ts';
import { openPanelFor, publishWithSaved } from './harness/saved.ts';
import { test } from './harness/test.ts';
import { until } from './harness/until.ts';
import { articlePage, page, STORY } from './pages/story.ts';

const ACCORD = 'the Sochi accord of September 2018 has to be carried out in full';

/** What is pasted into an empty field of a page. */
async function pasted(field: Page): Promise<string> {
  await field.bringToFront();
  await field.evaluate(() => {
    const area = document.querySelector('textarea');
    if (area === null) throw new Error('no field');
    area.value = '';
    area.focus();
  });
  await field.keyboard.down('Control');
  await field.keyboard.press('v');
  await field.keyboard.up('Control');
  return field.evaluate(() => document.querySelector('textarea')?.value ?? '');
}

const plain = (address: string, day: string): string =>
  `“${ACCORD}”\n— ${STORY.title}, ${new URL(address).host}, ${day}. ${address}\n`;
const markdown = (address: string, day: string): string =>
  `> ${ACCORD}\n>\n> — [${STORY.title}](<${address}>), ${new URL(address).host}, ${day}\n`;

describe('a quote is copied with its source', () => {
  test('from the toolbar in the page, plain and with Shift as Markdown', async ({ news, running, reader }) => {
    const address = 'https://copying.example/story';
    news.publish('copying.example/story', articlePage(STORY));
    news.publish('copying.example/field', page(STORY, '<textarea></textarea>'));
    const field = await running.browser.newPage();
    await field.goto('https://copying.example/field');
    for (const [key, expected] of [
      [undefined, plain(address, '2020-02-21')],
      ['Shift', markdown(address, '2020-02-21')],
    ] as const) {
      await reader.open(address);
      await reader.marksUntil('the page read', (marks) => marks.length > 0);
      await selectWithMouse(reader.page, ACCORD);
      await until('the toolbar', () => toolbar(reader));
      if (key !== undefined) await reader.page.keyboard.down(key);
      await reader.clickInCard('.highlight-toolbar [aria-label^="Copy quote with source"]');
      if (key !== undefined) await reader.page.keyboard.up(key);
      await until('the copy on the clipboard', async () => (await pasted(field)) === expected);
      expect(await pasted(field)).toBe(expected);
    }
    await field.close();
  });

  test('from the panel, plain and as Markdown', async ({ news, running, reader }) => {
    const address = 'https://panel-copying.example/story';
    await publishWithSaved({ news, running }, 'panel-copying.example/story', STORY, [[ACCORD]]);
    news.publish('panel-copying.example/field', page(STORY, '<textarea></textarea>'));
    const field = await running.browser.newPage();
    await field.goto('https://panel-copying.example/field');
    await reader.open(address);
    const panel = await openPanelFor(running, address);
    const press = async (name: string): Promise<void> => {
      await panel.bringToFront();
      const button = await until(`'${name}'`, async () => {
        const handle = await panel.$(`::-p-xpath(//button[@aria-label="${name}" or text()="${name}"])`);
        return handle ?? undefined;
      });
      await button.click();
    };
    await press('Copy quote with source');
    await until('the copy on the clipboard', async () => (await pasted(field)) === plain(address, '21 Feb 2020'));
    await press('More');
    await press('Copy as Markdown');
    await until('the copy on the clipboard', async () => (await pasted(field)) === markdown(address, '21 Feb 2020'));
    await panel.close();
    await field.close();
  });
});
