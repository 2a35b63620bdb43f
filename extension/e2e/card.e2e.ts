import { describe, expect } from 'vitest';
import { test } from './harness/test.ts';
import type { Reader } from './harness/reader.ts';
import { until } from './harness/until.ts';
import { articlePage, page, STORY } from './pages/story.ts';

const marked = (reader: Reader) => reader.marksUntil('Idlib marked', (marks) => marks.some(({ text }) => text === 'Idlib'));

async function open(reader: Reader, address: string): Promise<void> {
  await reader.open(address);
  await marked(reader);
}

describe('opening and closing', () => {
  test('a card opens on rest and closes when the pointer leaves', async ({ news, reader }) => {
    news.publish('www.ft.com/hover', articlePage(STORY));
    await open(reader, 'https://www.ft.com/hover');
    expect((await reader.cardFor('Idlib')).name).toBe('Idlib');
    await reader.lookAway();
    await reader.cardClosed();
  });

  test('the pointer can go into the card and stay there', async ({ news, reader }) => {
    news.publish('www.ft.com/into', articlePage(STORY));
    await open(reader, 'https://www.ft.com/into');
    await reader.cardFor('Idlib');
    await reader.clickInCard('.since summary');
    await until('the later facts to be open', () =>
      reader.inCard((root) => root.querySelector<HTMLDetailsElement>('.since')?.open, null),
    );
    expect((await reader.card())?.name).toBe('Idlib');
  });

  test('Escape closes it and gives the focus back', async ({ news, reader }) => {
    news.publish(
      'www.ft.com/escape',
      page(STORY, `<main><button id="own">Share</button><article><h1>${STORY.title}</h1></article></main>`),
    );
    await open(reader, 'https://www.ft.com/escape');
    await reader.page.focus('#own');
    await reader.cardFor('Idlib');
    await reader.clickInCard('.as-of');
    await reader.page.keyboard.press('Escape');
    await reader.cardClosed();
    expect(await reader.page.evaluate(() => document.activeElement?.id)).toBe('own');
  });

  test('a card stays clear of the line being read', async ({ news, reader }) => {
    news.publish('www.ft.com/clear', articlePage(STORY));
    await open(reader, 'https://www.ft.com/clear');
    await reader.cardFor('Idlib');
    const card = await reader.inCard((root) => {
      const { left, top, right, bottom } = root.querySelector('.card')?.getBoundingClientRect() ?? new DOMRect();
      return { left, top, right, bottom };
    }, null);
    const line = await reader.page.evaluate(() => {
      for (const range of CSS.highlights.get('dateline-mention-active') ?? []) {
        const live = document.createRange();
        live.setStart(range.startContainer, range.startOffset);
        live.setEnd(range.endContainer, range.endOffset);
        const { top, bottom } = live.getBoundingClientRect();
        return { top, bottom };
      }
      return undefined;
    });
    expect(card !== undefined && line !== undefined && (card.top >= line.bottom || card.bottom <= line.top)).toBe(true);
  });
});

describe('what a page cannot do to it', () => {
  test('restyle or hide it from a style sheet', async ({ news, reader }) => {
    const style =
      '<style>dateline-host, * { display: none; } html, body, main, article, h1 { display: block; } ' +
      'dateline-host { display: none !important; opacity: 0 !important; transform: scale(0) !important; }</style>';
    news.publish('www.ft.com/style', page(STORY, `${style}<main><article><h1>${STORY.title}</h1></article></main>`));
    await open(reader, 'https://www.ft.com/style');
    expect((await reader.cardFor('Idlib')).name).toBe('Idlib');
    const opacity = await reader.inCard((root) => getComputedStyle(root.host).opacity, null);
    expect(opacity).toBe('1');
  });

  test('press its buttons with events it made up', async ({ news, reader }) => {
    news.publish('www.ft.com/made-up', articlePage(STORY));
    await open(reader, 'https://www.ft.com/made-up');
    await reader.cardFor('Idlib');
    await reader.inCard((root) => {
      for (const control of root.querySelectorAll<HTMLElement>('button, summary')) {
        control.click();
        for (const type of ['pointerdown', 'pointerup', 'click'])
          control.dispatchEvent(new MouseEvent(type, { bubbles: true, composed: true }));
      }
    }, null);
    expect((await reader.card())?.name).toBe('Idlib');
    expect(await reader.inCard((root) => root.querySelector('.toast') !== null, null)).toBe(false);
    expect((await reader.marks()).length).toBeGreaterThan(0);
  });
});

describe('what a reader does with it', () => {
  test('correcting the day changes what the card says', async ({ news, reader }) => {
    news.publish('www.ft.com/day', articlePage({ ...STORY, paragraphs: ['The Turkish foreign minister spoke about Idlib.'] }));
    await open(reader, 'https://www.ft.com/day');
    const before = await reader.cardFor('Turkish foreign minister');
    expect(before.lines.join(' ')).toContain('Mevlüt Çavuşoğlu');
    await reader.clickInCard('.as-of');
    await until('the date field', () => reader.inCard((root) => root.querySelector('input[type=date]') !== null, null));
    await reader.inCard((root) => {
      const input = root.querySelector<HTMLInputElement>('input[type=date]');
      if (input !== null) input.value = '2024-02-20';
      input?.focus();
    }, null);
    // A key of the reader's own: the field takes the day over on a trusted event.
    await reader.page.keyboard.press('ArrowUp');
    await reader.clickInCard('.correction .main');
    await until('Hakan Fidan on the card', async () => (await reader.card())?.lines.join(' ').includes('Hakan Fidan'));
  });

  test('off on this site takes one click, and undo takes it back', async ({ news, reader }) => {
    news.publish('www.ft.com/off', articlePage(STORY));
    await open(reader, 'https://www.ft.com/off');
    await reader.cardFor('Idlib');
    await reader.clickInCard('.actions button', 'Off on this site');
    await until('no mark left', async () => (await reader.marks()).length === 0);
    await reader.clickInCard('.undo');
    await marked(reader);
  });
});
