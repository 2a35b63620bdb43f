import { expect, test } from 'vitest';
import type { ReadArticle } from '../../../src/store/schema.ts';
import { meetings, meetingsByMonth } from './meetings.ts';

function read(day: string, ...entities: readonly (readonly [id: string, mentions: number])[]): ReadArticle {
  const address = `https://news.example/${day}`;
  return {
    address,
    article: { address, aliases: [], title: '', site: '' },
    days: [day],
    read: `${day}T10:00:00.000Z`,
    entities: entities.map(([id, mentions]) => ({ id, mentions })),
  };
}
const READ = [
  read('2026-02-03', ['place/idlib', 4], ['place/sochi', 1]),
  read('2025-12-31', ['place/idlib', 2]),
  read('2026-02-01', ['place/idlib', 1]),
];

test('entities stand most met first, those only saved too', () => {
  expect(
    meetings(
      READ,
      new Map([
        ['place/sochi', 3],
        ['person/x', 1],
      ]),
    ),
  ).toEqual([
    { id: 'place/idlib', articles: 3, passages: 0 },
    { id: 'place/sochi', articles: 1, passages: 3 },
    { id: 'person/x', articles: 0, passages: 1 },
  ]);
});

test('mentions are summed by month, with the months between', () => {
  expect(meetingsByMonth(READ, 'place/idlib')).toEqual([
    { month: '2025-12', mentions: 2 },
    { month: '2026-01', mentions: 0 },
    { month: '2026-02', mentions: 5 },
  ]);
  expect(meetingsByMonth(READ, 'place/aleppo')).toEqual([]);
});
