/** Finding articles that were read by words of their title, site, author and entities, folded as everywhere else. */
import type { TextLanguage } from '../../../src/facts/entity.ts';
import type { ShippedEntity } from '../../../src/facts/shipped.ts';
import { waysToFind, wordsOf } from '../../../src/highlights/search/words.ts';
import type { ReadArticle } from '../../../src/store/schema.ts';

/** Articles with the words by which each is found. */
export type ArticleWords = readonly { readonly article: ReadArticle; readonly words: readonly string[] }[];

/** Looks the words of every article up once, for any number of queries. Entities are found by their names in every language. */
export function wordsOfArticles(articles: readonly ReadArticle[], entities: ReadonlyMap<string, ShippedEntity>): ArticleWords {
  const names = new Map([...entities].map(([id, entity]) => [id, wordsToFind(Object.values(entity.names).join(' '))]));
  return articles.map((article) => {
    const { title, site, author = '' } = article.article;
    const texts = wordsToFind(`${title} ${site} ${author} ${article.address}`);
    return { article, words: [...texts, ...article.entities.flatMap(({ id }) => names.get(id) ?? [])] };
  });
}

/** What articles are asked for. */
export interface ArticlesWanted {
  readonly query: string;
  readonly site: string | undefined;
  /** An entity's id. */
  readonly entity: string | undefined;
}

/** The articles that have all that is wanted, every word of the query as the beginning of one of theirs. */
export function findArticles(all: ArticleWords, { query, site, entity }: ArticlesWanted): readonly ReadArticle[] {
  const wanted = wordsOf(query);
  return all.flatMap(({ article, words }) => {
    const isIt =
      (site === undefined || siteOf(article) === site) &&
      (entity === undefined || article.entities.some(({ id }) => id === entity)) &&
      wanted.every((beginning) => words.some((word) => word.startsWith(beginning)));
    return isIt ? [article] : [];
  });
}

/** An article's site, by which it is filtered and forgotten: the host of its address. */
export function siteOf({ address }: Pick<ReadArticle, 'address'>): string {
  return new URL(address).host;
}

/** An entity's name in a language; its id where the pack does not have it any more. */
export function entityName(entities: ReadonlyMap<string, ShippedEntity>, id: string, lang: TextLanguage): string {
  return entities.get(id)?.names[lang] ?? id;
}

function wordsToFind(text: string): readonly string[] {
  return wordsOf(text).flatMap(waysToFind);
}

/** Sites and entities offered as filters. */
const MOST_CHOICES = 40;

/** Values without repeats, the most frequent first; the rarest of many are left out. */
export function mostMet(values: readonly string[]): readonly string[] {
  const counts = new Map<string, number>();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  return [...counts]
    .sort(([, one], [, other]) => other - one)
    .slice(0, MOST_CHOICES)
    .map(([value]) => value);
}
