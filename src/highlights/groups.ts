/** Saved passages put together by day, article or entity, for the history page and the panel. */
import type { Highlight } from './highlight.ts';

/** What belongs together, and under which key. */
export interface Group {
  /** A day `YYYY-MM-DD`, an article's address, or an entity's id. */
  readonly key: string;
  /** In the order they came in. */
  readonly highlights: readonly Highlight[];
}

/**
 * By the day they were saved, as the reader's calendar has it.
 * @param timeZone IANA name of the reader's time zone
 * @throws RangeError when there is no such zone
 */
export function byDay(highlights: readonly Highlight[], timeZone: string): readonly Group[] {
  const format = new Intl.DateTimeFormat('en-CA', {
    timeZone,
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    calendar: 'iso8601',
  });
  return grouped(highlights, ({ created }) => [dayIn(format, created)]);
}

function dayIn(format: Intl.DateTimeFormat, instant: string): string {
  const parts = new Map(format.formatToParts(new Date(instant)).map(({ type, value }) => [type, value]));
  return ['year', 'month', 'day'].map((part) => parts.get(part as Intl.DateTimeFormatPartTypes)).join('-');
}

/** By the article they are from; addresses of one article count together where a passage names them as its aliases. */
export function byArticle(highlights: readonly Highlight[]): readonly Group[] {
  const known = new Map<string, string>();
  for (const { article } of highlights) {
    const address =
      known.get(article.address) ?? article.aliases.map((alias) => known.get(alias)).find((key) => key !== undefined);
    for (const name of [article.address, ...article.aliases]) known.set(name, address ?? article.address);
  }
  return grouped(highlights, ({ article }) => [known.get(article.address) ?? article.address]);
}

/** By the entities in them; a passage with several stands in several groups, one with none in no group. */
export function byEntity(highlights: readonly Highlight[]): readonly Group[] {
  return grouped(highlights, ({ entities }) => [...new Set(entities.map(({ id }) => id))]);
}

function grouped(highlights: readonly Highlight[], keysOf: (highlight: Highlight) => readonly string[]): readonly Group[] {
  const groups = new Map<string, Highlight[]>();
  for (const highlight of highlights) {
    for (const key of keysOf(highlight)) {
      const group = groups.get(key);
      if (group === undefined) groups.set(key, [highlight]);
      else group.push(highlight);
    }
  }
  return Array.from(groups, ([key, members]) => ({ key, highlights: members }));
}
