/** The articles that were read: found, filtered, opened again and forgotten. */
import { useCallback, useMemo, useState } from 'preact/hooks';
import type { Connection } from '../../../src/store/connection.ts';
import { forgetArticles, keepArticles } from '../../../src/store/read-articles.ts';
import type { ReadArticle } from '../../../src/store/schema.ts';
import type { Words } from '../../../src/ui/words.ts';
import { ArticleItem } from './article-item.tsx';
import { FindField } from '../find-field.tsx';
import { type ArticlesWanted, entityName, findArticles, mostMet, siteOf, wordsOfArticles } from './finding-articles.ts';
import { OneOfMany } from '../one-of-many.tsx';
import { ReadingCalendar } from './reading-calendar.tsx';
import { Remembering } from './remembering.tsx';
import { type Shelf, useShelf } from '../shelf.ts';
import type { Done } from '../undo.ts';
import { Windowed } from '../windowed/windowed.tsx';

/** See the head of this file. `onEntity` opens an entity's page, `onTell` hears what was done. */
export function ArticlesView({
  onEntity,
  onTell,
  words,
}: {
  onEntity: (id: string) => void;
  onTell: (text: string, done?: Done) => void;
  words: Words;
}) {
  const { store, shelf, again } = useShelf();
  const forget = (isChosen: (article: ReadArticle) => boolean): void => {
    forgetArticles(store, isChosen).then(
      (articles) => {
        const text = words.count('articlesForgotten', articles.length);
        onTell(text, articles.length === 0 ? undefined : { text, undo: () => keepArticles(store, articles).then(again) });
        again();
      },
      () => onTell(words.say('errorStoreUnavailable')),
    );
  };
  if (shelf === undefined) return <p class="note">{words.say('loading')}</p>;
  if (shelf === 'failed') {
    return (
      <p class="problem" role="alert">
        {words.say('errorStoreUnavailable')}
      </p>
    );
  }
  return (
    <>
      <ReadingCalendar articles={shelf.articles} words={words} />
      {shelf.articles.length === 0 ? (
        <div class="said">
          <h2>{words.say('articlesEmptyTitle')}</h2>
          <p class="note">{words.say('articlesEmptyText')}</p>
        </div>
      ) : (
        <Articles shelf={shelf} store={store} onEntity={onEntity} onForget={forget} words={words} />
      )}
      <Remembering shelf={shelf} onForget={forget} onTell={onTell} words={words} />
    </>
  );
}

function Articles({
  shelf,
  store,
  onEntity,
  onForget,
  words,
}: {
  shelf: Shelf;
  store: Connection;
  onEntity: (id: string) => void;
  onForget: (isChosen: (article: ReadArticle) => boolean) => void;
  words: Words;
}) {
  const [wanted, setWanted] = useState<ArticlesWanted>({ query: '', site: undefined, entity: undefined });
  const { articles, entities } = shelf;
  const all = useMemo(() => wordsOfArticles(articles, entities), [articles, entities]);
  const found = useMemo(() => findArticles(all, wanted), [all, wanted]);
  const want = (change: Partial<ArticlesWanted>): void => {
    setWanted((before) => ({ ...before, ...change }));
  };
  const sites = useMemo(() => mostMet(articles.map(siteOf)), [articles]);
  const named = useMemo(() => mostMet(articles.flatMap((article) => article.entities.map(({ id }) => id))), [articles]);
  const nameOf = useCallback((id: string) => entityName(entities, id, words.lang), [entities, words]);
  const load = useCallback((from: number, count: number) => Promise.resolve(found.slice(from, from + count)), [found]);
  const renderLines = useCallback(
    (lines: readonly ReadArticle[]) => (
      <ul class="articles">
        {lines.map((article) => (
          <ArticleItem
            key={article.address}
            read={article}
            store={store}
            nameOf={nameOf}
            kindOf={(id) => entities.get(id)?.kind}
            onEntity={onEntity}
            onForget={() => onForget(({ address }) => address === article.address)}
            words={words}
          />
        ))}
      </ul>
    ),
    [store, nameOf, entities, onEntity, onForget, words],
  );
  return (
    <>
      <search class="find">
        <FindField label="articlesSearch" query={wanted.query} onQuery={(query) => want({ query })} words={words} />
        <OneOfMany label="historySite" values={sites} chosen={wanted.site} onChoose={(site) => want({ site })} words={words} />
        <OneOfMany
          label="historyAbout"
          values={named}
          nameOf={nameOf}
          chosen={wanted.entity}
          onChoose={(entity) => want({ entity })}
          words={words}
        />
      </search>
      <p class="note" role="status">
        {found.length === 0 ? words.say('articlesNothing') : words.count('articlesFound', found.length)}
      </p>
      <Windowed total={found.length} version={0} load={load} needed={null} renderLines={renderLines} />
    </>
  );
}
