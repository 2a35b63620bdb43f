/** Reads dates out of text: the shapes machines write into a page's head and those people write above an article. */
import { dayInEitherOrder, dayOf } from './calendar-day.ts';
import { joinTwoWordMonths, monthNamed } from './month-names.ts';

/** A date as it was written. */
export interface Stamp {
  /** The calendar day in the writer's own offset. */
  readonly day: string;
  /** The moment, in milliseconds since the epoch, where time and offset were written too. */
  readonly instant?: number;
  /** Whether that offset was UTC, which says little about where the writer was. */
  readonly inUtc?: boolean;
}

/** A stamp found inside a longer text; offsets are UTF-16 code units, end exclusive. */
export interface FoundStamp extends Stamp {
  readonly start: number;
  readonly end: number;
}

const ISO_WITH_TIME =
  /^(\d{4})-?(\d{2})-?(\d{2})(?:T|\s+)(\d{2}):?(\d{2})(?::?(\d{2})(?:[.,]\d+)?)?\s*(Z|UTC|GMT|[+-]\d{2}(?::?\d{2})?)?$/i;
const ISO_DAY = /^(\d{4})-?(\d{2})-?(\d{2})$/;
const EPOCH = /^1\d{9}(\d{3})?$/;
const MAIL_OFFSET = /\d{2}:\d{2}(?::\d{2})?\s*(Z|UTC|GMT|[+-]\d{4})\b/;

/**
 * Reads a value that should be one date: ISO 8601 in its basic and extended forms, RFC 5322, seconds or milliseconds since the epoch,
 * or a date as people write it. `null` for anything else, also for `03/04/2020`, which half the world reads otherwise than the other half.
 */
export function readStamp(value: string): Stamp | null {
  const text = westernDigits(value.trim());
  if (EPOCH.test(text)) {
    const instant = Number(text) * (text.length === 10 ? 1000 : 1);
    return { day: new Date(instant).toISOString().slice(0, 10), instant, inUtc: true };
  }
  const iso = ISO_WITH_TIME.exec(text);
  if (iso !== null) {
    const [, year = '', month = '', date = '', hour = '', minute = '', second = '00', zone] = iso;
    const day = dayOf(Number(year), Number(month), Number(date));
    return day === null ? null : timed(day, `${hour}:${minute}:${second}`, zone);
  }
  const plain = ISO_DAY.exec(text);
  if (plain !== null) {
    const day = dayOf(Number(plain[1]), Number(plain[2]), Number(plain[3]));
    return day === null ? null : { day };
  }
  const found = findStamps(text)[0];
  if (found === undefined) return null;
  const mail = MAIL_OFFSET.exec(text);
  const time = /\d{2}:\d{2}(:\d{2})?/.exec(text)?.[0];
  return mail === null || time === undefined ? { day: found.day } : timed(found.day, time, mail[1]);
}

/** Adds the moment to a day where the offset is known. */
function timed(day: string, time: string, zone: string | undefined): Stamp {
  if (zone === undefined) return { day };
  const offset = /^[+-]/.test(zone) ? zone.replace(/^([+-]\d{2}):?(\d{2})?$/, (_, h: string, m = '00') => `${h}:${m}`) : 'Z';
  const instant = Date.parse(`${day}T${time.length === 5 ? `${time}:00` : time}${offset}`);
  return Number.isNaN(instant) ? { day } : { day, instant, inUtc: offset === 'Z' || /^[+-]00:00$/.test(offset) };
}

const DAY_MONTH_YEAR =
  /(?<!\d)(\d{1,2})(?:st|nd|rd|th|er|\.|º|°)?[\s‏]+(?:de\s+)?(\p{L}[\p{L}\p{M}-]*)(?:\s?\/\s?(\p{L}[\p{L}\p{M}-]*))?\.?,?\s+(?:de\s+|del\s+)?(\d{4})(?!\d)/gu;
const MONTH_DAY_YEAR = /(?<![\p{L}\p{M}])(\p{L}[\p{L}\p{M}-]*)\.?\s+(\d{1,2})(?:st|nd|rd|th)?,?\s+(\d{4})(?!\d)/gu;
const YEAR_FIRST = /(?<![\d/.-])(\d{4})([-/.])(\d{1,2})\2(\d{1,2})(?!\d|[-/.]\d)/g;
const YEAR_LAST = /(?<![\d/.-])(\d{1,2})([-/.])\s?(\d{1,2})\2\s?(\d{4})(?!\d|[-/.]\d)/g;

/** Every date with day, month and year that people's spellings allow, in the order they stand in. */
export function findStamps(written: string): FoundStamp[] {
  const text = joinTwoWordMonths(westernDigits(written));
  const found: FoundStamp[] = [];
  const add = (match: RegExpExecArray, day: string | null): void => {
    if (day !== null) found.push({ day, start: match.index, end: match.index + match[0].length });
  };
  for (const match of text.matchAll(DAY_MONTH_YEAR)) {
    const month = monthNamed(match[2] ?? '');
    const again = match[3] === undefined ? month : monthNamed(match[3]);
    if (month !== undefined && again === month) add(match, dayOf(Number(match[4]), month, Number(match[1])));
  }
  for (const match of text.matchAll(MONTH_DAY_YEAR)) {
    const month = monthNamed(match[1] ?? '');
    if (month !== undefined) add(match, dayOf(Number(match[3]), month, Number(match[2])));
  }
  for (const match of text.matchAll(YEAR_FIRST)) add(match, dayOf(Number(match[1]), Number(match[3]), Number(match[4])));
  for (const match of text.matchAll(YEAR_LAST)) {
    const [, first = '', mark, second = '', year = ''] = match;
    // With full stops the day always comes first; with strokes and hyphens it depends on the country.
    const day =
      mark === '.'
        ? dayOf(Number(year), Number(second), Number(first))
        : dayInEitherOrder(Number(first), Number(second), Number(year));
    add(match, day);
  }
  return found.sort((a, b) => a.start - b.start);
}

/** Arabic-Indic and Persian digits as ASCII ones; nothing else changes, and no offset. */
function westernDigits(text: string): string {
  return text.replace(/[٠-٩۰-۹]/g, (digit) => String((digit.codePointAt(0) ?? 0) & 0xf));
}
