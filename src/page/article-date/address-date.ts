/** What an address says about when its page was written or kept. */
import { dayInEitherOrder, dayOf } from './calendar-day.ts';
import { monthNamed } from './month-names.ts';

/** An archive's copy of a page. */
export interface ArchivedCopy {
  /** The address the copy was made of. */
  readonly original: string;
  /** The day of the copy, in UTC: the text was written on it or before. */
  readonly captured: string;
}

/** web.archive.org and its sisters in other libraries: `/web/20200221101530id_/https://…`. */
const WAYBACK =
  /^https?:\/\/(?:web\.archive\.org|(?:www\.)?webarchive\.[^/]+|arquivo\.pt|[^/]*archive-it\.org)\/[^?#]*?\/?(\d{4})(\d{2})(\d{2})\d{0,6}[a-z_]*\/(https?:\/?\/.+)$/;
/** archive.today and its many names, in the long form: `/2020.02.21-101530/https://…` or `/20200221101530/https://…`. */
const ARCHIVE_TODAY = /^https?:\/\/archive\.(?:today|ph|is|li|vn|fo|md)\/(\d{4})\.?(\d{2})\.?(\d{2})[-\d]*\/(https?:\/?\/.+)$/;

/** Reads the address of an archive's copy; `null` for any other. */
export function archivedCopy(address: string): ArchivedCopy | null {
  const match = WAYBACK.exec(address) ?? ARCHIVE_TODAY.exec(address);
  if (match === null) return null;
  const captured = dayOf(Number(match[1]), Number(match[2]), Number(match[3]));
  return captured === null ? null : { original: (match[4] ?? '').replace(/^(https?:)\/+/, '$1//'), captured };
}

/** The day in an address: `/2020/02/21/`, `/2020/feb/21/`, `/2020-02-21/`, `/20200221/`, `-21-02-2020.html`, `?date=2020-02-21`; else `null`. */
export function dayInAddress(address: string): string | null {
  const { pathname, search } = new URL(address);
  const places = `${pathname}${search}`;
  const numbers = /(?<!\d)((?:19|20)\d{2})([-/_.]?)(\d{2})\2(\d{2})(?!\d)/g;
  for (const match of places.matchAll(numbers)) {
    const [, year, mark, month, day] = match;
    // Eight digits in a row are a date only as a whole path segment; inside one they are more often an article's number.
    if (mark === '' && !/^\/$/.test(places[match.index - 1] ?? '')) continue;
    if (mark === '' && !/^(\/|$)/.test(places.slice(match.index + 8, match.index + 9))) continue;
    const found = dayOf(Number(year), Number(month), Number(day));
    if (found !== null) return found;
  }
  const named = /\/((?:19|20)\d{2})\/([a-z]{3,9})\/(\d{1,2})(?:\/|$)/i.exec(pathname);
  const month = named === null ? undefined : monthNamed(named[2] ?? '');
  if (named !== null && month !== undefined) return dayOf(Number(named[1]), month, Number(named[3]));
  const yearLast = /(?<!\d)(\d{1,2})([-/_.])(\d{1,2})\2((?:19|20)\d{2})(?!\d)/.exec(places);
  return yearLast === null ? null : dayInEitherOrder(Number(yearLast[1]), Number(yearLast[3]), Number(yearLast[4]));
}

/** `YYYY` or `YYYY-MM` where an address gives no day: what a dateline without a year can lean on. */
export function monthInAddress(address: string): { year: string; month?: string } | null {
  const match = /\/((?:19|20)\d{2})(?:[/-](0[1-9]|1[0-2]))?(?=\/|$)/.exec(new URL(address).pathname);
  if (match === null) return null;
  return { year: match[1] ?? '', ...(match[2] === undefined ? {} : { month: match[2] }) };
}
