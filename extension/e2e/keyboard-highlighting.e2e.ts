/** Selecting and highlighting without a mouse. */
import { describe, expect, inject } from 'vitest';
import {
  ACCORD,
  boxesOfText,
  covers,
  expectDrawnOn,
  openStory,
  passages,
  passagesUntil,
  type SeenBox,
  type SeenPassage,
  selectWithMouse,
  toast,
  toolbar,
} from './harness/passages.ts';
import type { Reader } from './harness/reader.ts';
import { test } from './harness/test.ts';
import { until } from './harness/until.ts';
import { ARABIC_STORY, articlePage, columnsPage, liveBlog, STORY } from './pages/story.ts';

describe('with the keyboard alone', () => {
  // Chromium moves a selection by keys only under caret browsing, which cannot be switched on from outside.
  test.skipIf(inject('target') === 'chromium')(
    'a passage is selected letter by letter and highlighted',
    async ({ news, reader }) => {
      news.publish('www.example.com/letters', articlePage(STORY));
      await openStory(reader, 'www.example.com/letters');
      await selectFirstLetter(reader, 'Both said');
      await reader.page.keyboard.down('Shift');
      for (let key = 1; key < 'Both said'.length; key++) await reader.page.keyboard.press('ArrowRight');
      await reader.page.keyboard.up('Shift');
      await chooseByKey(reader);
      await expectDrawnOn(reader, 'Both said');
    },
  );

  test('everything is selected, and the toolbar reached, used and left', async ({ news, reader }) => {
    news.publish('www.example.com/keys', articlePage(STORY));
    await openStory(reader, 'www.example.com/keys');
    await reader.page.keyboard.down('Control');
    await reader.page.keyboard.press('a');
    await reader.page.keyboard.up('Control');
    await chooseByKey(reader);
    const drawn = await passagesUntil(reader, 1 + STORY.paragraphs.length);
    for (const [at, text] of [STORY.title, ...STORY.paragraphs].entries())
      expect(covers(drawn[at]?.lines ?? [], await boxesOfText(reader.page, text)), text).toBe(true);
    expect(drawn[0]?.classes).toBe('passage green');
    await toast(reader, 'Highlighted');
  });

  test('Escape puts the toolbar away and leaves the selection', async ({ news, reader }) => {
    news.publish('www.example.com/escape', articlePage(STORY));
    await openStory(reader, 'www.example.com/escape');
    await selectWithMouse(reader.page, ACCORD);
    await until('the toolbar', () => toolbar(reader));
    await reader.page.keyboard.press('Escape');
    await until('no toolbar', async () => (await toolbar(reader)) !== true);
    expect(await reader.page.evaluate(() => String(getSelection()))).toBe(ACCORD);
  });

  test('the command saves what is selected, in the colour used last', async ({ news, reader, running }) => {
    news.publish('www.example.com/command', articlePage(STORY));
    await openStory(reader, 'www.example.com/command');
    await selectWithMouse(reader.page, ACCORD);
    await until('the toolbar', () => toolbar(reader));
    await running.command('highlight');
    await expectDrawnOn(reader, ACCORD);
    await toast(reader, 'Highlighted');
  });

  // Where only all of a page can be selected by keys, as in Chromium, its last words tell.
  test.for([
    ['in columns', 'columns', columnsPage(STORY), 'Both said', 'ArrowRight'],
    ['from right to left', 'arabic', articlePage(ARABIC_STORY), 'وأكد الجانبان', 'ArrowLeft'],
    ['deep in a long live blog', 'live', liveBlog(400), 'the convoy 2100', 'ArrowRight'],
  ] as const)('a page %s', async ([, path, body, words, forwards], { news, reader }) => {
    news.publish(`www.example.com/keys-${path}`, body);
    await openStory(reader, `www.example.com/keys-${path}`);
    await boxesOfText(reader.page, words, true);
    const { keyboard } = reader.page;
    if (inject('target') === 'firefox') {
      await selectFirstLetter(reader, words);
      await keyboard.down('Shift');
      for (let key = 1; key < words.length; key++) await keyboard.press(forwards);
      await keyboard.up('Shift');
    } else {
      await keyboard.down('Control');
      await keyboard.press('a');
      await keyboard.up('Control');
    }
    await chooseByKey(reader);
    await toast(reader, 'Highlighted');
    await boxesOfText(reader.page, words, true);
    if (inject('target') === 'firefox') await expectDrawnOn(reader, words);
    else await until('its words drawn', async () => isInside(await boxesOfText(reader.page, words), await passages(reader)));
    await reader.page.reload();
    await boxesOfText(reader.page, words, true);
    await until('its words drawn again', async () => isInside(await boxesOfText(reader.page, words), await passages(reader)));
  });
});

/** Goes into the toolbar and presses its second colour. */
async function chooseByKey(reader: Reader): Promise<void> {
  await until('the toolbar', () => toolbar(reader));
  await reader.page.keyboard.down('Alt');
  await reader.page.keyboard.press('F10');
  await reader.page.keyboard.up('Alt');
  await until('the focus in it', () =>
    reader.inCard((root) => root.activeElement?.getAttribute('aria-label') === 'Key fact', null),
  );
  await reader.page.keyboard.press('ArrowRight');
  await reader.page.keyboard.press('Enter');
}

/** Selects the first letter of a text, as caret browsing does; from there on real keys extend the selection. */
async function selectFirstLetter(reader: Reader, text: string): Promise<void> {
  await reader.page.evaluate((wanted) => {
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
      const at = node.nodeValue?.indexOf(wanted) ?? -1;
      if (at !== -1) return getSelection()?.setBaseAndExtent(node, at, node, at + 1);
    }
    return undefined;
  }, text);
}

/** Whether each box lies in a drawn line, give or take two pixels. */
function isInside(boxes: readonly SeenBox[], drawn: readonly SeenPassage[]): boolean {
  const lines = drawn.flatMap((passage) => passage.lines);
  const inside = (box: SeenBox): boolean =>
    lines.some(
      (line) =>
        line.left <= box.left + 2 && line.right >= box.right - 2 && line.top <= box.top + 2 && line.bottom >= box.bottom - 2,
    );
  return boxes.length > 0 && boxes.every(inside);
}
