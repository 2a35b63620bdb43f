import type { Page } from 'puppeteer-core';
import { describe, expect, inject } from 'vitest';
import { runAxe } from './harness/axe.ts';
import type { Running } from './harness/launch.ts';
import { selectWithMouse } from './harness/passages.ts';
import { openedPanel, openPanelFor, publishWithSaved } from './harness/saved.ts';
import { test } from './harness/test.ts';
import { until } from './harness/until.ts';
import { articlePage, STORY, type Story } from './pages/story.ts';

const ACCORD = 'the Sochi accord of September 2018 has to be carried out in full';
const TELEPHONE = 'spoke by telephone on Friday';
const GONE = 'a delegation is expected within days';

/** Long enough that its end is out of view at first. */
const LONG_STORY: Story = {
  ...STORY,
  paragraphs: [
    STORY.paragraphs[0] ?? '',
    ...Array.from({ length: 60 }, (_, place) => `Line ${place} of a long report tells of roads, weather and bread.`),
    ...STORY.paragraphs.slice(1),
  ],
};

/** What the panel shows, as text: the two lists and the group of passages that were not found. */
function lists(panel: Page): Promise<{ entities: string[]; found: string[]; lost: string[] }> {
  return panel.evaluate(() => {
    const texts = (selector: string) => [...document.querySelectorAll(selector)].map((element) => element.textContent ?? '');
    return {
      entities: texts('.entities li bdi'),
      found: texts('.highlight:not([data-how="not-found"]) .quote'),
      lost: texts('.highlight[data-how="not-found"] .quote'),
    };
  });
}

/** Waits until so many passages are listed. */
async function listed(panel: Page, count: number): Promise<void> {
  await until(`${count} passages in the panel`, async () => {
    const { found, lost } = await lists(panel);
    return found.length + lost.length === count;
  });
}

/** Waits until something in the panel has this text. */
async function says(panel: Page, selector: string, text: string): Promise<void> {
  await until(`${selector} to say '${text}'`, () =>
    panel.evaluate(
      (where, wanted) => [...document.querySelectorAll(where)].some((element) => element.textContent?.includes(wanted)),
      selector,
      text,
    ),
  );
}

async function noteIn(panel: Page, quote: string): Promise<string> {
  return panel.evaluate(
    (words) =>
      [...document.querySelectorAll('.highlight')]
        .find((item) => item.querySelector('.quote')?.textContent === words)
        ?.querySelector('textarea')?.value ?? '',
    quote,
  );
}

/** What has the focus, as a screen reader would name it. */
function focused(panel: Page): Promise<string> {
  return panel.evaluate(() => document.activeElement?.getAttribute('aria-label') ?? document.activeElement?.textContent ?? '');
}

interface Scene {
  readonly running: Running;
  readonly reader: { open(address: string): Promise<void>; readonly page: Page };
}

async function readWithPanel({ running, reader }: Scene, address: string): Promise<Page> {
  await reader.open(address);
  return openPanelFor(running, address);
}

describe('the panel beside an article', () => {
  test('lists entities and passages in reading order, those not found apart, and leads to them', async ({
    news,
    running,
    reader,
  }) => {
    const address = 'https://panel-lists.example/story';
    await publishWithSaved({ news, running }, 'panel-lists.example/story', LONG_STORY, [[ACCORD], [GONE], [TELEPHONE]]);
    const panel = await readWithPanel({ running, reader }, address);
    await listed(panel, 3);
    await until('the passages to be found', async () => (await lists(panel)).lost.length === 1);
    const { entities, found, lost } = await lists(panel);
    expect(entities.slice(0, 3)).toEqual(['Recep Tayyip Erdoğan', 'Vladimir Putin', 'Idlib']);
    expect(found).toEqual([TELEPHONE, ACCORD]);
    expect(lost).toEqual([GONE]);
    await says(panel, 'h1', LONG_STORY.title);
    await says(panel, 'header .note', 'panel-lists.example · written 21 Feb 2020');

    await panel.evaluate((words) => {
      const quotes = [...document.querySelectorAll<HTMLElement>('.quote')];
      quotes.find((quote) => quote.textContent === words)?.click();
    }, ACCORD);
    await until('the article to scroll to the passage', () => reader.page.evaluate(() => scrollY > 300));
    await panel.evaluate(() => document.querySelector<HTMLElement>('.entities li button')?.click());
    await until('the article to scroll back to the first name', () => reader.page.evaluate(() => scrollY < 300));
    await panel.close();
  });

  test('saves a note as it is typed, also with the background asleep, and keeps it', async ({ news, running, reader }) => {
    const address = 'https://panel-note.example/story';
    await publishWithSaved({ news, running }, 'panel-note.example/story', STORY, [[ACCORD]]);
    const panel = await readWithPanel({ running, reader }, address);
    await listed(panel, 1);
    await panel.bringToFront();
    await panel.focus('.highlight textarea');
    await panel.keyboard.type('Compare with March');
    await says(panel, '.note-state', 'Saved');
    await running.stopBackground();
    await panel.keyboard.type(', word for word.');
    await says(panel, '.note-state', 'Saved');
    expect(await noteIn(panel, ACCORD)).toBe('Compare with March, word for word.');
    await panel.close();
    const again = await openPanelFor(running, address);
    await listed(again, 1);
    expect(await noteIn(again, ACCORD)).toBe('Compare with March, word for word.');

    await again.bringToFront();
    await again.click('.tool[aria-label="More"]');
    await again.evaluate(() => document.querySelector<HTMLElement>('.more button:last-child')?.click());
    await says(again, '.note-versions', 'Compare with March');
    await again.close();
  });

  test('closed in the middle of a word has kept it', async ({ news, running, reader }) => {
    const address = 'https://panel-closed.example/story';
    await publishWithSaved({ news, running }, 'panel-closed.example/story', STORY, [[ACCORD]]);
    const panel = await readWithPanel({ running, reader }, address);
    await listed(panel, 1);
    await panel.bringToFront();
    await panel.focus('.highlight textarea');
    await panel.keyboard.type('unfinish');
    await panel.close();
    const again = await openPanelFor(running, address);
    await listed(again, 1);
    await until('the note', async () => (await noteIn(again, ACCORD)) === 'unfinish');
    await again.close();
  });

  test('takes tags and a colour by keyboard, and shows what changes elsewhere', async ({ news, running, reader }) => {
    const address = 'https://panel-tags.example/story';
    await publishWithSaved({ news, running }, 'panel-tags.example/story', STORY, [[ACCORD]]);
    const panel = await readWithPanel({ running, reader }, address);
    const other = await openPanelFor(running, address);
    await listed(panel, 1);
    await panel.bringToFront();
    await panel.focus('.tag-field input');
    await panel.keyboard.type('ceasefire');
    await panel.keyboard.press('Enter');
    await panel.keyboard.type('to read,');
    await says(panel, '.chip', 'to read');
    await says(other, '.chip', 'ceasefire');
    await panel.keyboard.press('Backspace');
    await until('the last tag to go', () => panel.evaluate(() => document.querySelectorAll('.chip').length === 1));
    await panel.focus('.colours input:checked');
    await panel.keyboard.press('ArrowRight');
    await until('the other panel to be green', () =>
      other.evaluate(() => document.querySelector<HTMLElement>('.highlight')?.dataset['colour'] === 'green'),
    );
    expect(await focused(panel)).toBe('Quote');
    await other.close();
    await panel.close();
  });

  test('deletes by key with the focus on the next passage, takes it back, and keeps it in the trash', async ({
    news,
    running,
    reader,
  }) => {
    const address = 'https://panel-trash.example/story';
    await publishWithSaved({ news, running }, 'panel-trash.example/story', STORY, [[TELEPHONE], [ACCORD]]);
    const panel = await readWithPanel({ running, reader }, address);
    await listed(panel, 2);
    await panel.bringToFront();
    await panel.focus('.quote');
    await panel.keyboard.press('ArrowDown');
    expect(await focused(panel)).toBe(ACCORD);
    await panel.keyboard.press('ArrowUp');
    await panel.keyboard.press('Delete');
    await listed(panel, 1);
    await until('the focus on the next passage', async () => (await focused(panel)) === ACCORD);
    await panel.click('.toast .undo');
    await listed(panel, 2);
    await until('the focus on the passage brought back', async () => (await focused(panel)) === TELEPHONE);
    await panel.keyboard.press('Delete');
    await listed(panel, 1);

    const trash = await running.openOwnPage('history/history.html#trash');
    await says(trash, '#trash .quote', TELEPHONE);
    await trash.evaluate((words) => {
      const items = [...document.querySelectorAll('#trash .highlight')];
      items
        .find((item) => item.textContent?.includes(words))
        ?.querySelector<HTMLElement>('.main')
        ?.click();
    }, TELEPHONE);
    await listed(panel, 2);
    await trash.close();
    await panel.close();
  });
});

describe('a note asked for in the page', () => {
  test('has the cursor in it', async ({ news, running, reader }) => {
    news.publish('panel-wanted.example/story', articlePage(STORY));
    await reader.open('https://panel-wanted.example/story');
    await reader.marksUntil('the page read', (marks) => marks.length > 0);
    await selectWithMouse(reader.page, ACCORD);
    await reader.clickInCard('.highlight-toolbar [aria-label="Note"]');
    const panel = await openedPanel(running);
    await until('the cursor in the note', async () => (await focused(panel)).startsWith('Note on “the Sochi accord'));
    await panel.keyboard.type('Asked for.');
    await says(panel, '.note-state', 'Saved');
    await panel.close();
  });
});

describe("the browser's own panel", () => {
  test.runIf(inject('target') === 'chromium')(
    'is opened from the popup, about the tab in front',
    async ({ news, running, reader }) => {
      await publishWithSaved({ news, running }, 'panel-real.example/story', STORY, [[ACCORD]]);
      await reader.open('https://panel-real.example/story');
      const before = await openPanelFor(running, 'https://panel-real.example/story');
      const popup = await running.openOwnPage(`popup/popup.html${new URL(before.url()).search}`);
      await before.close();
      const button = await until('the button', async () => (await popup.$('.panel-offer button')) ?? undefined);
      await button.click();
      await reader.page.bringToFront();
      const found = await running.browser.waitForTarget((one) => one.url() === running.address('sidebar/sidebar.html'));
      const panel = await found.asPage();
      await until('the article in it', async () => (await lists(panel)).found.includes(ACCORD));
      await panel.close();
    },
  );
});

describe('an automatic check of the panel', () => {
  test.for(['light', 'dark'] as const)('finds nothing on it in %s', async (theme, { news, running, reader }) => {
    const address = `https://panel-axe-${theme}.example/story`;
    await publishWithSaved({ news, running }, `panel-axe-${theme}.example/story`, STORY, [
      [ACCORD, { note: 'A note', tags: ['to read'] }],
      [GONE],
    ]);
    const panel = await readWithPanel({ running, reader }, address);
    await listed(panel, 2);
    await panel.evaluate((chosen) => {
      document.body.dataset['theme'] = chosen;
      for (const details of document.querySelectorAll('details')) details.open = true;
    }, theme);
    const { violations, checked } = await runAxe(panel, 'html');
    expect(violations).toEqual([]);
    expect(checked).toBeGreaterThan(20);
    await panel.close();
  });
});
