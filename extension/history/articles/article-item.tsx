/** One article that was read, with what was met and saved in it. */
import { useEffect, useState } from 'preact/hooks';
import type { Connection } from '../../../src/store/connection.ts';
import { passagesOfArticle } from '../../../src/store/saved-passages.ts';
import type { ReadArticle } from '../../../src/store/schema.ts';
import { formatDate, formatInstantDay } from '../../../src/ui/dates.ts';
import { Icon } from '../../../src/ui/icons.tsx';
import type { Words } from '../../../src/ui/words.ts';
import { siteOf } from './finding-articles.ts';

/** Entities named under an article. */
const MOST_NAMED = 6;

/** See the head of this file. */
export function ArticleItem({
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
