/**
 * Dates written in the reader's language. Those of the pack and of articles are calendar dates: no clock and no time zone is involved.
 * What the reader did, at an instant, is told by the reader's own clock.
 */

const UTC = 'UTC';
const DAY: Intl.DateTimeFormatOptions = { calendar: 'gregory', year: 'numeric', month: 'short', day: 'numeric' };

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
  return format(Date.UTC(year ?? 0, (month ?? 1) - 1, day ?? 1), locale, options);
}

/** Days since the epoch at which a partial date begins: a position on a line of time. */
export function dayNumber(date: string): number {
  const [year, month, day] = date.split('-').map(Number);
  return Date.UTC(year ?? 0, (month ?? 1) - 1, day ?? 1) / 86_400_000;
}

/** The day of an ISO instant where the reader is: '22 Nov 2026'. */
export function formatInstantDay(instant: string, locale: string): string {
  return format(Date.parse(instant), locale, DAY);
}

/** The day of an ISO instant where the reader is, in full: 'Sunday 22 November 2026'. */
export function formatInstantLongDay(instant: string, locale: string): string {
  return format(Date.parse(instant), locale, { ...DAY, month: 'long', weekday: 'long' });
}

/** An ISO instant where the reader is, to the minute: '22 Nov 2026, 14:05'. */
export function formatInstant(instant: string, locale: string): string {
  return format(Date.parse(instant), locale, { ...DAY, hour: 'numeric', minute: '2-digit' });
}

/** By locale and options: to make one takes as long as to lay out the row that its date stands in. */
const formats = new Map<string, Intl.DateTimeFormat>();

/** @param time milliseconds since the epoch */
function format(time: number, locale: string, options: Intl.DateTimeFormatOptions): string {
  const key = locale + JSON.stringify(options);
  let made = formats.get(key);
  if (made === undefined) formats.set(key, (made = new Intl.DateTimeFormat(locale, options)));
  return made.format(time);
}
