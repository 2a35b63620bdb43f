import { describe, expect } from 'vitest';
import { clickMark, datedAbove } from './harness/card-parts.ts';
import { test } from './harness/test.ts';
import { until } from './harness/until.ts';
import { demoStory } from './pages/demo.ts';
import { articlePage } from './pages/story.ts';

describe('the card of the Turkish foreign minister and ministry', () => {
  test.for([
    ['2020-02-21', 'Mevlüt Çavuşoğlu', 'Hakan Fidan'],
    ['2024-05-10', 'Hakan Fidan', 'Mevlüt Çavuşoğlu'],
  ] as const)('on a page of %s names %s', async ([day, holder, other], { news, reader }) => {
    news.publish(`www.dailysabah.com/${day}`, articlePage(demoStory(day)));
    await reader.open(`https://www.dailysabah.com/${day}`);
    for (const [mark, says] of [
      ['Turkish Foreign Ministry', `then led by ${holder}`],
      ['Turkish foreign minister', `then held by ${holder}`],
    ] as const) {
      const heard = (await reader.cardFor(mark)).lines.join(' ');
      expect(heard).toContain(says);
      expect(heard).not.toContain(`by ${other}`);
      await reader.closeCard();
    }
  });
});

describe('on an article of 21 February 2020', () => {
  test('no card says anything of a later day above "Since this article"', async ({ news, reader }) => {
    news.publish('www.trtworld.com/demo', articlePage(demoStory('2020-02-21')));
    await reader.open('https://www.trtworld.com/demo');
    const marks = await reader.marksUntil('the last paragraph marked', (painted) =>
      painted.some(({ text }) => text === 'Sochi memorandum'),
    );
    const seen = new Set<string>();
    for (const text of new Set(marks.map((mark) => mark.text))) {
      const name = await clickMark(reader, text);
      const { dates, text: above } = await datedAbove(reader);
      expect(dates, `${name} is dated at all`).toContain('2020-02-21');
      expect({ name, later: dates.filter((date) => date > '2020-02-21'), above }).toMatchObject({ name, later: [] });
      seen.add(name);
      await reader.closeCard();
    }
    expect([...seen].sort()).toEqual(
      expect.arrayContaining([
        'Directorate of Communications',
        'Habertürk',
        'Idlib',
        'Kerim Has',
        'Recep Tayyip Erdoğan',
        'Vladimir Putin',
      ]),
    );
  });

  test('what came later is told below it, closed until asked for', async ({ news, reader }) => {
    news.publish('www.trtworld.com/since', articlePage(demoStory('2020-02-21')));
    await reader.open('https://www.trtworld.com/since');
    const closed = await reader.cardFor('Idlib');
    expect(closed.lines.join(' ')).not.toContain('2024');
    await reader.clickInCard('.since summary');
    await until('later years below', async () => {
      const lines = (await reader.card())?.lines ?? [];
      return /202[1-6]/.test(lines.slice(lines.indexOf('Since this article')).join(' '));
    });
  });
});
