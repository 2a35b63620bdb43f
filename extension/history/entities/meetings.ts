/** Where the reader met entities: in articles read and in passages saved. */
import type { ReadArticle } from '../../../src/store/schema.ts';

/** How often one entity was met. */
export interface Meeting {
  readonly id: string;
  readonly articles: number;
  readonly passages: number;
}

/** Every entity met, most met first: by articles, then by passages. */
export function meetings(articles: readonly ReadArticle[], passagesOf: ReadonlyMap<string, number>): readonly Meeting[] {
  const read = new Map<string, number>();
  for (const { entities } of articles) for (const { id } of entities) read.set(id, (read.get(id) ?? 0) + 1);
  return [...new Set([...read.keys(), ...passagesOf.keys()])]
    .map((id) => ({ id, articles: read.get(id) ?? 0, passages: passagesOf.get(id) ?? 0 }))
    .sort((one, other) => other.articles - one.articles || other.passages - one.passages || (one.id < other.id ? -1 : 1));
}

/** How often an entity was named in a month's reading. */
export interface MonthOfMeetings {
  /** `YYYY-MM`. */
  readonly month: string;
  readonly mentions: number;
}

/** Mentions of an entity by the month its articles were last read, from the first month to the last, those without a mention too. */
export function meetingsByMonth(articles: readonly ReadArticle[], id: string): readonly MonthOfMeetings[] {
  const counts = new Map<string, number>();
  for (const { days, entities } of articles) {
    const month = days.at(-1)?.slice(0, 7);
    const mentions = entities.find((entity) => entity.id === id)?.mentions ?? 0;
    if (month !== undefined && mentions > 0) counts.set(month, (counts.get(month) ?? 0) + mentions);
  }
  const met = [...counts.keys()].sort();
  const [first, last] = [met[0], met.at(-1)];
  if (first === undefined || last === undefined) return [];
  const months: MonthOfMeetings[] = [];
  for (let month = first; month <= last; month = monthAfter(month)) months.push({ month, mentions: counts.get(month) ?? 0 });
  return months;
}

function monthAfter(month: string): string {
  const [year = 0, number = 1] = month.split('-').map(Number);
  return number === 12 ? `${year + 1}-01` : `${month.slice(0, 5)}${String(number + 1).padStart(2, '0')}`;
}
