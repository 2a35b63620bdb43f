/** Dates as the pack gives them, written in the reader's language. Calendar dates throughout: no clock and no time zone is involved. */

const UTC = 'UTC';

/**
 * A partial date (`YYYY`, `YYYY-MM` or `YYYY-MM-DD`) in a locale, as precise as it is: '2018', 'Sept 2018', '17 Sept 2018'.
 * @param locale BCP 47 tag
 */
export function formatDate(date: string, locale: string): string {
  const [year, month, day] = date.split('-').map(Number);
  const options: Intl.DateTimeFormatOptions = {
    calendar: 'gregory',
    timeZone: UTC,
    year: 'numeric',
    ...(month !== undefined && { month: 'short' }),
    ...(day !== undefined && { day: 'numeric' }),
  };
  return new Intl.DateTimeFormat(locale, options).format(Date.UTC(year ?? 0, (month ?? 1) - 1, day ?? 1));
}

/** Days since the epoch at which a partial date begins: a position on a line of time. */
export function dayNumber(date: string): number {
  const [year, month, day] = date.split('-').map(Number);
  return Date.UTC(year ?? 0, (month ?? 1) - 1, day ?? 1) / 86_400_000;
}
