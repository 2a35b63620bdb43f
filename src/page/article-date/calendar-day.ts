/** Calendar days as `YYYY-MM-DD`: no clock, no zone. Such strings sort as the days do. */

/** The web carries no news from before this day; an earlier date is a template's default (1970-01-01, 0001-01-01). */
export const EARLIEST_DAY = '1995-01-01';

/** The day of these numbers, or `null` where the calendar has none such (30 February). Months count from 1. */
export function dayOf(year: number, month: number, day: number): string | null {
  const date = new Date(Date.UTC(year, month - 1, day));
  const exists = date.getUTCFullYear() === year && date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
  return exists ? date.toISOString().slice(0, 10) : null;
}

/** The day so many days after (before) `day`. */
export function dayPlus(day: string, days: number): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10);
}

/** Numbers a day can be read from when their order is not known: `null` where both orders give different days. */
export function dayInEitherOrder(first: number, second: number, year: number): string | null {
  const dayFirst = dayOf(year, second, first);
  const monthFirst = dayOf(year, first, second);
  if (dayFirst === null || monthFirst === null) return dayFirst ?? monthFirst;
  return dayFirst === monthFirst ? dayFirst : null;
}
