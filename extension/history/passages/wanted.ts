/** What the reader is looking for among saved passages: the search field and the filters, and what they mean to the index. */
import type { Colour } from '../../../src/highlights/highlight.ts';
import { type Field, numberOf } from '../../../src/highlights/search/document.ts';
import { type Condition, parseQuery } from '../../../src/highlights/search/query.ts';
import { localDay } from '../../platform/local-day.ts';

/** How long ago a passage was saved. */
export type Saved = 'week' | 'month' | 'all';

/** Everything that is set must hold. */
export interface Wanted {
  /** As typed. */
  readonly query: string;
  readonly saved: Saved;
  /** First and last day the article was written, `YYYY-MM-DD`. */
  readonly writtenFrom?: string | undefined;
  readonly writtenTo?: string | undefined;
  /** Id of an entity in the passage. */
  readonly entity?: string | undefined;
  readonly site?: string | undefined;
  /** Folded, as the index has it. */
  readonly tag?: string | undefined;
  readonly colour?: Colour | undefined;
  readonly hasNote: boolean;
  /** Only what was not found on its page when that was last read. */
  readonly lost: boolean;
}

/** Nothing in particular: everything. */
export const ANYTHING: Wanted = { query: '', saved: 'all', hasNote: false, lost: false };

/** Whether anything is asked at all. */
export function asksAnything({ query, ...filters }: Wanted): boolean {
  const { query: _nothing, ...none } = ANYTHING;
  return query.trim() !== '' || JSON.stringify(filters) !== JSON.stringify(none);
}

const DAYS: Readonly<Record<Exclude<Saved, 'all'>, number>> = { week: 7, month: 30 };

/**
 * The conditions of what is wanted.
 * @param now milliseconds since the epoch
 * @param lost ids of passages not found on their pages
 */
export function conditionsOf(wanted: Wanted, now: number, lost: ReadonlySet<string>): readonly Condition[] {
  const { query, saved, writtenFrom, writtenTo, entity, site, tag, colour, hasNote } = wanted;
  const is = (field: Field, value: string | undefined): readonly Condition[] =>
    value === undefined ? [] : [{ kind: 'field', field, value, whole: true }];
  return [
    ...parseQuery(query, startOfDay),
    ...(saved === 'all' ? [] : [{ kind: 'saved' as const, from: startOfDay(localDay(now, 1 - DAYS[saved])) }]),
    ...writtenWithin(writtenFrom, writtenTo),
    ...is('entity', entity),
    ...is('site', site),
    ...is('tag', tag),
    ...is('colour', colour),
    ...(hasNote ? is('has', 'note') : []),
    ...(wanted.lost ? [{ kind: 'among' as const, ids: lost }] : []),
  ];
}

function writtenWithin(from: string | undefined, to: string | undefined): readonly Condition[] {
  if (from === undefined && to === undefined) return [];
  return [
    {
      kind: 'written',
      ...(from !== undefined && { from: numberOf(from) }),
      // `until` is exclusive, and no day has a number between this one's and the next.
      ...(to !== undefined && { until: numberOf(to) + 1 }),
    },
  ];
}

/** When a day `YYYY-MM-DD` begins where the reader is, in milliseconds since the epoch. */
function startOfDay(day: string): number {
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number);
  return new Date(year, month - 1, date).getTime();
}
