/** From an entity as it is written to the entity as it ships: source keys become places, lists are put in order of time. */
import type { AuthoredEntity } from '../authored-entity.ts';
import { kindOf } from '../kind.ts';
import { earliestDay, shiftDay } from '../on-the-day.ts';
import type { ShippedEntity, ShippedFact } from '../shipped.ts';

/** The shipped form of `entity`. Every source key in it must exist; `parseEntity` has seen to that. */
export function shipEntity(id: string, entity: AuthoredEntity): ShippedEntity {
  const places = new Map(Object.keys(entity.sources).map((key, place) => [key, place]));
  const sourcesOf = (keys: readonly string[]) =>
    keys.map((key) => places.get(key) ?? fail(`${id} names the unknown source ${key}`));
  const { office, agreement, event } = entity;
  return {
    id,
    kind: kindOf(id),
    names: entity.names,
    ...(entity.region && { region: entity.region }),
    about: entity.about,
    statuses: entity.statuses
      .map(({ text, sources, ...dates }) => ({ ...interval(dates), text, sources: sourcesOf(sources) }))
      .toSorted(byTime),
    facts: entity.facts
      .map(
        (fact): ShippedFact => ({
          ...('on' in fact ? { on: fact.on } : interval(fact)),
          text: fact.text,
          sources: sourcesOf(fact.sources),
          concerns: fact.concerns,
          disputed: fact.disputed.map(({ by, text, sources }) => ({ by, text, sources: sourcesOf(sources) })),
        }),
      )
      .toSorted(byTime),
    related: entity.related,
    sources: Object.values(entity.sources),
    ...(entity.location && { location: entity.location }),
    ...(office && {
      office: {
        country: office.country,
        post: office.post,
        holders: office.holders,
        tenures: office.tenures
          .map(({ person, acting, sources, ...dates }) => ({ person, ...interval(dates), acting, sources: sourcesOf(sources) }))
          .toSorted(byTime),
      },
    }),
    ...(entity.led_by !== undefined && { ledBy: entity.led_by }),
    ...(agreement && {
      agreement: {
        date: agreement.date,
        parties: agreement.parties,
        terms: agreement.terms.map(({ text, sources }) => ({ text, sources: sourcesOf(sources) })),
      },
    }),
    ...(event && {
      event: { ...interval(withLastDay(event)), where: event.where, between: event.between, sources: sourcesOf(event.sources) },
    }),
  };
}

/** When an event was, as a reader says it: up to the last day it went on, where it is written up to the first day it did not. */
function withLastDay({ from, until }: { readonly from: string; readonly until?: string | undefined }): {
  from: string;
  until: string | undefined;
} {
  return { from, until: until?.length === 10 ? shiftDay(until, -1) : until };
}

/** An interval without the key `until` where it has no end. */
function interval({ from, until }: { readonly from: string; readonly until?: string | undefined }): {
  from: string;
  until?: string;
} {
  return until === undefined ? { from } : { from, until };
}

function byTime(a: { on?: string; from?: string }, b: { on?: string; from?: string }): number {
  const [first, second] = [a, b].map((statement) => earliestDay(statement.on ?? statement.from ?? ''));
  return (first ?? '').localeCompare(second ?? '');
}

function fail(message: string): never {
  throw new Error(message);
}
