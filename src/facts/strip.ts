/** The strip of years on a card: who held an office, or which offices a person held, with the article's day in it. */
import type { Briefing, Text } from './briefing.ts';
import { earliestDay, latestDay, tenuresOn } from './on-the-day.ts';
import type { Occasion, PackView } from './pack-view.ts';
import type { ShippedEntity, ShippedTenure } from './shipped.ts';
import type { SourceNumbers } from './source-numbers.ts';

type Strip = NonNullable<Briefing['strip']>;
type Span = Strip['spans'][number];

/** One tenure seen from a card: whom it links to, and the office file its sources are listed in. */
interface Row {
  readonly id: string;
  readonly tenure: ShippedTenure;
  readonly office: ShippedEntity;
}

/**
 * An office's holders; for an organisation, those of the office that leads it; for a person, the offices held.
 * `undefined` where there is none to show.
 */
export function stripOf(entity: ShippedEntity, pack: PackView, occasion: Occasion, numbers: SourceNumbers): Strip | undefined {
  const office = entity.office ? entity : entity.ledBy === undefined ? undefined : pack.entity(entity.ledBy);
  const rows = office?.office ? holders(office, office.office.tenures) : entity.kind === 'person' ? held(entity, pack) : [];
  if (rows.length === 0) return undefined;
  const { day, lang } = occasion;
  const title = (office ?? entity).names;
  const near =
    day === null
      ? undefined
      : tenuresOn(
          rows.map(({ tenure }) => tenure),
          day,
        );
  const onTheDay = new Set(near?.tenures);
  const spanOf = ({ id, tenure, office: listing }: Row, until: string | undefined): Span => ({
    id,
    label: labelOf(pack, id, lang),
    from: tenure.from,
    ...(until !== undefined && { until }),
    acting: tenure.acting,
    sources: numbers.of(listing, tenure.sources),
    onTheDay: onTheDay.has(tenure),
  });
  const begun = rows.filter(({ tenure }) => onTheDay.has(tenure) || (day !== null && earliestDay(tenure.from) <= day));
  const endedBy = (until: string | undefined) => until !== undefined && day !== null && latestDay(until) <= day;
  return {
    title: { text: title[lang], lang },
    spans: begun.map((row) => spanOf(row, endedBy(row.tenure.until) ? row.tenure.until : undefined)),
    later: rows.filter(({ tenure }) => !endedBy(tenure.until)).map((row) => spanOf(row, row.tenure.until)),
    // A person may hold two offices at once, which is no change of holder.
    handover: entity.kind !== 'person' && (near?.handover ?? false),
  };
}

function holders(office: ShippedEntity, tenures: readonly ShippedTenure[]): Row[] {
  return tenures.map((tenure) => ({ id: tenure.person, tenure, office }));
}

function held(person: ShippedEntity, pack: PackView): Row[] {
  const rows = pack.offices.flatMap((office) =>
    (office.office?.tenures ?? [])
      .filter((tenure) => tenure.person === person.id)
      .map((tenure) => ({ id: office.id, tenure, office })),
  );
  return rows.sort((a, b) => (earliestDay(a.tenure.from) < earliestDay(b.tenure.from) ? -1 : 1));
}

function labelOf(pack: PackView, id: string, lang: Occasion['lang']): Text {
  const entity = pack.entity(id);
  return entity === undefined ? { text: id, lang: 'en' } : { text: entity.names[lang], lang };
}
