import { existsSync, readFileSync } from 'node:fs';
import { describe, expect } from 'vitest';
import { test } from './harness/test.ts';
import { articlePage, type Story } from './pages/story.ts';

/** The article the project began with; its text is not ours to keep, so it lies beside the repository or nowhere. */
const SEED = '../shared/seed-article.txt';

/** Every mention there is in it, in reading order. 'Has' is the man each time; the verb never stands with a capital there. */
const MENTIONS = [
  'place Idlib',
  'person Putin',
  'person Erdoğan',
  'place Idlib',
  'agreement 2018 Sochi accord',
  'organisation Directorate of Communications',
  'person Recep Tayyip Erdoğan',
  'person Vladimir Putin',
  'organisation Kremlin',
  'place Idlib',
  'organisation Syrian regime',
  'person Recep Tayyip Erdoğan',
  'person Putin',
  'place Idlib',
  'organisation Kremlin',
  'event Idlib offensive',
  'organisation Syrian government',
  'agreement Sochi agreement',
  'organisation Directorate of Communications',
  'organisation Kremlin',
  'place Idlib',
  'place demilitarised zone',
  'person Erdoğan',
  'person Putin',
  'place Idlib',
  'organisation Russia’s Security Council',
  'organisation Kremlin',
  'person Dmitry Peskov',
  'person Kerim Has',
  'place Idlib',
  'person Erdoğan',
  'person Putin',
  'person Has',
  'place Ankara',
  'person Has',
  'organisation Kremlin',
  'organisation HaberTürk',
];

/** Questions in which the name stands as the verb. */
const VERBS = ['Has anything changed?', 'Has the fighting stopped? Nobody has said so.'];

describe('the seed article on a page of 21 February 2020', () => {
  test.for(['http', 'https'] as const)(
    'is marked wherever it names what the pack knows, and nowhere else, over %s',
    async (scheme, { news, reader, skip }) => {
      if (!existsSync(SEED)) skip(`there is no ${SEED} here; of-the-day.e2e.ts reads the demo article instead`);
      const [title = '', ...paragraphs] = readFileSync(SEED, 'utf8')
        .split('\n')
        .filter((line) => line.trim() !== '');
      const story: Story = { lang: 'en', dir: 'ltr', day: '2020-02-21', title, paragraphs: [...paragraphs, ...VERBS] };
      news.publish('ahvalnews.com/seed', articlePage(story));
      await reader.open(`${scheme}://ahvalnews.com/seed`);
      const marks = await reader.marksUntil('the last paragraph marked', (painted) =>
        painted.some(({ text }) => text === 'HaberTürk'),
      );
      expect(marks.map(({ kind, text }) => `${kind} ${text}`)).toEqual(MENTIONS);
    },
  );
});
