import { isDeepStrictEqual } from 'node:util';
import type { Page } from 'puppeteer-core';
import { describe, expect, inject } from 'vitest';
import { runAxe } from './harness/axe.ts';
import {
  ACCORD,
  choose,
  focused,
  GONE,
  headings,
  HOME,
  IN_ARABIC,
  lists,
  look,
  openHistory,
  POSTS,
  press,
  SAVED,
  savedOn,
  says,
  stored,
  TELEPHONE,
} from './harness/history-page.ts';
import { launch, type Running } from './harness/launch.ts';
import type { News } from './harness/news.ts';
import { askBackground } from './harness/own-page.ts';
import { Reader } from './harness/reader.ts';
import { savedPassage } from './harness/saved.ts';
import { test as base } from './harness/test.ts';
import { until } from './harness/until.ts';
import { articlePage, STORY, type Story } from './pages/story.ts';

/** A browser that nothing was saved in by other files: what is counted here is all there is. */
const test = base.extend<{ alone: Running }>({
  alone: [
    async ({ news }, use) => {
      const target = inject('target');
      const running = await launch({ target, extension: `dist/test-${target}`, proxyPort: news.port });
      await use(running);
      await running.stop();
    },
    { scope: 'file' },
  ],
});

describe('finding', () => {
  test.for<[name: string, query: string, wanted: readonly string[]]>([
    ['a word of the passage, by its beginning', 'telep', [TELEPHONE]],
    ['a word of a note', 'compare', [ACCORD]],
    ['a word of the title', 'aleppo', [POSTS]],
    ['a tag with the Turkish dotted letter', 'tag:idlib', [ACCORD]],
    ['an Arabic word without its article', 'اتفاق', [IN_ARABIC]],
    ['words that must all be there', 'sochi telephone', []],
    ['a phrase', '"has to be carried out"', [ACCORD]],
    ['a phrase whose words stand apart', '"carried be to has out"', []],
    ['a site', 'site:other.example', [POSTS]],
    ['before a day', 'before:2026-11-18', [POSTS, IN_ARABIC]],
  ])('%s', async ([, query, wanted], { alone }) => {
    const page = await openHistory(alone);
    await look(page, query);
    await lists(page, wanted);
    if (wanted.length === 0) {
      await says(page, '.said', 'Nothing found');
      await press(page, '.said button', 'Clear search and filters');
      await lists(
        page,
        SAVED.map(({ anchor }) => anchor.quote.exact),
      );
    }
  });

  test('marks what was found in its place', async ({ alone }) => {
    const page = await openHistory(alone);
    await look(page, 'idlib sochi');
    // What is found of the first word is drawn while the second is typed.
    await until('marks of both words', async () => {
      const marked = await page.evaluate(() =>
        [...document.querySelectorAll('.article mark')].map(({ textContent }) => textContent),
      );
      return isDeepStrictEqual(new Set(marked), new Set(['Sochi', 'İdlib', 'Idlib']));
    });
  });

  test('filters say how many they leave, join, and are taken back', async ({ alone }) => {
    const page = await openHistory(alone);
    await says(page, '.filters .choice', 'Idlib2');
    await says(page, '.filters .choice', 'thesis2');
    await press(page, '.filters .choice', 'Idlib');
    await lists(page, [ACCORD, TELEPHONE]);
    await press(page, '.filters .choice', 'Question');
    await lists(page, [TELEPHONE]);
    await says(page, '.result [role=status]', '1 passage');
    await press(page, '.filters .choice', 'Question');
    await press(page, '.filters .choice', 'Idlib');
    await press(page, '.filters .choice', 'With a note');
    await lists(page, [ACCORD, IN_ARABIC]);
  });

  test('sorts and groups', async ({ alone }) => {
    const page = await openHistory(alone);
    await until('a heading for each day', async () => (await headings(page)).length === 5);
    await choose(page, 'Sort by', 'site');
    await lists(page, [IN_ARABIC, ACCORD, TELEPHONE, GONE, POSTS]);
    await until(
      'a heading for each site',
      async () => (await headings(page)).join() === 'arab.example,history.example,other.example',
    );
    await choose(page, 'Sort by', 'written');
    await lists(page, [POSTS, ACCORD, TELEPHONE, GONE, IN_ARABIC]);
    await choose(page, 'Sort by', 'saved');
    await choose(page, 'Group by', 'entity');
    await lists(page, [ACCORD, ACCORD, TELEPHONE, GONE, POSTS, IN_ARABIC]);
    await says(page, '.result [role=status]', '5 passages');
    // Names come with the counts of the filters, a little after the passages.
    await until('a heading for each entity', async () => (await headings(page)).slice(1).join() === 'Idlib,Naming nothing known');
  });
});

describe('by keyboard alone', () => {
  test('moves, edits a note, and comes back to its passage', async ({ alone }) => {
    const page = await openHistory(alone);
    await page.keyboard.press('j');
    await page.keyboard.press('j');
    await page.keyboard.press('k');
    expect(await focused(page)).toBe(ACCORD);
    await page.keyboard.press('j');
    await page.keyboard.press('e');
    await until('the note', () => page.evaluate(() => document.activeElement?.tagName === 'TEXTAREA'));
    await page.keyboard.type('jot this down: #x u ?');
    await says(page, '.note-state', 'Saved');
    await page.keyboard.press('Escape');
    await until('the passage to have the focus', async () => (await focused(page)) === TELEPHONE);
    await says(page, '.kept-note', 'jot this down: #x u ?');
    expect((await stored(page, TELEPHONE)).note).toBe('jot this down: #x u ?');
  });

  test('deletes, goes on to the next, and takes it back', async ({ alone }) => {
    const page = await openHistory(alone);
    await page.keyboard.press('j');
    await page.keyboard.press('#');
    await lists(page, [TELEPHONE, GONE, POSTS, IN_ARABIC]);
    await until('the next to have the focus', async () => (await focused(page)) === TELEPHONE);
    await says(page, '.toast', '1 passage moved to the trash');
    await page.keyboard.press('u');
    await lists(page, [ACCORD, TELEPHONE, GONE, POSTS, IN_ARABIC]);
    expect((await stored(page, ACCORD)).deleted).toBeNull();
    await page.keyboard.press('u');
    await says(page, '.toast', 'Nothing to undo');
  });

  test('tags and recolours what is selected, and takes both back', async ({ alone }) => {
    const page = await openHistory(alone);
    await look(page, 'site:history.example');
    await lists(page, [ACCORD, TELEPHONE, GONE]);
    await page.keyboard.press('j');
    await page.keyboard.press('x');
    await press(page, '.bulk button', 'Select all found');
    await says(page, '.bulk strong', '3 selected');
    await page.focus('.bulk input[type=text]');
    await page.keyboard.type('March');
    await page.keyboard.press('Enter');
    await says(page, '.toast', '3 passages changed');
    expect((await stored(page, ACCORD)).tags).toEqual(['March', 'thesis', 'İdlib']);
    await press(page, '.toast .undo', 'Undo');
    await says(page, '.toast', 'Undone');
    await until('the tags of before', async () => (await stored(page, ACCORD)).tags.join() === 'thesis,İdlib');
    expect((await stored(page, GONE)).tags).toEqual([]);
  });
});

test('the trash gives back and forgets', async ({ alone }) => {
  const page = await openHistory(alone);
  await page.keyboard.press('j');
  await page.keyboard.press('#');
  await page.keyboard.press('#');
  await lists(page, [GONE, POSTS, IN_ARABIC]);
  await press(page, '.view', 'Trash');
  await says(page, 'main', TELEPHONE);
  await says(page, 'main', ACCORD);
  await press(page, 'main button', 'Restore');
  await says(page, '.toast', 'Restored');
  // Until the list is read anew, the restored one stands in it, too, and cannot be deleted for good.
  await until('one left in the trash', async () => (await page.$$('#trash li')).length === 1);
  await press(page, 'main button', 'Delete for good');
  await says(page, 'main', 'The trash is empty');
  expect((await askBackground(page, 'highlights-after', { after: null, limit: 2000 })).highlights.length).toBe(4);
});

describe('opening in the article', () => {
  const long: Story = {
    ...STORY,
    paragraphs: [
      ...STORY.paragraphs.slice(0, 1),
      ...Array.from({ length: 60 }, (_, place) => `Line ${place} of a long report tells of roads, weather and bread.`),
      ...STORY.paragraphs.slice(1),
    ],
  };
  const publish = (news: News): void => {
    news.publish('history.example/story', articlePage(long));
  };
  const tabOf = (running: Running): Promise<Page> =>
    until('the article', async () => (await running.browser.pages()).find((one) => one.url() === HOME));
  const scrolled = (article: Page): Promise<unknown> =>
    until('the article to scroll to the passage', () => article.evaluate(() => scrollY > 300));

  test('opens a tab, scrolls there, and turns to that tab the next time', async ({ news, alone }) => {
    publish(news);
    const page = await openHistory(alone);
    await page.keyboard.press('j');
    await page.keyboard.press('o');
    const article = await tabOf(alone);
    await scrolled(article);
    await article.evaluate(() => scrollTo(0, 0));
    const tabs = (await alone.browser.pages()).length;
    await page.bringToFront();
    await page.keyboard.press('o');
    await scrolled(article);
    expect((await alone.browser.pages()).length).toBe(tabs);
    await article.close();
  });

  test('a passage its page no longer holds is listed as such, with where it stood', async ({ news, alone }) => {
    publish(news);
    const page = await openHistory(alone);
    const article = await Reader.sitDown(alone);
    await article.open(HOME);
    await says(page, '.finding', 'The page no longer holds this passage');
    await page.bringToFront();
    await says(page, '.filters .choice', 'Not found on the page1');
    await press(page, '.filters .choice', 'Not found on the page');
    await lists(page, [GONE]);
    await page.click('.finding summary');
    await says(page, '.finding .paragraph', `It was said that ${GONE}, and no more.`);
    await article.leave();
  });

  test('a passage its page holds in other words is listed with what changed', async ({ news, alone }) => {
    const reworded = STORY.paragraphs.map((text) => text.replace('has to be carried', 'must be carried'));
    news.publish('history.example/story', articlePage({ ...STORY, paragraphs: reworded }));
    const page = await openHistory(alone);
    const article = await Reader.sitDown(alone);
    await article.open(HOME);
    await says(page, '.finding', 'text changed');
    await page.bringToFront();
    await page.click('.finding .changes summary');
    await says(page, '.changed-words del', 'has to');
    await says(page, '.changed-words ins', 'must');
    await says(page, '.filters .choice', 'Not found on the page1');
    await article.leave();
  });
});

test('what is saved elsewhere comes into the list by itself', async ({ alone }) => {
  const page = await openHistory(alone);
  const elsewhere = await alone.openOwnPage('options/options.html');
  await askBackground(elsewhere, 'merge-highlights', {
    highlights: [savedPassage(STORY, HOME, 'Damascus wants them to leave', savedOn('2026-11-21'))],
  });
  await elsewhere.close();
  await lists(page, ['Damascus wants them to leave', ACCORD, TELEPHONE, GONE, POSTS, IN_ARABIC]);
});

describe('an automatic check finds nothing', () => {
  const SIZES = { wide: 1320, narrow: 390 } as const;
  test.for(['light', 'dark'] as const)(
    'in %s, wide and narrow, while passages are selected and edited',
    async (theme, { alone }) => {
      const options = await alone.openOwnPage('options/options.html');
      await askBackground(options, 'set-settings', { on: true, marks: 'all', open: 'hover', theme });
      await options.close();
      const page = await openHistory(alone);
      await look(page, 'idlib');
      await page.keyboard.press('j');
      await page.keyboard.press('x');
      await page.keyboard.press('j');
      await page.keyboard.press('e');
      await says(page, '.editor button', 'Done');
      for (const width of Object.values(SIZES)) {
        await page.setViewport({ width, height: 860 });
        const { violations, checked } = await runAxe(page, 'html');
        expect(violations).toEqual([]);
        expect(checked).toBeGreaterThan(20);
      }
    },
  );
});
