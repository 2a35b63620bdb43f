/** *This article*: what is named in it, and what the reader saved of it, each list in reading order. Props in, callbacks out. */
import { useState } from 'preact/hooks';
import { LONGEST_FIELD } from '../../src/highlights/longest-field.ts';
import type { FoundHighlight } from '../../src/messages/highlights.ts';
import { wordDiff } from '../../src/text/quote/word-diff.ts';
import { formatDate } from '../../src/ui/dates.ts';
import { HighlightItem, type HighlightActs } from '../../src/ui/highlight/highlight-item.tsx';
import { Icon } from '../../src/ui/icons.tsx';
import type { NoteSaving } from '../../src/ui/highlight/note-saving.ts';
import { KIND_NAMES } from '../../src/ui/kind.ts';
import { Name } from '../../src/ui/pack-text.tsx';
import type { Words } from '../../src/ui/words.ts';
import type { Known } from './seen.ts';

/** Entities shown before the reader asks for all of them. */
const ENTITIES_AT_FIRST = 12;

/** What the article's panel is given. */
export interface ArticlePanelProps {
  readonly known: Pick<Known, 'article' | 'recentTags'>;
  readonly noteOf: (found: FoundHighlight) => NoteSaving;
  readonly actsOf: (found: FoundHighlight) => HighlightActs;
  readonly onGoToEntity: (id: string) => void;
  readonly words: Words;
}

/** See the head of this file. */
export function ArticlePanel(props: ArticlePanelProps) {
  const { known, onGoToEntity, words } = props;
  const { entities, highlights } = known.article;
  const there = highlights.filter(({ how }) => how !== 'not-found');
  const lost = highlights.filter(({ how }) => how === 'not-found');
  return (
    <>
      <ArticleHead article={known.article.article} words={words} />
      {entities.length > 0 && <Entities entities={entities} onGoTo={onGoToEntity} words={words} />}
      <section aria-labelledby="highlights">
        <h2 id="highlights" tabIndex={-1} data-list-head>
          {highlights.length === 0 ? words.say('panelHighlights') : words.count('highlightCount', highlights.length)}
        </h2>
        {highlights.length === 0 && <Empty words={words} />}
        <Items {...props} found={there} label={words.say('panelHighlights')} />
        {lost.length > 0 && <h3>{words.say('panelLost')}</h3>}
        <Items {...props} found={lost} label={words.say('panelLost')} />
      </section>
      {highlights.length > 0 && (
        <details class="keys">
          <summary class="note">
            <Icon name="open" />
            {words.say('panelKeysTitle')}
          </summary>
          <p class="note">{words.say('panelKeys')}</p>
        </details>
      )}
    </>
  );
}

function ArticleHead({ article, words }: { article: Known['article']['article']; words: Words }) {
  if (article === null) return <h1>{words.say('panelLabel')}</h1>;
  const { title, site, date } = article;
  return (
    <header>
      <h1>
        <bdi>{title === '' ? words.say('panelLabel') : title}</bdi>
      </h1>
      <p class="note">
        <bdi>{site}</bdi>
        {date !== undefined && ` · ${words.say('panelWritten', formatDate(date.day, words.locale))}`}
      </p>
    </header>
  );
}

function Entities({
  entities,
  onGoTo,
  words,
}: {
  entities: Known['article']['entities'];
  onGoTo: (id: string) => void;
  words: Words;
}) {
  const [all, setAll] = useState(false);
  const shown = all ? entities : entities.slice(0, ENTITIES_AT_FIRST);
  return (
    <section class="entities" aria-labelledby="entities">
      <h2 id="entities">{words.say('panelEntities')}</h2>
      <ul>
        {shown.map(({ id, kind, name, mentions }) => (
          <li key={id} data-id={id} data-kind={kind}>
            <button type="button" onClick={() => onGoTo(id)}>
              <span class="dot" role="img" aria-label={words.say(KIND_NAMES[kind])} title={words.say(KIND_NAMES[kind])} />
              <Name text={name} />
              <span class="mentions" aria-label={words.count('popupMentions', mentions)} role="img">
                {words.number(mentions)}
              </span>
            </button>
          </li>
        ))}
      </ul>
      {entities.length > shown.length && (
        <button type="button" class="fold" onClick={() => setAll(true)}>
          {words.say('panelEntitiesAll', words.number(entities.length))}
        </button>
      )}
    </section>
  );
}

function Empty({ words }: { words: Words }) {
  return (
    <div class="empty">
      <p>{words.say('panelEmpty')}</p>
      <p class="note">{words.say('panelEmptyText')}</p>
    </div>
  );
}

function Items({
  found,
  label,
  known,
  noteOf,
  actsOf,
  words,
}: ArticlePanelProps & { found: readonly FoundHighlight[]; label: string }) {
  if (found.length === 0) return null;
  return (
    <ul class="highlights" aria-label={label}>
      {found.map((one) => (
        <HighlightItem
          key={one.highlight.id}
          highlight={one.highlight}
          how={one.how}
          changes={one.now === undefined ? undefined : wordDiff(one.highlight.anchor.quote.exact, one.now)}
          note={noteOf(one)}
          longestNote={LONGEST_FIELD}
          recentTags={known.recentTags}
          acts={actsOf(one)}
          words={words}
        />
      ))}
    </ul>
  );
}
