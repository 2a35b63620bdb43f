import { describe, expect } from 'vitest';
import type { Reader } from './harness/reader.ts';
import { test } from './harness/test.ts';
import { until } from './harness/until.ts';
import { articlePage, STORY } from './pages/story.ts';

/** A page with something of its own to hold the focus. */
const PAGE = articlePage(STORY).replace('<h1>', '<button id="site-button">Menu</button><h1>');

async function openFocused(reader: Reader, address: string): Promise<void> {
  await reader.open(address);
  await reader.marksUntil('Damascus marked', (marks) => marks.some(({ text }) => text === 'Damascus'));
  await reader.page.focus('#site-button');
}

/** The name of the open card, once the focus is inside it. */
async function focusedCard(reader: Reader, wanted: string): Promise<void> {
  await until(`the focus in the card of ${wanted}`, () =>
    reader.inCard(
      (root, name) => root.activeElement?.matches('.card') === true && root.querySelector('h2')?.textContent === name,
      wanted,
    ),
  );
}

const focusInPage = (reader: Reader): Promise<string> => reader.page.evaluate(() => document.activeElement?.id ?? '');

describe('by key', () => {
  test('the next and the previous mention open their cards with the focus inside, in reading order', async ({
    news,
    reader,
    running,
  }) => {
    news.publish('www.dw.com/keys', PAGE);
    await openFocused(reader, 'https://www.dw.com/keys');
    await running.command('next-mention');
    await focusedCard(reader, 'Recep Tayyip Erdoğan');
    await running.command('next-mention');
    await focusedCard(reader, 'Vladimir Putin');
    await running.command('previous-mention');
    await focusedCard(reader, 'Recep Tayyip Erdoğan');
  });

  test('Escape closes the card and gives the focus back to where it was', async ({ news, reader, running }) => {
    news.publish('www.dw.com/escape', PAGE);
    await openFocused(reader, 'https://www.dw.com/escape');
    await running.command('next-mention');
    await focusedCard(reader, 'Recep Tayyip Erdoğan');
    expect(await focusInPage(reader)).not.toBe('site-button');
    await reader.closeCard();
    expect(await focusInPage(reader)).toBe('site-button');
  });

  test('the toggle takes every mark off this site and puts them back', async ({ news, reader, running }) => {
    news.publish('www.dw.com/toggle', PAGE);
    await openFocused(reader, 'https://www.dw.com/toggle');
    await running.command('toggle');
    await reader.marksUntil('no mark left', (marks) => marks.length === 0);
    await running.command('toggle');
    await reader.marksUntil('marks again', (marks) => marks.some(({ text }) => text === 'Damascus'));
  });
});

describe('by finger', () => {
  test('a tap on a narrow screen opens the card as a sheet at the foot of the view, and a tap beside it closes it', async ({
    news,
    reader,
    running,
    skip,
  }) => {
    if (running.target === 'firefox') skip('Firefox emulates no touch screen over its remote protocol');
    news.publish('www.dw.com/tap', PAGE);
    await reader.page.setViewport({ width: 390, height: 844, hasTouch: true, isMobile: true });
    await reader.open('https://www.dw.com/tap');
    const { x, y } = await until('Damascus in view', () => reader.middleOf('Damascus'));
    await reader.page.touchscreen.tap(x, y);
    const box = await until('a sheet', () =>
      reader.inCard((root) => {
        const sheet = root.querySelector('.place.sheet');
        // Once it has slid in.
        if (sheet === null || sheet.getAnimations().length > 0) return undefined;
        const { left, right, bottom, height } = sheet.getBoundingClientRect();
        return { left, right, fromFoot: innerHeight - bottom, height };
      }, null),
    );
    expect(box).toMatchObject({ left: 0, right: await reader.page.evaluate(() => innerWidth), fromFoot: 0 });
    expect(box.height).toBeGreaterThan(100);
    await reader.page.touchscreen.tap(195, 20);
    await reader.cardClosed();
  });
});
