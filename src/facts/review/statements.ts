/** An entity's file seen as a flat list: its sourced statements, and its texts, each with where it stands. */
import type { PartPath } from '../compile/problem.ts';
import type { AuthoredEntity, Localized } from '../authored-entity.ts';

/** Something an entity's file says with sources; `from` is the day of a point in time too. */
export interface Statement {
  readonly path: PartPath;
  /** Absent on an agreement's terms and on the other side of a dispute, which have no date of their own. */
  readonly from?: string;
  readonly until?: string;
  readonly sources: readonly string[];
}

/** A text of a card with where it stands. */
export interface CardText {
  readonly path: PartPath;
  readonly text: Localized;
}

/** Every sourced statement of an entity, in order of the file's parts. */
export function statementsOf(entity: AuthoredEntity): Statement[] {
  const dated = (
    path: PartPath,
    { from, until, sources }: { from: string; until?: string | undefined; sources: readonly string[] },
  ): Statement => ({ path, from, ...(until !== undefined && { until }), sources });
  return [
    ...entity.statuses.map((status, place) => dated(['statuses', place], status)),
    ...entity.facts.flatMap((fact, place): Statement[] => [
      dated(['facts', place], 'on' in fact ? { from: fact.on, sources: fact.sources } : fact),
      ...fact.disputed.map(({ sources }, nth) => ({ path: ['facts', place, 'disputed', nth], sources })),
    ]),
    ...(entity.office?.tenures ?? []).map((tenure, place) => dated(['office', 'tenures', place], tenure)),
    ...(entity.agreement?.terms ?? []).map(({ sources }, place) => ({ path: ['agreement', 'terms', place], sources })),
    ...(entity.event ? [dated(['event'], entity.event)] : []),
  ];
}

/** Every text of an entity that a card shows in the reader's language. */
export function textsOf(entity: AuthoredEntity): CardText[] {
  return [
    { path: ['about'], text: entity.about },
    ...(entity.region ? [{ path: ['region'], text: entity.region }] : []),
    ...entity.statuses.map(({ text }, place) => ({ path: ['statuses', place, 'text'], text })),
    ...entity.facts.flatMap((fact, place) => [
      { path: ['facts', place, 'text'], text: fact.text },
      ...fact.disputed.flatMap(({ by, text }, nth) => [
        { path: ['facts', place, 'disputed', nth, 'by'], text: by },
        { path: ['facts', place, 'disputed', nth, 'text'], text },
      ]),
    ]),
    ...(entity.agreement?.parties ?? []).map((text, place) => ({ path: ['agreement', 'parties', place], text })),
    ...(entity.agreement?.terms ?? []).map(({ text }, place) => ({ path: ['agreement', 'terms', place, 'text'], text })),
    ...(entity.event?.between ?? []).map((text, place) => ({ path: ['event', 'between', place], text })),
  ];
}
