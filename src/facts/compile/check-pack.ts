/** What can only be seen with the whole pack at hand: ids and cue groups that nobody has, two holders of one office at a time. */
import type { AuthoredEntity } from '../authored-entity.ts';
import { earliestDay, latestDay, type Interval } from '../on-the-day.ts';
import type { ParsedEntity } from './parse-entity.ts';
import { type PackProblem, type PartPath, problemsIn } from './problem.ts';

/**
 * Everything wrong between the files of a pack; `cues` are the names of its cue groups.
 * @param elsewhere ids of another pack that its texts may name; its conditions may not, since packs are read apart
 */
export function checkPack(
  entities: readonly ParsedEntity[],
  cues: ReadonlySet<string>,
  elsewhere: ReadonlySet<string> = new Set(),
): PackProblem[] {
  const ids = new Set(entities.map(({ id }) => id));
  return entities.flatMap(({ entity, file }) => {
    const problem = problemsIn(file);
    const unknownIds = [
      ...idsInConditions(entity).filter(({ id }) => !ids.has(id)),
      ...idReferences(entity).filter(({ id }) => !ids.has(id) && !elsewhere.has(id)),
    ].map(({ id, path }) => problem('unknown-id', path, `no file has the id ${id}`));
    const unknownCues = entity.forms.flatMap((form, place) =>
      [...form.needs, ...form.never]
        .filter((cue) => cue !== 'full' && 'cue' in cue)
        .filter(({ cue }) => !cues.has(cue))
        .map(({ cue }) => problem('unknown-cue', ['forms', place], `cues.yaml has no group ${cue}`)),
    );
    // A title needs judging of its own, so it counts as no evidence: such a condition would never hold.
    const offices = idsInConditions(entity)
      .filter(({ id }) => id.startsWith('office/'))
      .map(({ id, path }) => problem('bad-form', path, `the titles of ${id} are no evidence; name a cue group`));
    const statuses = overlaps(entity.statuses).map(([, later]) =>
      problem('overlapping-statuses', ['statuses', later], 'this status begins before the one before it ends'),
    );
    const tenures = entity.office?.holders === 'single' ? overlaps(entity.office.tenures) : [];
    return [
      ...unknownIds,
      ...unknownCues,
      ...offices,
      ...statuses,
      ...tenures.map(([, later]) =>
        problem('overlapping-tenures', ['office', 'tenures', later], 'this holder begins before another one ends'),
      ),
    ];
  });
}

/** Pairs of places whose intervals overlap whatever day their partial dates stand for; the later one second. */
function overlaps(intervals: readonly Interval[]): [number, number][] {
  const inOrder = intervals
    .map((interval, place) => ({ interval, place }))
    .toSorted((a, b) => earliestDay(a.interval.from).localeCompare(earliestDay(b.interval.from)));
  return inOrder.slice(1).flatMap(({ interval, place }, index): [number, number][] => {
    const before = inOrder[index];
    if (before === undefined) return [];
    const until = before.interval.until;
    return until === undefined || earliestDay(until) > latestDay(interval.from) ? [[before.place, place]] : [];
  });
}

/** Every id that a condition of an entity's forms asks for, with where. */
function idsInConditions(entity: AuthoredEntity): { id: string; path: PartPath }[] {
  return entity.forms.flatMap((form, place) =>
    [...form.needs, ...form.never].flatMap((cue) =>
      cue !== 'full' && 'entity' in cue ? [{ id: cue.entity, path: ['forms', place] }] : [],
    ),
  );
}

/** Every other id an entity refers to, with where. */
function idReferences(entity: AuthoredEntity): { id: string; path: PartPath }[] {
  return [
    ...entity.facts.flatMap((fact, place) => fact.concerns.map((id) => ({ id, path: ['facts', place, 'concerns'] }))),
    ...entity.related.map((id, place) => ({ id, path: ['related', place] })),
    ...(entity.led_by === undefined ? [] : [{ id: entity.led_by, path: ['led_by'] }]),
    ...(entity.office?.tenures ?? []).map(({ person }, place) => ({ id: person, path: ['office', 'tenures', place, 'person'] })),
    ...(entity.event?.where ?? []).map((id, place) => ({ id, path: ['event', 'where', place] })),
  ];
}
