/** The entities met in what was read and saved, most met first; and the page of one. */
import { useEffect, useMemo, useState } from 'preact/hooks';
import { wordsOf } from '../../../src/highlights/search/words.ts';
import type { Connection } from '../../../src/store/connection.ts';
import { PassageFinder } from '../../../src/store/passage-finder.ts';
import type { Words } from '../../../src/ui/words.ts';
import { EntityPage } from './entity-page.tsx';
import { FindField } from '../find-field.tsx';
import { entityName } from '../articles/finding-articles.ts';
import { type Meeting, meetings } from './meetings.ts';
import { type Shelf, useShelf } from '../shelf.ts';

/** More entities than the pack has. */
const MOST_ENTITIES = 2000;

/** See the head of this file. `entity` is the one whose page is shown; `null` for the list. */
export function EntitiesView({
  entity,
  onEntity,
  words,
}: {
  entity: string | null;
  onEntity: (id: string | null) => void;
  words: Words;
}) {
  const { store, shelf } = useShelf();
  const finder = useFinder(store, shelf);
  if (shelf === undefined || finder === undefined) return <p class="note">{words.say('loading')}</p>;
  if (shelf === 'failed' || finder === 'failed') {
    return (
      <p class="problem" role="alert">
        {words.say('errorStoreUnavailable')}
      </p>
    );
  }
  if (entity !== null) {
    return <EntityPage id={entity} shelf={shelf} finder={finder} store={store} onBack={() => onEntity(null)} words={words} />;
  }
  return <EntityList shelf={shelf} finder={finder} onEntity={onEntity} words={words} />;
}

/** The index of saved passages, brought up to date with every news of the shelf. */
function useFinder(store: Connection, shelf: Shelf | 'failed' | undefined): PassageFinder | 'failed' | undefined {
  const [held, setHeld] = useState<{ readonly finder: PassageFinder } | 'failed'>();
  useEffect(() => {
    let isOver = false;
    const refresh = async (): Promise<void> => {
      const finder = await PassageFinder.open(store, () => undefined);
      if (!isOver) setHeld({ finder });
    };
    refresh().catch(() => !isOver && setHeld('failed'));
    return () => {
      isOver = true;
    };
  }, [store, shelf]);
  return held === 'failed' ? held : held?.finder;
}

function EntityList({
  shelf: { articles, entities },
  finder,
  onEntity,
  words,
}: {
  shelf: Shelf;
  finder: PassageFinder;
  onEntity: (id: string) => void;
  words: Words;
}) {
  const [query, setQuery] = useState('');
  const met = useMemo(() => {
    const counts = finder.find({ conditions: [], order: 'saved' }).counts('entity', MOST_ENTITIES);
    return meetings(articles, new Map(counts.map(({ value, count }) => [value, count])));
  }, [articles, finder]);
  const found = useMemo(() => {
    const wanted = wordsOf(query);
    const isFound = ({ id }: Meeting): boolean => {
      const names = wordsOf(Object.values(entities.get(id)?.names ?? { id }).join(' '));
      return wanted.every((beginning) => names.some((word) => word.startsWith(beginning)));
    };
    return met.filter(isFound);
  }, [met, query, entities]);
  if (met.length === 0) {
    return (
      <div class="said">
        <h2>{words.say('entitiesEmptyTitle')}</h2>
        <p class="note">{words.say('entitiesEmptyText')}</p>
      </div>
    );
  }
  return (
    <>
      <search class="find">
        <FindField label="entitiesSearch" query={query} onQuery={setQuery} words={words} />
      </search>
      {found.length === 0 && (
        <p class="note" role="status">
          {words.say('historyNothing')}
        </p>
      )}
      <ul class="entities">
        {found.map(({ id, articles: read, passages }) => (
          <li key={id}>
            <button type="button" class="entity" onClick={() => onEntity(id)}>
              <span class="dot" data-kind={entities.get(id)?.kind} />
              <bdi class="name">{entityName(entities, id, words.lang)}</bdi>
              <span class="count">{words.say('entitiesArticles', words.number(read))}</span>
              <span class="count">{words.say('entitiesPassages', words.number(passages))}</span>
            </button>
          </li>
        ))}
      </ul>
    </>
  );
}
