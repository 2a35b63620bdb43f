/** Judges from a page's own clues on which day its article was written. Pure: the clock is passed in. */
import { archivedCopy, dayInAddress, monthInAddress } from './address-date.ts';
import { sameAddress } from '../address.ts';
import { dayOf, dayPlus, EARLIEST_DAY } from './calendar-day.ts';
import { type Dateline, readDateline } from './dateline.ts';
import { metaDate, timeDate } from './head-and-time-dates.ts';
import { jsonLdDate } from './json-ld-date.ts';
import type { Stamp } from './written-date.ts';

/** Raw strings a page gives about its date, as `date-clues.ts` collects them. */
export interface DateClues {
  /** Texts of JSON-LD scripts. */
  readonly jsonLd: string[];
  /** `[name or property or itemprop, content]` of meta elements. */
  readonly meta: [string, string][];
  /** `[datetime, visible text, where]` of time elements; see {@link timeDate}. */
  readonly times: [string, string, string][];
  /** First lines of the article's text, from the headline on. */
  readonly opening: string[];
}

/** The day an article was written, where its paper put it, and the clue that says so. */
export interface FoundDate {
  readonly day: string;
  readonly how: 'json-ld' | 'meta' | 'time' | 'dateline' | 'address' | 'archive';
}

/**
 * Takes the surest clue that makes sense: JSON-LD, meta, `time`, dateline, address; for an archive's copy without any of these the day
 * of the copy, which is the latest it can be. The day is the one in the paper's own offset; where the surest clue gives the moment in
 * UTC and another the same moment with an offset, the latter names the day. Modification dates are never used.
 * @param today the reader's day (UTC); a clue after the day following it makes no sense, nor does one before {@link EARLIEST_DAY}.
 * @returns `null` where no clue can be trusted.
 */
export function articleDate(clues: DateClues, { address, today }: { address: string; today: string }): FoundDate | null {
  const copy = archivedCopy(address);
  const original = copy?.original ?? address;
  const latest = dayPlus(copy?.captured ?? today, 1);
  const makesSense = (stamp: Stamp | null): stamp is Stamp => stamp !== null && stamp.day >= EARLIEST_DAY && stamp.day <= latest;

  const dateline = readDateline(clues.opening);
  const inAddress = dayInAddress(original);
  const found: [FoundDate['how'], Stamp | null][] = [
    ['json-ld', jsonLdDate(clues.jsonLd, (url) => sameAddress(url, original))],
    ['meta', metaDate(clues.meta)],
    ['time', timeDate(clues.times)],
    // A line with just today's date may be the site's clock.
    ['dateline', dateline?.stamp?.day === today ? null : datelineDay(dateline, original)],
    ['address', inAddress === null ? null : { day: inAddress }],
    ['archive', copy === null ? null : { day: copy.captured }],
  ];
  const stamps = found.map(([, stamp]) => stamp).filter(makesSense);
  for (const [how, stamp] of found) {
    if (makesSense(stamp)) return { day: localDay(stamp, stamps), how };
  }
  return null;
}

/** A dateline without a year takes it from the address, unless the address names another month. */
function datelineDay(dateline: Dateline | null, address: string): Stamp | null {
  if (dateline?.stamp !== undefined) return dateline.stamp;
  const around = dateline?.monthAndDay === undefined ? null : monthInAddress(address);
  if (around === null || dateline?.monthAndDay === undefined) return null;
  const [month = '', day] = dateline.monthAndDay.split('-');
  if (around.month !== undefined && around.month !== month) return null;
  const found = dayOf(Number(around.year), Number(month), Number(day));
  return found === null ? null : { day: found };
}

/** The day of a moment that was written in UTC, in the offset another clue gives for the same moment (to the minute). */
function localDay(stamp: Stamp, others: readonly Stamp[]): string {
  if (stamp.inUtc !== true || stamp.instant === undefined) return stamp.day;
  const minute = Math.floor(stamp.instant / 60_000);
  const local = others.find(
    ({ instant, inUtc }) => inUtc === false && instant !== undefined && Math.floor(instant / 60_000) === minute,
  );
  return local?.day ?? stamp.day;
}
