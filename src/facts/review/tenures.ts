/** Reviews tenures: against the statuses of the persons' own cards, and for times in which nobody holds an office. */
import type { ParsedEntity } from '../compile/parse-entity.ts';
import type { ParsedPack } from '../compile/parse-pack.ts';
import { earliestDay, latestDay, shiftDay } from '../on-the-day.ts';
import { at, type Finding } from './finding.ts';

/** Two days this near each other are meant for the same change: an appointment and its oath, a decree and its printing. */
const SAME_CHANGE_DAYS = 10;

type Office = NonNullable<ParsedEntity['entity']['office']>;

/** Findings on every tenure of a pack. */
export function reviewTenures({ entities }: ParsedPack): Finding[] {
  const byId = new Map(entities.map((parsed) => [parsed.id, parsed]));
  return entities.flatMap((office) => {
    if (office.entity.office === undefined) return [];
    const { tenures, holders } = office.entity.office;
    return [
      ...tenures.flatMap((tenure, place) => {
        const person = byId.get(tenure.person);
        return person === undefined ? [] : againstCard(office, place, tenure, person);
      }),
      ...(holders === 'single' ? vacancies(office, tenures) : []),
    ];
  });
}

/** What the person's card says of the days on which a tenure begins and ends. */
function againstCard(office: ParsedEntity, place: number, tenure: Office['tenures'][number], person: ParsedEntity): Finding[] {
  const { statuses } = person.entity;
  const path = ['office', 'tenures', place];
  const changes = statuses.flatMap(({ from, until }) => (until === undefined ? [from] : [from, until]));
  const first = changes.toSorted()[0];
  const findings: Finding[] = [];
  for (const day of [tenure.from, ...(tenure.until === undefined ? [] : [tenure.until])]) {
    if (changes.some((change) => mayBeSameDay(change, day))) continue;
    const near = changes.find((change) => isNear(change, day));
    if (near !== undefined) {
      findings.push(at(office, path, 'tenure-off', `it changes on ${day}, the status in ${person.file.path} on ${near}`));
    } else if (day === tenure.from && (first === undefined || latestDay(day) > earliestDay(first))) {
      findings.push(at(office, path, 'tenure-untold', `no status in ${person.file.path} begins on ${day}`));
    }
  }
  return findings;
}

function mayBeSameDay(a: string, b: string): boolean {
  return earliestDay(a) <= latestDay(b) && earliestDay(b) <= latestDay(a);
}

function isNear(a: string, b: string): boolean {
  return (
    shiftDay(earliestDay(a), -SAME_CHANGE_DAYS) <= latestDay(b) && shiftDay(earliestDay(b), -SAME_CHANGE_DAYS) <= latestDay(a)
  );
}

function vacancies(office: ParsedEntity, tenures: Office['tenures']): Finding[] {
  const inOrder = tenures
    .map(({ from, until }, place) => ({ from, until, place }))
    .toSorted((a, b) => earliestDay(a.from).localeCompare(earliestDay(b.from)));
  return inOrder.flatMap(({ from, place }, nth) => {
    const until = inOrder[nth - 1]?.until;
    return until === undefined || latestDay(until) >= earliestDay(from)
      ? []
      : [at(office, ['office', 'tenures', place], 'vacancy', `nobody holds it from ${until} to ${from}`)];
  });
}
