/** One line of time for what happened, what was read and what was saved. */
import { inLanguage } from '../../../src/facts/brief.ts';
import type { TextLanguage } from '../../../src/facts/entity.ts';
import type { Text } from '../../../src/facts/briefing.ts';
import type { ShippedEntity } from '../../../src/facts/shipped.ts';
import type { Highlight } from '../../../src/highlights/highlight.ts';
import type { ReadArticle } from '../../../src/store/schema.ts';
import { localDay } from '../../platform/local-day.ts';

/** By which day articles and passages stand on the line. */
export type PlacedBy = 'written' | 'read';

/** A point of the line; `day` is a partial date `YYYY`, `YYYY-MM` or `YYYY-MM-DD`. */
export type TimePoint = { readonly day: string } & (
  | { readonly is: 'fact'; readonly text: Text }
  | { readonly is: 'article'; readonly article: ReadArticle }
  | { readonly is: 'passage'; readonly highlight: Highlight }
);

/** The line of one entity, oldest first. What has no day of the kind asked for stands by the other one. */
export function timeLine(
  entity: ShippedEntity | undefined,
  articles: readonly ReadArticle[],
  passages: readonly Highlight[],
  { by, lang }: { readonly by: PlacedBy; readonly lang: TextLanguage },
): readonly TimePoint[] {
  const dayOf = (written: string | undefined, read: string): string => (by === 'written' ? (written ?? read) : read);
  const points: readonly TimePoint[] = [
    ...(entity?.facts ?? []).flatMap((fact) => {
      const day = fact.on ?? fact.from;
      return day === undefined ? [] : [{ is: 'fact' as const, day, text: inLanguage(fact.text, lang) }];
    }),
    ...articles.map((article) => ({
      is: 'article' as const,
      day: dayOf(article.article.date?.day, localDay(Date.parse(article.read))),
      article,
    })),
    ...passages.map((highlight) => ({
      is: 'passage' as const,
      day: dayOf(highlight.article.date?.day, localDay(Date.parse(highlight.created))),
      highlight,
    })),
  ];
  // Partial dates compare as strings: a year stands before its months, a month before its days.
  return points.toSorted((one, other) => (one.day < other.day ? -1 : one.day > other.day ? 1 : 0));
}
