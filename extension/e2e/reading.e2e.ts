import { describe, expect } from 'vitest';
import { publishReactPage, publishVuePage } from './pages/framework-pages.ts';
import { test } from './harness/test.ts';
import { ARABIC_STORY, articlePage, STORY, STORY_WITHOUT_MENTIONS } from './pages/story.ts';
import type { Mark } from './harness/reader.ts';

const names = (text: string) => (marks: readonly Mark[]) => marks.some((mark) => mark.text === text);
const count = (text: string, wanted: number) => (marks: readonly Mark[]) =>
  marks.filter((mark) => mark.text === text).length === wanted;
// Firefox counts its own look-up of /favicon.ico as the page's.
const STRICT_POLICY = { 'content-security-policy': "default-src 'none'; img-src 'self'; require-trusted-types-for 'script'" };

describe('an article on a granted site', () => {
  test.for([
    ['http', 'www.hurriyetdailynews.com'],
    ['https', 'www.reuters.com'],
  ] as const)('is marked over %s, each kind by its own key', async ([scheme, host], { news, reader }) => {
    news.publish(`${host}/story`, articlePage(STORY));
    await reader.open(`${scheme}://${host}/story`);
    const marks = await reader.marksUntil('Idlib marked', names('Idlib'));
    expect(marks).toContainEqual({ kind: 'place', text: 'Idlib' });
    expect(marks).toContainEqual({ kind: 'person', text: 'Recep Tayyip Erdoğan' });
    expect(marks).toContainEqual({ kind: 'agreement', text: 'Sochi accord' });
  });

  test('is marked under the strictest content policy, without an error', async ({ news, reader }) => {
    news.publish('www.apnews.com/strict', { body: articlePage(STORY), headers: STRICT_POLICY });
    await reader.open('https://www.apnews.com/strict');
    await reader.marksUntil('Idlib marked', names('Idlib'));
    expect(reader.errors).toEqual([]);
  });

  test('is marked from right to left, without the particles that Arabic joins to a name', async ({ news, reader }) => {
    news.publish('www.aljazeera.net/arabic', articlePage(ARABIC_STORY));
    await reader.open('https://www.aljazeera.net/arabic');
    await reader.marksUntil('Idlib marked', names('إدلب'));
  });

  test('tells a card for its own day, as a screen reader says it', async ({ news, reader }) => {
    news.publish('www.bbc.co.uk/card', articlePage(STORY));
    await reader.open('https://www.bbc.co.uk/card');
    const card = await reader.cardFor('Idlib');
    expect(card.name).toBe('Idlib');
    expect(card.lines.join(' ')).toContain('As of this article, 21 Feb 2020');
  });
});

describe("the page's own source", () => {
  test('differs by nothing but our one host, and by that only once a card was opened', async ({ news, reader }) => {
    news.publish('www.lemonde.fr/same', articlePage(STORY));
    await reader.open('https://www.lemonde.fr/same');
    const before = await reader.source();
    await reader.marksUntil('Idlib marked', names('Idlib'));
    expect(await reader.source()).toEqual({ html: before.html, hosts: 0 });
    await reader.cardFor('Idlib');
    expect(await reader.source()).toEqual({ html: before.html, hosts: 1 });
  });

  test('stays as it is where nothing is named', async ({ news, reader, running }) => {
    news.publish('www.spiegel.de/pool', articlePage(STORY_WITHOUT_MENTIONS));
    news.publish('www.spiegel.de/idlib', articlePage(STORY));
    await reader.open('https://www.spiegel.de/pool');
    const before = await reader.source();
    // Once a page opened later is marked, this one has been read too.
    const later = await running.browser.newPage();
    await later.goto('https://www.spiegel.de/idlib');
    await later.waitForFunction(() => CSS.highlights.size > 0);
    await later.close();
    expect(await reader.source()).toEqual({ html: before.html, hosts: 0 });
    expect(await reader.marks()).toEqual([]);
  });
});

describe.each([
  ['React', publishReactPage, 'react.elpais.com'],
  ['Vue', publishVuePage, 'vue.elpais.com'],
] as const)('a page that %s hydrates and renders again', (_name, publish, host) => {
  test('keeps its console clean and gets its marks back', async ({ news, reader }) => {
    await reader.open(await publish(news, host));
    await reader.page.waitForSelector('html.hydrated');
    await reader.marksUntil('Idlib marked once', count('Idlib', 2));
    await reader.page.evaluate(() => dispatchEvent(new Event('render-again')));
    await reader.marksUntil('Idlib marked after every node was replaced', count('Idlib', 2));
    await reader.page.evaluate(() => dispatchEvent(new Event('add-paragraph')));
    await reader.marksUntil('Idlib marked in the new paragraph too', count('Idlib', 3));
    expect(reader.errors).toEqual([]);
  });
});

test('no request leaves the browser but those for the pages themselves', async ({ news, reader }) => {
  news.publish('www.tagesschau.de/quiet', articlePage(STORY));
  await reader.open('https://www.tagesschau.de/quiet');
  await reader.cardFor('Idlib');
  expect(news.strangers()).toEqual([]);
});
