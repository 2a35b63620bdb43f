import { describe, expect } from 'vitest';
import type { Mark, Reader } from './harness/reader.ts';
import { test } from './harness/test.ts';
import { until } from './harness/until.ts';
import { demoStory } from './pages/demo.ts';
import { articlePage, STORY } from './pages/story.ts';

const texts = (marks: readonly Mark[]): string[] => marks.map(({ text }) => text);
const times = (marks: readonly Mark[], text: string): number => texts(marks).filter((one) => one === text).length;

async function openStory(reader: Reader, address: string): Promise<readonly Mark[]> {
  await reader.open(`https://${address}`);
  return reader.marksUntil('the story marked', (marks) => times(marks, 'Damascus') === 1);
}

describe('a page that changes under the reader', () => {
  test('an added paragraph is marked', async ({ news, reader }) => {
    news.publish('www.rferl.org/added', articlePage(STORY));
    await openStory(reader, 'www.rferl.org/added');
    await reader.page.evaluate(() => {
      const added = document.createElement('p');
      added.textContent = 'Damascus has not answered.';
      document.querySelector('article')?.append(added);
    });
    await reader.marksUntil('the added mention', (marks) => times(marks, 'Damascus') === 2);
  });

  test('a text that changes loses its old marks and gets its new ones at the right letters', async ({ news, reader }) => {
    news.publish('www.rferl.org/changed', articlePage(STORY));
    await openStory(reader, 'www.rferl.org/changed');
    await reader.page.evaluate(() => {
      const text = document.querySelector('article p:last-of-type')?.firstChild;
      if (text !== null && text !== undefined) text.nodeValue = 'Some days later Moscow spoke, and later Damascus did.';
    });
    const marks = await reader.marksUntil('the new text marked', (painted) => times(painted, 'Moscow') === 1);
    expect(times(marks, 'Ankara')).toBe(0);
    expect(texts(marks).slice(-2)).toEqual(['Moscow', 'Damascus']);
  });

  test('nodes replaced by others with the same text are marked as before', async ({ news, reader }) => {
    news.publish('www.rferl.org/replaced', articlePage(STORY));
    const before = await openStory(reader, 'www.rferl.org/replaced');
    await reader.page.evaluate(() => {
      const article = document.querySelector('article');
      article?.replaceWith(article.cloneNode(true));
    });
    await reader.marksUntil('the same marks in the new nodes', (marks) => JSON.stringify(marks) === JSON.stringify(before));
  });

  test('a paragraph taken away takes its marks and its open card with it', async ({ news, reader }) => {
    news.publish('www.rferl.org/removed', articlePage(STORY));
    await openStory(reader, 'www.rferl.org/removed');
    await reader.cardFor('Damascus');
    await reader.page.evaluate(() => document.querySelector('article p:last-of-type')?.remove());
    await reader.marksUntil('no mark of it', (marks) => times(marks, 'Damascus') === 0);
    await reader.cardClosed();
  });

  test('an article that comes without a load is read as of its own day', async ({ news, reader }) => {
    news.publish('www.rferl.org/2020', articlePage(demoStory('2020-02-21')));
    await reader.open('https://www.rferl.org/2020');
    expect((await reader.cardFor('Turkish Foreign Ministry')).lines.join(' ')).toContain('then led by Mevlüt Çavuşoğlu');
    await reader.closeCard();
    await reader.lookAway();
    await reader.page.evaluate(() => {
      history.pushState(null, '', '/2024');
      document.title = 'Ankara answers';
      document.querySelector('meta[property="article:published_time"]')?.setAttribute('content', '2024-05-10T12:00:00Z');
      const article = document.createElement('article');
      const text = document.createElement('p');
      text.textContent = 'The Turkish Foreign Ministry gave no answer on Friday.';
      article.append(text);
      document.querySelector('article')?.replaceWith(article);
    });
    await reader.marksUntil('only the new article marked', (marks) => texts(marks).join() === 'Turkish Foreign Ministry');
    await reader.restOn('Turkish Foreign Ministry');
    await until('the card of 2024', async () => (await reader.card())?.lines.join(' ').includes('then led by Hakan Fidan'));
  });

  test('a page the reader goes back to is marked as when it was left', async ({ news, reader }) => {
    news.publish('www.dw.com/story', articlePage(STORY));
    news.publish('www.dw.com/next', articlePage({ ...STORY, paragraphs: STORY.paragraphs.slice(0, 1) }));
    const marks = await openStory(reader, 'www.dw.com/story');
    await reader.open('https://www.dw.com/next');
    await reader.marksUntil('fewer marks on the next page', (found) => found.length > 0 && found.length < marks.length);
    await reader.page.evaluate(() => {
      history.back();
    });
    await reader.marksUntil('the same marks again', (found) => found.length === marks.length);
  });
});
