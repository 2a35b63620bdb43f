import { describe, expect } from 'vitest';
import { runAxe } from './harness/axe.ts';
import {
  ACCORD,
  boxesOfText,
  covers,
  expectDrawnOn,
  expectNothingDrawn,
  highlight,
  openStory,
  passages,
  passagesUntil,
  selectWithMouse,
  toast,
  toolbar,
} from './harness/passages.ts';
import { deleteSaved } from './harness/saved.ts';
import { test } from './harness/test.ts';
import { until } from './harness/until.ts';
import { demoStory } from './pages/demo.ts';
import { ARABIC_STORY, articlePage, columnsPage, liveBlog, page, STORY, STORY_WITHOUT_MENTIONS } from './pages/story.ts';

test.beforeEach(async ({ task, running }) => {
  if ((task.result?.retryCount ?? 0) > 0) await deleteSaved(running);
});

describe('a passage selected with the mouse', () => {
  test('is drawn at once, kept, and drawn again on the next visit', async ({ news, reader }) => {
    news.publish('www.example.com/select', articlePage(STORY));
    await openStory(reader, 'www.example.com/select');
    const before = await reader.source();
    await highlight(reader, ACCORD);
    await expectDrawnOn(reader, ACCORD);
    await toast(reader, 'Highlighted');
    // The script that shows it came with the marks and again with the first selection.
    expect(await reader.inCard((root) => root.querySelectorAll('.toast').length, null)).toBe(1);
    expect(await reader.source()).toEqual({ html: before.html, hosts: 1 });
    await reader.open('https://www.example.com/select');
    await expectDrawnOn(reader, ACCORD);
    expect(reader.errors).toEqual([]);
  });

  test('may run over several paragraphs of the sample article, whatever is marked in it', async ({ news, reader }) => {
    const story = demoStory('2020-02-21');
    news.publish('www.example.com/demo', articlePage(story));
    await openStory(reader, 'www.example.com/demo');
    const [first = '', second = ''] = story.paragraphs;
    const end = second.slice(0, second.indexOf(' ', 20));
    await selectWithMouse(reader.page, first.slice(first.indexOf(' ') + 1), end);
    await reader.clickInCard('.highlight-toolbar [aria-label="Question"]');
    await toast(reader, 'Highlighted');
    for (const look of ['now', 'on the next visit']) {
      const drawn = await passagesUntil(reader, 2);
      expect(covers(drawn[0]?.lines ?? [], await boxesOfText(reader.page, first.slice(first.indexOf(' ') + 1))), look).toBe(true);
      expect(covers(drawn[1]?.lines ?? [], await boxesOfText(reader.page, end)), look).toBe(true);
      expect(drawn[0]?.classes).toBe('passage blue');
      await reader.open('https://www.example.com/demo');
    }
  });

  test('is gone again with undo, also on the next visit', async ({ news, reader }) => {
    news.publish('www.example.com/undo', articlePage(STORY));
    await openStory(reader, 'www.example.com/undo');
    await highlight(reader, ACCORD);
    await toast(reader, 'Highlighted');
    await reader.clickInCard('.toast .undo');
    await expectNothingDrawn(reader);
    await openStory(reader, 'www.example.com/undo');
    await selectWithMouse(reader.page, 'Ankara has sent');
    await until('the toolbar', () => toolbar(reader));
    expect(await passages(reader)).toEqual([]);
  });

  test('can be taken back when a card has come to where its toast stands', async ({ news, reader, running }) => {
    news.publish('www.example.com/covered', articlePage(STORY));
    await reader.page.setViewport({ width: 500, height: 560 });
    await openStory(reader, 'www.example.com/covered');
    await highlight(reader, ACCORD);
    await toast(reader, 'Highlighted');
    await running.command('next-mention');
    await until('a card over the toast', () =>
      reader.inCard((root) => {
        const card = root.querySelector('.card')?.getBoundingClientRect();
        const undo = root.querySelector('.toast .undo')?.getBoundingClientRect();
        return card !== undefined && undo !== undefined && card.bottom > undo.bottom && card.right > undo.right;
      }, null),
    );
    await reader.clickInCard('.toast .undo');
    await expectNothingDrawn(reader);
  });

  test('can be given another colour, deleted, and taken out of the trash', async ({ news, reader }) => {
    news.publish('www.example.com/change', articlePage(STORY));
    await openStory(reader, 'www.example.com/change');
    await highlight(reader, ACCORD);
    await toast(reader, 'Highlighted');
    const words = (await boxesOfText(reader.page, 'has to be carried out'))[0];
    if (words === undefined) throw new Error('no words');
    const click = () => reader.page.mouse.click((words.left + words.right) / 2, (words.top + words.bottom) / 2);
    await click();
    await reader.clickInCard('.highlight-toolbar [aria-label="Question"]');
    await until('another colour', async () => (await passages(reader))[0]?.classes === 'passage blue');
    await reader.clickInCard('.highlight-toolbar [aria-label="Move to the trash"]');
    await expectNothingDrawn(reader);
    await toast(reader, 'Moved to the trash');
    await reader.clickInCard('.toast .undo');
    await expectDrawnOn(reader, ACCORD);
    await reader.open('https://www.example.com/change');
    await expectDrawnOn(reader, ACCORD);
    expect((await passages(reader))[0]?.classes).toBe('passage blue');
  });
});

test('a card’s sentence is saved from the card', async ({ news, reader }) => {
  news.publish('www.example.com/sentence', articlePage(STORY));
  await openStory(reader, 'www.example.com/sentence');
  await reader.cardFor('Ankara');
  await reader.clickInCard('.actions button', 'Highlight this sentence');
  await expectDrawnOn(reader, STORY.paragraphs[2] ?? '');
  await toast(reader, 'Highlighted');
  await reader.cardClosed();
});

test('an automatic checker finds nothing wrong with the toolbar', async ({ news, reader }) => {
  news.publish('www.example.com/checked', articlePage(STORY));
  await openStory(reader, 'www.example.com/checked');
  await highlight(reader, ACCORD);
  await expectDrawnOn(reader, ACCORD);
  await selectWithMouse(reader.page, 'Ankara has sent');
  await until('the toolbar', () => toolbar(reader));
  const { violations } = await runAxe(reader.page, 'dateline-host');
  expect(violations).toEqual([]);
});

describe('on pages of many kinds', () => {
  test.for([
    ['without a name that we know', 'pool', articlePage(STORY_WITHOUT_MENTIONS), 'while its roof was mended'],
    ['from right to left', 'arabic', articlePage(ARABIC_STORY), 'ضرورة تنفيذ اتفاق سوتشي الموقع'],
    ['in columns', 'columns', columnsPage(STORY), ACCORD],
  ] as const)('%s', async ([, path, body, text], { news, reader }) => {
    news.publish(`www.example.com/${path}`, body);
    await reader.open(`https://www.example.com/${path}`);
    await highlight(reader, text);
    await expectDrawnOn(reader, text);
    await toast(reader, 'Highlighted');
    await reader.open(`https://www.example.com/${path}`);
    await expectDrawnOn(reader, text);
  });

  test('under the strictest content policy', async ({ news, reader }) => {
    const headers = {
      'content-security-policy':
        "default-src 'none'; img-src 'self'; require-trusted-types-for 'script'; trusted-types 'none'; sandbox allow-same-origin allow-scripts",
    };
    news.publish('www.example.com/strict', { body: articlePage(STORY), headers });
    await openStory(reader, 'www.example.com/strict');
    await highlight(reader, ACCORD);
    await expectDrawnOn(reader, ACCORD);
    await toast(reader, 'Highlighted');
    expect(reader.errors).toEqual([]);
  });

  test('on a live blog of a thousand posts in a box that scrolls', async ({ news, reader }) => {
    news.publish('www.example.com/live', liveBlog(1000));
    await reader.open('https://www.example.com/live');
    const text = 'the convoy 4900 passed the crossing';
    await highlight(reader, text);
    await expectDrawnOn(reader, text);
    await toast(reader, 'Highlighted');
    await reader.page.evaluate(() => document.querySelector('main')?.scrollBy(0, 90));
    await expectDrawnOn(reader, text);
    await reader.page.evaluate(() => {
      const post = document.createElement('p');
      post.textContent = 'A new post that says something of its own.';
      document.querySelector('article')?.prepend(post);
    });
    await expectDrawnOn(reader, text);
    await reader.open('https://www.example.com/live');
    await until('the words in view', async () => (await boxesOfText(reader.page, text, true)).length > 0);
    await expectDrawnOn(reader, text);
  });
});

describe('as the page goes on', () => {
  test('passages follow nodes replaced by others with the same text', async ({ news, reader }) => {
    news.publish('www.example.com/replaced', articlePage(STORY));
    await openStory(reader, 'www.example.com/replaced');
    await highlight(reader, ACCORD);
    await toast(reader, 'Highlighted');
    await reader.page.evaluate(() => {
      const article = document.querySelector('article');
      article?.before('Breaking: ');
      article?.replaceWith(article.cloneNode(true));
    });
    await expectDrawnOn(reader, ACCORD);
  });

  test('passages go with their article and come back with it, without a load', async ({ news, reader }) => {
    news.publish('www.example.com/one', articlePage(STORY));
    await openStory(reader, 'www.example.com/one');
    await highlight(reader, ACCORD);
    await toast(reader, 'Highlighted');
    await reader.page.evaluate(() => {
      const article = document.querySelector('article');
      Object.assign(globalThis, { kept: article });
      history.pushState(null, '', '/other');
      const other = document.createElement('article');
      other.innerHTML = '<h1>Another story</h1><p>Nobody spoke of any accord that day in Moscow.</p>';
      article?.replaceWith(other);
    });
    await expectNothingDrawn(reader);
    await reader.page.evaluate(() => {
      const { kept } = globalThis as unknown as { readonly kept: Element };
      document.querySelector('article')?.replaceWith(kept);
      history.back();
    });
    await expectDrawnOn(reader, ACCORD);
  });
});

describe('no toolbar', () => {
  test.for([
    ['for a selection in a field', () => document.querySelector('textarea')?.select()],
    ['for white space', () => getSelection()?.selectAllChildren(document.querySelector('#gap') ?? document.body)],
    ['for the page’s frame', () => getSelection()?.selectAllChildren(document.querySelector('nav') ?? document.body)],
  ] as const)('%s', async ([, select], { news, reader }) => {
    news.publish(
      'www.example.com/fields',
      page(
        STORY,
        `<nav>Home Sport</nav><main><article><p>${STORY.paragraphs.join('</p><p>')}</p></article><p id="gap"> &nbsp; </p></main><textarea>Some words</textarea>`,
      ),
    );
    await openStory(reader, 'www.example.com/fields');
    await selectWithMouse(reader.page, 'Ankara has sent');
    await until('the toolbar', () => toolbar(reader));
    await reader.page.keyboard.press('Escape');
    await reader.page.evaluate(select);
    await reader.page.keyboard.press('Shift');
    // Another selection after it shows that this one was looked at.
    await until('no toolbar', async () => (await toolbar(reader)) !== true);
    await selectWithMouse(reader.page, 'Ankara has');
    await until('the toolbar', () => toolbar(reader));
  });
});
