/** Reviews statuses: days on which a card with statuses has none to show. */
import type { ParsedPack } from '../compile/parse-pack.ts';
import type { AuthoredEntity } from '../authored-entity.ts';
import { earliestDay, latestDay } from '../on-the-day.ts';
import { at, type Finding } from './finding.ts';

/** Findings on the statuses of a pack. */
export function reviewStatuses({ entities }: ParsedPack): Finding[] {
  return entities.flatMap((parsed) =>
    gapsIn(parsed.entity.statuses).map(({ after, from, until }) =>
      at(parsed, ['statuses', after], 'status-gap', `no status from ${from} ${until === undefined ? 'on' : `to ${until}`}`),
    ),
  );
}

/** A time without a status. */
export interface StatusGap {
  /** Place in the file of the status that it follows. */
  readonly after: number;
  readonly from: string;
  /** Absent where no status follows. */
  readonly until?: string;
}

/** The gaps after each status, in order of time; the time before the first is the pack's to choose and no gap. */
export function gapsIn(statuses: AuthoredEntity['statuses']): StatusGap[] {
  const inOrder = statuses
    .map(({ from, until }, place) => ({ from, until, place }))
    .toSorted((a, b) => earliestDay(a.from).localeCompare(earliestDay(b.from)));
  return inOrder.flatMap(({ until: from, place }, nth): StatusGap[] => {
    if (from === undefined) return [];
    const next = inOrder[nth + 1]?.from;
    if (next === undefined) return [{ after: place, from }];
    return latestDay(from) < earliestDay(next) ? [{ after: place, from, until: next }] : [];
  });
}
