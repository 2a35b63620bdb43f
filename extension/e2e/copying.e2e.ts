/** A quote with its source on the clipboard, read back by pasting it. */
import type { Page } from 'puppeteer-core';
import { openPanelFor, publishWithSaved } from './harness/saved.ts';
import { test } from './harness/test.ts';
import { until } from './harness/until.ts';
import { page, STORY } from './pages/story.ts';

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

test('a quote is copied with its source from the panel, plain and as Markdown', async ({ news, running, reader }) => {
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
