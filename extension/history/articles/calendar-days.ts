/** The days of the reading calendar: whole weeks up to today's, and how many articles were read on each. */
import type { ReadArticle } from '../../../src/store/schema.ts';
import { localDay } from '../../platform/local-day.ts';

/** Weeks shown. */
const WEEKS = 20;

/** One day; `count` articles were read on it. */
export interface CalendarDay {
  /** `YYYY-MM-DD` in the reader's calendar. */
  readonly day: string;
  readonly count: number;
}

/**
 * The last {@link WEEKS} weeks, oldest first, of seven days each; the last one ends today and may be shorter.
 * @param now milliseconds since the epoch
 * @param firstWeekday 1 for Monday to 7 for Sunday
 */
export function calendarWeeks(
  articles: readonly ReadArticle[],
  now: number,
  firstWeekday: number,
): readonly (readonly CalendarDay[])[] {
  const counts = new Map<string, number>();
  for (const { days } of articles) for (const day of days) counts.set(day, (counts.get(day) ?? 0) + 1);
  const sinceFirst = (new Date(now).getDay() - firstWeekday + 7) % 7;
  return Array.from({ length: WEEKS }, (_week, week) => {
    const start = (week - WEEKS + 1) * 7 - sinceFirst;
    const days = week === WEEKS - 1 ? sinceFirst + 1 : 7;
    return Array.from({ length: days }, (_day, place) => {
      const day = localDay(now, start + place);
      return { day, count: counts.get(day) ?? 0 };
    });
  });
}
