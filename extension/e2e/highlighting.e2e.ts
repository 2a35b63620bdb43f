import { describe, expect } from 'vitest';
import { boxesOfText, covers, highlight, passagesUntil } from './harness/passages.ts';
import { test } from './harness/test.ts';
import { until } from './harness/until.ts';
import { articlePage, STORY } from './pages/story.ts';

describe('a passage selected with the mouse', () => {
  test('is drawn at once, kept, and drawn again on the next visit', async ({ news, reader }) => {
    const text = 'Both said that the Sochi accord of September 2018 has to be carried out in full';
    news.publish('www.example.com/select', articlePage(STORY));
    await reader.open('https://www.example.com/select');
    await reader.marksUntil('the page read', (marks) => marks.length > 0);
    const before = await reader.source();
    await highlight(reader, text);
    const [drawn] = await passagesUntil(reader, 1);
    expect(covers(drawn?.lines ?? [], await boxesOfText(reader.page, text))).toBe(true);
    await until('the toast', () =>
      reader.inCard((root) => root.querySelector('.toast')?.textContent.includes('Highlighted'), null),
    );
    expect(await reader.source()).toEqual({ html: before.html, hosts: 1 });
    await reader.open('https://www.example.com/select');
    const [again] = await passagesUntil(reader, 1);
    expect(covers(again?.lines ?? [], await boxesOfText(reader.page, text))).toBe(true);
    expect(reader.errors).toEqual([]);
  });
});
