/** What the index keeps of one saved passage: the words and marks it is found by, and what it is sorted by. */
import type { Highlight } from '../highlight.ts';
import { wordsOf, waysToFind } from './words.ts';

/** What a passage can be filtered by, each under a sign that no word begins with. */
export const FIELDS = {
  /** A tag, folded. */
  tag: '\u0001',
  /** Host of the article, without `www.`. */
  site: '\u0002',
  /** Name of an entity in the passage, folded. */
  about: '\u0003',
  /** Id of an entity in the passage. */
  entity: '\u0004',
  colour: '\u0005',
  /** `note` or `tag`. */
  has: '\u0006',
  /** Address of the article. */
  article: '\u0007',
} as const;

/** Name of a {@link FIELDS field}. */
export type Field = keyof typeof FIELDS;

/** One passage, ready for the index. Plain data, so that it can be stored. */
export interface SearchDocument {
  readonly id: string;
  /** Milliseconds since the epoch. */
  readonly created: number;
  /** Day the article was written, as the number YYYYMMDD; 0 where unknown. */
  readonly written: number;
  /** Without repeats, in no order. */
  readonly terms: readonly string[];
}

/** The document of a passage. Those in the trash are not to be indexed. */
export function documentOf(highlight: Highlight): SearchDocument {
  const { id, anchor, article, colour, note, tags, entities, created } = highlight;
  const words = [anchor.quote.exact, note, ...tags, article.title, article.site, ...entities.map(({ name }) => name)]
    .flatMap(wordsOf)
    .flatMap(waysToFind);
  const marks = [
    ...tags.map((tag) => term('tag', foldedValue(tag))),
    term('site', siteOf(article.address)),
    ...entities.flatMap((entity) => [
      term('about', foldedValue(entity.name)),
      term('about', foldedValue(entity.id.replace(/^[^/]*\//, ''))),
      term('entity', entity.id),
    ]),
    term('colour', colour),
    ...(note === '' ? [] : [term('has', 'note')]),
    ...(tags.length === 0 ? [] : [term('has', 'tag')]),
    term('article', article.address),
  ];
  return {
    id,
    created: Date.parse(created),
    written: numberOf(article.date?.day),
    terms: [...new Set([...words, ...marks])],
  };
}

/** A value of a field as it stands in the index. */
function term(field: Field, value: string): string {
  return FIELDS[field] + value;
}

/** Words of a name or tag, folded, one space between: so that 'Sochi memorandum' is found as it is typed. */
export function foldedValue(text: string): string {
  return wordsOf(text).join(' ');
}

/** Host of an address without `www.`; empty where it has none. */
export function siteOf(address: string): string {
  try {
    return new URL(address).hostname.replace(/^www\./, '');
  } catch {
    return '';
  }
}

/** `YYYY-MM-DD` as a number that sorts as days do. */
export function numberOf(day: string | undefined): number {
  return day === undefined ? 0 : Number(day.replaceAll('-', ''));
}
