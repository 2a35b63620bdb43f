/** Where the pieces of a tenure strip stand: pure arithmetic on days, so that it can be tested without a picture. */
import type { Briefing } from '../../facts/briefing.ts';
import { dayNumber } from '../dates.ts';

type Span = NonNullable<Briefing['strip']>['spans'][number];

/** One bar, in parts of the strip's width from its beginning (0) to its end (1), and the row it stands in, from 0. */
export interface Bar {
  readonly span: Span;
  readonly start: number;
  readonly end: number;
  readonly row: number;
}

/** A strip: its bars, where the article's day lies, and the years it runs over. */
export interface StripLayout {
  readonly bars: readonly Bar[];
  readonly day: number | null;
  readonly rows: number;
  readonly fromYear: number;
  readonly untilYear: number;
}

/** Free room after the article's day, in parts of the whole: the strip does not end like a wall at what the article could know. */
const AFTER_THE_DAY = 0.06;
/** The narrowest bar, in parts of the whole: a few weeks in office among decades must still be seen. */
const NARROWEST = 0.012;

/**
 * Lays spans out on one line of time, from the first beginning to the article's day (`day`, `YYYY-MM-DD`) or, without one, to the last date
 * there is. A span without end runs on to the edge. Spans that overlap (two offices at once) go to different rows.
 */
export function layOutStrip(spans: readonly Span[], day: string | null): StripLayout {
  const first = Math.min(...spans.map((span) => dayNumber(span.from)));
  const last = Math.max(
    ...spans.flatMap((span) => [dayNumber(span.from), ...(span.until === undefined ? [] : [dayNumber(span.until)])]),
  );
  const now = day === null ? last : Math.max(dayNumber(day), last);
  const length = Math.max(1, (now - first) / (1 - AFTER_THE_DAY));
  const at = (position: number) => (position - first) / length;
  const ends: number[] = [];
  const bars = spans.map((span): Bar => {
    const start = at(dayNumber(span.from));
    const end = Math.max(span.until === undefined ? 1 : at(dayNumber(span.until)), start + NARROWEST);
    const free = ends.findIndex((taken) => taken <= start + NARROWEST);
    const row = free === -1 ? ends.length : free;
    ends[row] = end;
    return { span, start, end, row };
  });
  return {
    bars,
    day: day === null ? null : at(dayNumber(day)),
    rows: ends.length,
    fromYear: new Date(first * 86_400_000).getUTCFullYear(),
    untilYear: new Date(now * 86_400_000).getUTCFullYear(),
  };
}
