import { expect, test } from 'vitest';
import { calendarWeeks } from './calendar-days.ts';

const address = 'https://news.example/a';
const read = (...days: string[]) => ({
  address,
  article: { address, aliases: [], title: '', site: '' },
  days,
  read: '2026-11-22T10:00:00.000Z',
  entities: [],
});
/** A Sunday, at noon where the test runs. */
const NOW = new Date(2026, 10, 22, 12).getTime();

test.each([
  ['Monday', 1, 7, '2026-11-16'],
  ['Saturday', 6, 2, '2026-11-21'],
  ['Sunday', 7, 1, '2026-11-22'],
])('weeks that begin on a %s end today', (_name, first, days, start) => {
  const weeks = calendarWeeks([], NOW, first);
  expect(weeks).toHaveLength(20);
  expect(weeks.slice(0, -1).every(({ length }) => length === 7)).toBe(true);
  expect(weeks.at(-1)).toHaveLength(days);
  expect(weeks.at(-1)?.[0]?.day).toBe(start);
  expect(weeks.at(-1)?.at(-1)?.day).toBe('2026-11-22');
  const all = weeks.flat().map(({ day }) => day);
  expect(all).toEqual([...new Set(all)].sort());
});

test('a day counts the articles read on it', () => {
  const days = calendarWeeks([read('2026-11-20', '2026-11-22'), read('2026-11-22')], NOW, 1).flat();
  expect(days.filter(({ count }) => count > 0)).toEqual([
    { day: '2026-11-20', count: 1 },
    { day: '2026-11-22', count: 2 },
  ]);
});
