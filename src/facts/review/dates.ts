/** Reviews dates: that there are such days, that intervals run forwards, that nothing is later than the pack knows. */
import type { ParsedEntity } from '../compile/parse-entity.ts';
import type { ParsedPack } from '../compile/parse-pack.ts';
import type { PartPath } from '../compile/problem.ts';
import type { AuthoredEntity } from '../authored-entity.ts';
import { earliestDay, latestDay, shiftDay } from '../on-the-day.ts';
import { at, type Finding } from './finding.ts';
import { type Statement, statementsOf } from './statements.ts';

/** Findings on every date of a pack. */
export function reviewDates({ about, entities }: ParsedPack): Finding[] {
  const known = latestDay(about.knownUntil);
  return entities.flatMap((parsed) => {
    const dates = datesOf(parsed.entity);
    const unreal = dates.filter(({ date }) => !isReal(date));
    // What follows compares days; an unreal one would only be reported a second time.
    if (unreal.length > 0) return unreal.map(({ path, date }) => at(parsed, path, 'no-such-day', `there is no day ${date}`));
    return [
      ...dates
        .filter(({ path, date }) => path[0] !== 'forms' && earliestDay(date) > known)
        .map(({ path, date }) =>
          at(parsed, path, 'after-known', `${date} is later than ${about.knownUntil}, up to which the pack knows`),
        ),
      ...statementsOf(parsed.entity).flatMap((statement) => reviewStatement(parsed, statement)),
      ...outOfOrder(parsed),
    ];
  });
}

/** Every date of an entity's file with where it stands. */
function datesOf(entity: AuthoredEntity): { path: PartPath; date: string }[] {
  const both = (path: PartPath, { from, until }: { from?: string | undefined; until?: string | undefined }) => [
    ...(from === undefined ? [] : [{ path, date: from }]),
    ...(until === undefined ? [] : [{ path: [...path, 'until'], date: until }]),
  ];
  return [
    ...statementsOf(entity).flatMap((statement) => both(statement.path, statement)),
    ...entity.forms.flatMap((form, place) => both(['forms', place], form)),
    ...(entity.agreement ? [{ path: ['agreement', 'date'], date: entity.agreement.date }] : []),
    ...Object.entries(entity.sources).flatMap(([key, { date }]) =>
      date === undefined ? [] : [{ path: ['sources', key, 'date'], date }],
    ),
  ];
}

/** Whether a calendar has the date; a month or a year was seen to by the parser. */
function isReal(date: string): boolean {
  const day = new Date(`${earliestDay(date)}T00:00:00Z`);
  return !Number.isNaN(day.getTime()) && day.toISOString().startsWith(date);
}

function reviewStatement(parsed: ParsedEntity, { path, from, until, sources }: Statement): Finding[] {
  if (from === undefined) return [];
  const findings: Finding[] = [];
  if (until !== undefined && latestDay(until) <= earliestDay(from)) {
    findings.push(at(parsed, path, 'ends-before-it-begins', `it ends on ${until}, which is not after ${from}`));
  }
  const pages = sources.map((key) => parsed.entity.sources[key]?.date);
  const latest = pages.every((date) => date !== undefined) ? pages.map(latestDay).toSorted().at(-1) : undefined;
  // A page written west of the event can bear the day before.
  if (latest !== undefined && shiftDay(latest, 1) < earliestDay(from)) {
    findings.push(at(parsed, path, 'older-sources', `it is of ${from}, but its latest source is of ${latest}`));
  }
  return findings;
}

function outOfOrder(parsed: ParsedEntity): Finding[] {
  const { statuses, facts, office } = parsed.entity;
  const lists: { path: PartPath; days: string[] }[] = [
    { path: ['statuses'], days: statuses.map(({ from }) => from) },
    { path: ['facts'], days: facts.map((fact) => ('on' in fact ? fact.on : fact.from)) },
    { path: ['office', 'tenures'], days: (office?.tenures ?? []).map(({ from }) => from) },
  ];
  return lists.flatMap(({ path, days }) =>
    days.flatMap((day, place) => {
      const before = days[place - 1];
      return before === undefined || latestDay(day) >= earliestDay(before)
        ? []
        : [at(parsed, [...path, place], 'out-of-order', `${day} stands after ${before}`)];
    }),
  );
}
