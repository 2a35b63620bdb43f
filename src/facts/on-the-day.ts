/**
 * What was true on a day, for dates as precise as their sources. A partial date stands for every day it may mean, so an
 * answer is `yes` only where it holds whichever of them is right. All days are plain calendar days, `YYYY-MM-DD`, without a zone;
 * they compare as strings.
 */

/** Half-open interval of partial dates: on the `until` day it no longer holds. */
export interface Interval {
  readonly from: string;
  readonly until?: string | undefined;
}

/** Days around a change of holder on which both holders are named: papers are written before the hour of the oath is known. */
const HANDOVER_DAYS = 3;

/** First day a partial date may mean. */
export function earliestDay(date: string): string {
  return date.length === 10 ? date : date.length === 7 ? `${date}-01` : `${date}-01-01`;
}

/** Last day a partial date may mean. */
export function latestDay(date: string): string {
  if (date.length === 10) return date;
  if (date.length === 4) return `${date}-12-31`;
  const year = Number(date.slice(0, 4));
  const month = Number(date.slice(5, 7));
  return `${date}-${new Date(Date.UTC(year, month, 0)).getUTCDate()}`;
}

/** The day `days` later (or earlier, when negative) than `day`. */
export function shiftDay(day: string, days: number): string {
  const moved = new Date(`${day}T00:00:00Z`);
  moved.setUTCDate(moved.getUTCDate() + days);
  return moved.toISOString().slice(0, 10);
}

/** First day on which an interval that ends on `until` has surely ended; `until` itself where it is a day. */
function firstDayAfter(until: string): string {
  return until.length === 10 ? until : shiftDay(latestDay(until), 1);
}

/** Whether an interval covers a day; `perhaps` where its partial dates leave that open. */
export function holdsOn({ from, until }: Interval, day: string): 'yes' | 'perhaps' | 'no' {
  const mayRun = day >= earliestDay(from) && (until === undefined || day < firstDayAfter(until));
  const surelyRuns = day >= latestDay(from) && (until === undefined || day < earliestDay(until));
  return surelyRuns ? 'yes' : mayRun ? 'perhaps' : 'no';
}

/**
 * The tenures a reader of `day` should be shown, in order of time: one, or both around a handover. In a vacancy it is whoever
 * left a few days ago, whom the papers still write of, and later on none.
 */
export function tenuresOn<T extends Interval>(tenures: readonly T[], day: string): { tenures: T[]; handover: boolean } {
  const [soon, lately] = [shiftDay(day, HANDOVER_DAYS), shiftDay(day, -HANDOVER_DAYS)];
  const near = tenures.filter(({ from, until }) => {
    const hasBegun = earliestDay(from) <= soon;
    return hasBegun && (until === undefined || lately <= latestDay(until));
  });
  const certain = near.filter((tenure) => holdsOn(tenure, day) === 'yes');
  const perhaps = near.filter((tenure) => holdsOn(tenure, day) === 'perhaps');
  const outgoing = near.filter(({ from }) => latestDay(from) <= day);
  // A vacancy just begun or just ended is no handover: one alone is named, and never before the day it began.
  const shown = [near.length > 1 ? near : [], certain, perhaps, outgoing].find(({ length }) => length > 0) ?? [];
  return { tenures: shown, handover: shown.length > 1 };
}
