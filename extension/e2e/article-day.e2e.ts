import { describe, expect } from 'vitest';
import type { News } from './harness/news.ts';
import type { Reader } from './harness/reader.ts';
import { test } from './harness/test.ts';
import { until } from './harness/until.ts';
import { demoStory } from './pages/demo.ts';
import { articlePage } from './pages/story.ts';

const MINISTRY = 'Turkish Foreign Ministry';

async function openMinistry(reader: Reader, address: string): Promise<string> {
  await reader.open(address);
  return (await reader.cardFor(MINISTRY)).lines.join(' ');
}

async function cardSays(reader: Reader, words: string): Promise<void> {
  let heard = '';
  await until(words, async () => {
    heard = (await reader.card())?.lines.join(' ') ?? '';
    return heard.includes(words);
  }).catch((error: unknown) => {
    throw new Error(`the card says: ${heard}`, { cause: error });
  });
}

/** Types a day into the card's date field by keyboard, as month, day and year in an English browser. */
async function setDay(reader: Reader, typed: string): Promise<void> {
  await reader.clickInCard('.as-of');
  await until('the date field', () => reader.inCard((root) => root.querySelector('.correction input') !== null, null));
  await reader.page.keyboard.press('Tab');
  await until('the focus in it', () => reader.inCard((root) => root.activeElement?.localName === 'input', null));
  await reader.page.keyboard.type(typed);
  await reader.clickInCard('.correction button', 'Set');
}

function publish(news: News, address: `${string}/${string}`, { dated }: { dated: boolean }): string {
  const body = articlePage(demoStory('2020-02-21'));
  news.publish(address, dated ? body : body.replace(/<meta property="article:published_time"[^>]*>/, ''));
  return `https://${address}`;
}

describe('the day a reader sets in the card', () => {
  test('is what the card is about from then on, also after a reload, and is taken back there', async ({ news, reader }) => {
    const address = publish(news, 'www.ft.com/corrected', { dated: true });
    expect(await openMinistry(reader, address)).toContain('As of this article, 21 Feb 2020');
    await setDay(reader, '05102024');
    await cardSays(reader, 'As of this article, 10 May 2024 , set by you');
    await cardSays(reader, 'then led by Hakan Fidan');

    const afterReload = await openMinistry(reader, address);
    expect(afterReload).toContain('As of this article, 10 May 2024 , set by you');
    expect(afterReload).toContain('then led by Hakan Fidan');

    await reader.clickInCard('.as-of');
    await reader.clickInCard('.correction button', "Use the page's date");
    await cardSays(reader, 'then led by Mevlüt Çavuşoğlu');
    expect(await openMinistry(reader, address)).toContain('As of this article, 21 Feb 2020');
  });

  test('holds for that article alone', async ({ news, reader }) => {
    const one = publish(news, 'www.theguardian.com/one', { dated: true });
    const other = publish(news, 'www.theguardian.com/other', { dated: true });
    await openMinistry(reader, one);
    await setDay(reader, '05102024');
    await cardSays(reader, 'then led by Hakan Fidan');
    expect(await openMinistry(reader, other)).toContain('then led by Mevlüt Çavuşoğlu');
  });

  test('is undone from the toast', async ({ news, reader }) => {
    await openMinistry(reader, publish(news, 'www.nytimes.com/undone', { dated: true }));
    await setDay(reader, '05102024');
    await cardSays(reader, 'then led by Hakan Fidan');
    await reader.clickInCard('.toast .undo');
    // The pointer has left the mark for the toast: a card that opened by resting may be gone.
    await reader.restOn(MINISTRY);
    await cardSays(reader, 'then led by Mevlüt Çavuşoğlu');
  });
});

test('a page without a date says so and asks; it takes the day it is given', async ({ news, reader }) => {
  const address = publish(news, 'www.haaretz.com/undated', { dated: false });
  const heard = await openMinistry(reader, address);
  expect(heard).toContain('No date found for this article');
  expect(heard).toContain('When was it written?');
  expect(heard).not.toContain('then led by');
  await setDay(reader, '02212020');
  await cardSays(reader, 'then led by Mevlüt Çavuşoğlu');
});
