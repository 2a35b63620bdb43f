/** A stretch of what was found, as cards: one for each article, under the day or the entity it is grouped by. */
import type { ComponentChildren } from 'preact';
import { siteOf } from '../../../src/highlights/search/document.ts';
import type { Order } from '../../../src/highlights/search/search.ts';
import { wordDiff } from '../../../src/text/quote/word-diff.ts';
import { Reworded } from '../../../src/ui/highlight/changed-words.tsx';
import { formatDate, formatInstantDay, formatInstantLongDay } from '../../../src/ui/dates.ts';
import { Gone } from '../../../src/ui/highlight/gone.tsx';
import { Icon } from '../../../src/ui/icons.tsx';
import { directionOf, type Words } from '../../../src/ui/words.ts';
import { clipped } from '../../../src/ui/highlight/clipped.ts';
import { localDay } from '../../platform/local-day.ts';
import type { Grouping, Line } from './library.ts';
import { MarkedText } from './marked-text.tsx';

/** UTF-16 units of a passage shown in the list. */
const LONGEST_SHOWN = 420;
/** UTF-16 units of a passage that name its checkbox. */
const NAMING = 60;

/** What can be done with a passage of the list. */
export interface LineActs {
  readonly onOpen: (line: Line) => void;
  readonly onEdit: (line: Line) => void;
  readonly onSelect: (line: Line) => void;
  readonly onDelete: (line: Line) => void;
}

/** What the cards are given. */
export interface CardsProps {
  readonly lines: readonly Line[];
  /** Place of the first line in the result. */
  readonly from: number;
  readonly before: Line | undefined;
  readonly order: Order;
  readonly grouping: Grouping;
  readonly selected: ReadonlySet<string>;
  /** The line that is edited in place, and what with. */
  readonly editing: { readonly id: string; readonly editor: (line: Line, at: number) => ComponentChildren } | null;
  /** Name of an entity that passages are grouped by. */
  readonly nameOf: (entity: string) => string;
  readonly acts: LineActs;
  readonly words: Words;
}

/** See the head of this file. */
export function PassageCards(props: CardsProps) {
  return cardsOf(props).map((card) => {
    const { highlight, group } = card.lines[0] ?? {};
    return <PassageCard key={`${highlight?.id} ${group}`} card={card} {...props} />;
  });
}

/** Lines of one article in a row. */
interface Card {
  readonly at: number;
  readonly lines: readonly Line[];
  /** Day, site or entity that begins with it; `undefined` where the one above goes on. */
  readonly heading: string | undefined;
  /** Whether its article's card began in the stretch above. */
  readonly goesOn: boolean;
}

function cardsOf({ lines, from, before, order, grouping, nameOf, words }: CardsProps): readonly Card[] {
  const group = groupBy(grouping === 'day' ? order : grouping);
  const cards: { at: number; lines: Line[]; heading: string | undefined; goesOn: boolean }[] = [];
  lines.forEach((line, place) => {
    const above = place === 0 ? before : lines[place - 1];
    const isSameGroup = above !== undefined && group.of(above) === group.of(line);
    const isSameCard = isSameGroup && above.highlight.article.address === line.highlight.article.address;
    const last = cards.at(-1);
    if (isSameCard && last !== undefined) last.lines.push(line);
    else
      cards.push({
        at: from + place,
        lines: [line],
        heading: isSameGroup ? undefined : group.heading?.(line, words, nameOf),
        goesOn: isSameCard,
      });
  });
  return cards;
}

/** How lines are put together, and what a group is called: a card's own head is enough for an article. */
interface Group {
  readonly of: (line: Line) => string;
  readonly heading?: (line: Line, words: Words, nameOf: (entity: string) => string) => string;
}

function groupBy(what: Order | Exclude<Grouping, 'day'>): Group {
  switch (what) {
    case 'article':
      return { of: ({ group = '' }) => group };
    case 'entity':
      return {
        of: ({ group = '' }) => group,
        heading: ({ group }, words, nameOf) => (group === undefined ? words.say('historyNoEntity') : nameOf(group)),
      };
    case 'site':
      return { of: siteOfLine, heading: siteOfLine };
    case 'written':
      return {
        of: ({ highlight }) => highlight.article.date?.day ?? '',
        heading: ({ highlight: { article } }, words) =>
          article.date === undefined ? words.say('historyUndated') : formatDate(article.date.day, words.locale),
      };
    case 'saved':
      return {
        of: ({ highlight }) => localDay(Date.parse(highlight.created)),
        heading: ({ highlight }, words) => formatInstantLongDay(highlight.created, words.locale),
      };
  }
}

function siteOfLine({ highlight }: Line): string {
  return siteOf(highlight.article.address);
}

function PassageCard({ card, words, ...props }: CardsProps & { card: Card }) {
  const { at, lines, heading, goesOn } = card;
  const [first] = lines;
  if (first === undefined) return null;
  const { article } = first.highlight;
  return (
    <>
      {heading !== undefined && (
        <h2 class="group">
          <bdi>{heading}</bdi>
        </h2>
      )}
      <section class={goesOn ? 'article goes-on' : 'article'} aria-label={article.title || article.address}>
        {!goesOn && (
          <header>
            <h3>
              <bdi>
                <MarkedText text={article.title || article.address} conditions={first.conditions} />
              </bdi>
            </h3>
            <p class="note">
              <bdi>{article.site || siteOf(article.address)}</bdi>
              {article.date !== undefined && ` · ${words.say('panelWritten', formatDate(article.date.day, words.locale))}`}
            </p>
          </header>
        )}
        <ul>
          {lines.map((line, place) => (
            <PassageLine key={`${line.highlight.id} ${line.group ?? ''}`} line={line} at={at + place} words={words} {...props} />
          ))}
        </ul>
      </section>
    </>
  );
}

function PassageLine({
  line,
  at,
  selected,
  editing,
  acts,
  words,
}: Pick<CardsProps, 'selected' | 'editing' | 'acts' | 'words'> & { line: Line; at: number }) {
  const { highlight, isLost, now, conditions } = line;
  const { id, anchor, note, tags, entities, colour, created } = highlight;
  if (editing?.id === id) return <>{editing.editor(line, at)}</>;
  const quote = clipped(anchor.quote.exact, LONGEST_SHOWN);
  const tool = (key: 'historyOpen' | 'historyEdit' | 'highlightDelete', icon: 'away' | 'edit' | 'trash', act: () => void) => (
    <button type="button" class="tool" aria-label={words.say(key)} title={words.say(key)} onClick={act}>
      <Icon name={icon} />
    </button>
  );
  return (
    <li
      class="passage"
      data-id={id}
      data-at={at}
      data-colour={colour}
      data-lost={isLost || undefined}
      data-selected={selected.has(id) || undefined}
    >
      <label class="select">
        <span class="unseen">
          {words.say('historySelect')} <bdi>{clipped(anchor.quote.exact, NAMING)}</bdi>
        </span>
        <input type="checkbox" checked={selected.has(id)} onChange={() => acts.onSelect(line)} />
      </label>
      <div class="text">
        <button type="button" class="quote" dir="auto" title={words.say('historyOpen')} onClick={() => acts.onOpen(line)}>
          <MarkedText text={quote} conditions={conditions} />
        </button>
        {note !== '' && (
          <p class="kept-note" dir="auto">
            <MarkedText text={note} conditions={conditions} />
          </p>
        )}
        {tags.length > 0 && (
          <ul class="chips" aria-label={words.say('tagsOf')}>
            {tags.map((tag) => (
              <li key={tag} class="chip">
                <bdi>
                  <MarkedText text={tag} conditions={conditions} />
                </bdi>
              </li>
            ))}
          </ul>
        )}
        {entities.length > 0 && (
          <ul class="named" aria-label={words.say('highlightEntities')}>
            {entities.map((entity) => (
              <li key={entity.id} data-kind={entity.id.slice(0, entity.id.indexOf('/'))}>
                <span class="dot" />
                <bdi lang={entity.lang} dir={directionOf(entity.lang)}>
                  <MarkedText text={entity.name} conditions={conditions} />
                </bdi>
              </li>
            ))}
          </ul>
        )}
        {now !== undefined && <Reworded changes={wordDiff(anchor.quote.exact, now)} words={words} />}
        {isLost && <Gone anchor={anchor} day={formatInstantDay(created, words.locale)} words={words} />}
      </div>
      <div class="tools">
        {tool('historyOpen', 'away', () => acts.onOpen(line))}
        {tool('historyEdit', 'edit', () => acts.onEdit(line))}
        {tool('highlightDelete', 'trash', () => acts.onDelete(line))}
      </div>
    </li>
  );
}
