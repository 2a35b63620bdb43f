import { describe, expect, test } from 'vitest';
import { passage } from '../../src/store/fixtures/passages.ts';
import { selectQuote } from '../../src/text/quote/quote-selector.ts';
import type { Highlight } from '../../src/highlights/highlight.ts';
import { Placing } from './placing-again.ts';

const BLOCKS = [
  { id: 7, text: 'Presidents speak about Idlib' },
  { id: 9, text: 'Both said that the accord of September 2018 has to be carried out in full.' },
  { id: 8, text: 'Ankara has sent more troops to its observation posts.' },
];

/** A passage saved of these words of the blocks, which may run over several. */
function saved(words: string, fields: Partial<Highlight> = {}): Highlight {
  const text = BLOCKS.map((block) => block.text).join('\n');
  const start = text.indexOf(words);
  expect(start, words).toBeGreaterThanOrEqual(0);
  const { exact, prefix, suffix } = selectQuote(text, start, start + words.length);
  const position = { start, end: start + words.length };
  return passage({
    id: `saved-${words.length}-${start}`,
    container: null,
    colour: 'blue',
    anchor: { quote: { exact, prefix, suffix }, position, sentence: '', paragraph: '' },
    ...fields,
  });
}

function placing(passages: readonly Highlight[], blocks = BLOCKS): Placing {
  const made = new Placing();
  made.place(blocks, passages);
  return made;
}

describe('what a page is told', () => {
  test('is a stretch of every block a passage runs over', () => {
    const one = saved('in full.\nAnkara has');
    expect(placing([one]).paintedIn(null)).toEqual([
      {
        id: one.id,
        colour: 'blue',
        how: 'exact',
        stretches: [
          { block: 9, start: 66, end: 74 },
          { block: 8, start: 0, end: 10 },
        ],
      },
    ]);
  });

  test('has nothing of what was not found, and no words', () => {
    const one = saved('observation posts');
    const other = placing([one], BLOCKS.slice(0, 2));
    expect(other.paintedIn(null)).toEqual([]);
    expect(other.found).toEqual([{ id: one.id, how: 'not-found', start: null }]);
  });

  test('is only what was saved in its own container', () => {
    const passages = [saved('Idlib'), saved('Ankara has sent', { container: 'firefox-container-2' })];
    const made = placing(passages);
    expect(made.paintedIn(null).map(({ id }) => id)).toEqual([passages[0]?.id]);
    expect(made.paintedIn('firefox-container-2').map(({ id }) => id)).toEqual([passages[1]?.id]);
    expect(made.paintedIn('firefox-container-3')).toEqual([]);
  });

  test('follows blocks that got other ids', () => {
    const made = placing([saved('observation posts')]);
    made.place(
      BLOCKS.map((block) => ({ ...block, id: block.id + 100 })),
      [saved('observation posts')],
    );
    expect(made.paintedIn(null)[0]?.stretches[0]?.block).toBe(108);
  });

  test('is nothing once the last passage is gone', () => {
    const made = placing([saved('observation posts')]);
    made.place(BLOCKS, []);
    expect([made.paintedIn(null), made.found]).toEqual([[], []]);
  });
});

describe('what our own pages are told', () => {
  test('is in reading order, with the words that stand there now', () => {
    const passages = [saved('Ankara has sent more troops'), saved('September 2018'), saved('Idlib')];
    const edited = BLOCKS.map(({ id, text }) => ({ id, text: text.replace('more troops', 'many troops') }));
    expect(placing(passages, edited).found.map(({ how, now }) => [how, now])).toEqual([
      ['exact', undefined],
      ['exact', undefined],
      ['approximate', 'Ankara has sent many troops'],
    ]);
  });
});
