/** The articles that were read: found, filtered, opened again and forgotten. */
import { useEffect, useMemo, useState } from 'preact/hooks';
import type { Connection } from '../../src/store/connection.ts';
import { forgetArticles } from '../../src/store/read-articles.ts';
import { passagesOfArticle } from '../../src/store/saved-passages.ts';
import type { ReadArticle } from '../../src/store/schema.ts';
import { formatDate, formatInstantDay } from '../../src/ui/dates.ts';
import { Icon } from '../../src/ui/icons.tsx';
import { RememberSwitch } from '../../src/ui/remember-switch.tsx';
import type { MessageKey, Words } from '../../src/ui/words.ts';
import { localDay } from '../platform/local-day.ts';
import { useRemembering } from '../platform/use-remembering.ts';
import { type ArticlesWanted, entityName, findArticles, siteOf, wordsOfArticles } from './finding-articles.ts';
import { ReadingCalendar } from './reading-calendar.tsx';
import { type Shelf, useShelf } from './shelf.ts';

/** Articles shown before the reader asks for more, and with each asking. */
const AT_A_TIME = 100;
/** Sites and entities offered as filters, most met first. */
const MOST_CHOICES = 40;
/** Entities named under an article. */
const MOST_NAMED = 6;

/** What can be forgotten at once: how many days back, or `null` for everything. */
const SPANS: readonly (readonly [MessageKey, number | null])[] = [
  ['articlesLastDay', 1],
  ['articlesLastWeek', 7],
  ['articlesAllTime', null],
];

/** See the head of this file. `onEntity` opens an entity's page, `onTell` hears what was done. */
export function ArticlesView({
  onEntity,
  onTell,
  words,
}: {
  onEntity: (id: string) => void;
  onTell: (text: string) => void;
  words: Words;
}) {
  const { store, shelf, again } = useShelf();
  const forget = (isChosen: (article: ReadArticle) => boolean): void => {
    forgetArticles(store, isChosen).then(
      (count) => {
        onTell(words.count('articlesForgotten', count));
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
  const [most, setMost] = useState(AT_A_TIME);
  const { articles, entities } = shelf;
  const all = useMemo(() => wordsOfArticles(articles, entities), [articles, entities]);
  const found = useMemo(() => findArticles(all, wanted), [all, wanted]);
  const want = (change: Partial<ArticlesWanted>): void => {
    setWanted((before) => ({ ...before, ...change }));
    setMost(AT_A_TIME);
  };
  const sites = useMemo(() => mostMet(articles.map(siteOf)), [articles]);
  const named = useMemo(() => mostMet(articles.flatMap((article) => article.entities.map(({ id }) => id))), [articles]);
  const nameOf = (id: string): string => entityName(entities, id, words.lang);
  return (
    <>
      <search class="find">
        <input
          type="search"
          dir="auto"
          aria-label={words.say('articlesSearch')}
          placeholder={words.say('articlesSearch')}
          value={wanted.query}
          onInput={({ currentTarget }) => want({ query: currentTarget.value })}
        />
        <Choice label="historySite" values={sites} chosen={wanted.site} onChoose={(site) => want({ site })} words={words} />
        <Choice
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
      <ul class="articles">
        {found.slice(0, most).map((article) => (
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
      {found.length > most && (
        <button type="button" class="main" onClick={() => setMost(most + AT_A_TIME)}>
          {words.say('historyMore')}
        </button>
      )}
    </>
  );
}

function ArticleItem({
  read,
  store,
  nameOf,
  kindOf,
  onEntity,
  onForget,
  words,
}: {
  read: ReadArticle;
  store: Connection;
  nameOf: (id: string) => string;
  kindOf: (id: string) => string | undefined;
  onEntity: (id: string) => void;
  onForget: () => void;
  words: Words;
}) {
  const { article, address, days, entities } = read;
  const [saved, setSaved] = useState(0);
  useEffect(() => {
    passagesOfArticle(store, [address, ...article.aliases]).then(
      (passages) => setSaved(passages.length),
      () => undefined,
    );
  }, [store, address, article]);
  const most = entities.toSorted((one, other) => other.mentions - one.mentions).slice(0, MOST_NAMED);
  return (
    <li class="article">
      <header>
        <h3>
          <a href={address} target="_blank" rel="noreferrer" title={words.say('articlesOpen')}>
            <bdi>{article.title || address}</bdi>
          </a>
        </h3>
        <button
          type="button"
          class="tool"
          aria-label={words.say('articlesForget')}
          title={words.say('articlesForget')}
          onClick={onForget}
        >
          <Icon name="trash" />
        </button>
      </header>
      <p class="note">
        <bdi>{article.site || siteOf(read)}</bdi>
        {article.date !== undefined && ` · ${words.say('panelWritten', formatDate(article.date.day, words.locale))}`}
        {` · ${words.say('articlesRead', formatInstantDay(read.read, words.locale))}`}
        {days.length > 1 && ` · ${words.count('articlesDays', days.length)}`}
        {saved > 0 && ` · ${words.count('historyFound', saved)}`}
      </p>
      {most.length > 0 && (
        <ul class="chips" aria-label={words.say('historyEntities')}>
          {most.map(({ id }) => (
            <li key={id}>
              <button type="button" class="chip" data-kind={kindOf(id)} onClick={() => onEntity(id)}>
                <bdi>{nameOf(id)}</bdi>
              </button>
            </li>
          ))}
        </ul>
      )}
    </li>
  );
}

function Choice({
  label,
  values,
  nameOf = (value) => value,
  chosen,
  onChoose,
  words,
}: {
  label: MessageKey;
  values: readonly string[];
  nameOf?: (value: string) => string;
  chosen: string | undefined;
  onChoose: (value: string | undefined) => void;
  words: Words;
}) {
  return (
    <label class="select">
      <span>{words.say(label)}</span>
      <select value={chosen ?? ''} onChange={({ currentTarget }) => onChoose(currentTarget.value || undefined)}>
        <option value="">–</option>
        {values.map((value) => (
          <option key={value} value={value}>
            {nameOf(value)}
          </option>
        ))}
      </select>
    </label>
  );
}

function Remembering({
  shelf: { articles },
  onForget,
  onTell,
  words,
}: {
  shelf: Shelf;
  onForget: (isChosen: (article: ReadArticle) => boolean) => void;
  onTell: (text: string) => void;
  words: Words;
}) {
  const [on, remember] = useRemembering();
  const [site, setSite] = useState<string>();
  const [span, setSpan] = useState(0);
  const sites = useMemo(() => mostMet(articles.map(siteOf)), [articles]);
  const forgetSpan = (): void => {
    const back = SPANS[span]?.[1] ?? null;
    const first = back === null ? '' : localDay(Date.now(), 1 - back);
    onForget(({ days }) => days.some((day) => day >= first));
  };
  return (
    <section class="remembering">
      <h2>{words.say('rememberTitle')}</h2>
      <RememberSwitch
        on={on}
        onChange={(wanted) => void remember(wanted).catch(() => onTell(words.say('errorUnexpected')))}
        words={words}
      />
      {articles.length > 0 && (
        <>
          <div class="row">
            <label class="select">
              <span>{words.say('articlesForgetTime')}</span>
              <select value={span} onChange={({ currentTarget }) => setSpan(Number(currentTarget.value))}>
                {SPANS.map(([key], place) => (
                  <option key={key} value={place}>
                    {words.say(key)}
                  </option>
                ))}
              </select>
            </label>
            <button type="button" class="main" onClick={forgetSpan}>
              {words.say('articlesForgetNow')}
            </button>
          </div>
          <div class="row">
            <Choice label="historySite" values={sites} chosen={site} onChoose={setSite} words={words} />
            {site !== undefined && (
              <button type="button" class="main" onClick={() => onForget((article) => siteOf(article) === site)}>
                {words.say('articlesForgetSite', site)}
              </button>
            )}
          </div>
        </>
      )}
    </section>
  );
}

/** Values without repeats, the most frequent first. */
function mostMet(values: readonly string[]): readonly string[] {
  const counts = new Map<string, number>();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  return [...counts]
    .sort(([, one], [, other]) => other - one)
    .slice(0, MOST_CHOICES)
    .map(([value]) => value);
}
