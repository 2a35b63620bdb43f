/** A stretch of what was found, as cards: one for each article, under the day or the entity it is grouped by. */
import type { ComponentChildren } from 'preact';
import type { Condition } from '../../src/highlights/search/query.ts';
import { Icon } from '../../src/ui/icons.tsx';
import { formatDate, formatInstantDay } from '../../src/ui/dates.ts';
import type { Words } from '../../src/ui/words.ts';
import { clipped } from '../../src/ui/clipped.ts';
import type { Grouping, Line } from './library.ts';
import { MarkedText } from './marked-text.tsx';

/** UTF-16 units of a passage shown in the list. */
const LONGEST_SHOWN = 420;

/** What can be done with a passage of the list. */
export interface LineActs {
  readonly onOpen: (line: Line) => void;
  readonly onEdit: (line: Line, at: number) => void;
  readonly onSelect: (line: Line) => void;
  readonly onDelete: (line: Line) => void;
  readonly onFocus: (at: number) => void;
}

/** What the cards are given. */
export interface CardsProps {
  readonly lines: readonly Line[];
  /** Place of the first line in the result. */
  readonly from: number;
  readonly before: Line | undefined;
  readonly grouping: Grouping;
  readonly conditions: readonly Condition[];
  readonly selected: ReadonlySet<string>;
  /** The line that is edited in place, and what with. */
  readonly editing: { readonly id: string; readonly editor: (line: Line) => ComponentChildren } | null;
  /** Name of an entity that passages are grouped by. */
  readonly nameOf: (entity: string) => string;
  readonly acts: LineActs;
  readonly words: Words;
}

/** See the head of this file. */
export function PassageCards(props: CardsProps) {
  return cardsOf(props).map((card) => <PassageCard key={card.at} card={card} {...props} />);
}

/** Lines of one article in a row. */
interface Card {
  readonly at: number;
  readonly lines: readonly Line[];
  /** Day or entity that begins with it; `undefined` where the one above goes on. */
  readonly heading: string | undefined;
  /** Whether its article's card began in the stretch above. */
  readonly goesOn: boolean;
}

function cardsOf({ lines, from, before, grouping, nameOf, words }: CardsProps): readonly Card[] {
  const headingOf = (line: Line): string =>
    grouping === 'day'
      ? formatInstantDay(line.highlight.created, words.locale)
      : grouping === 'entity'
        ? nameOf(line.group ?? '')
        : '';
  const cards: { at: number; lines: Line[]; heading: string | undefined; goesOn: boolean }[] = [];
  lines.forEach((line, place) => {
    const above = place === 0 ? before : lines[place - 1];
    const isSameHeading = above !== undefined && headingOf(above) === headingOf(line);
    const isSameCard = isSameHeading && above.highlight.article.address === line.highlight.article.address;
    const last = cards.at(-1);
    if (isSameCard && last !== undefined) last.lines.push(line);
    else
      cards.push({
        at: from + place,
        lines: [line],
        heading: isSameHeading || grouping === 'article' ? undefined : headingOf(line),
        goesOn: isSameCard,
      });
  });
  return cards;
}

function PassageCard({ card, words, ...props }: CardsProps & { card: Card }) {
  const { at, lines, heading, goesOn } = card;
  const [first] = lines;
  if (first === undefined) return null;
  const { article } = first.highlight;
  return (
    <>
      {heading !== undefined && <h2 class="group">{heading}</h2>}
      <section class={goesOn ? 'article goes-on' : 'article'} aria-label={article.title || article.address}>
        {!goesOn && (
          <header>
            <h3>
              <bdi>
                <MarkedText text={article.title || article.address} conditions={props.conditions} />
              </bdi>
            </h3>
            <p class="note">
              <bdi>{article.site || siteName(article.address)}</bdi>
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
  conditions,
  selected,
  editing,
  acts,
  words,
}: Pick<CardsProps, 'conditions' | 'selected' | 'editing' | 'acts' | 'words'> & { line: Line; at: number }) {
  const { highlight, isLost } = line;
  const { id, anchor, note, tags, colour, created } = highlight;
  if (editing?.id === id) return <>{editing.editor(line)}</>;
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
      onFocusIn={() => acts.onFocus(at)}
    >
      <label class="select">
        <span class="unseen">{words.say('historySelect')}</span>
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
        {isLost && <p class="lost">{words.say('highlightGone', formatInstantDay(created, words.locale))}</p>}
      </div>
      <div class="tools">
        {tool('historyOpen', 'away', () => acts.onOpen(line))}
        {tool('historyEdit', 'edit', () => acts.onEdit(line, at))}
        {tool('highlightDelete', 'trash', () => acts.onDelete(line))}
      </div>
    </li>
  );
}

function siteName(address: string): string {
  return new URL(address).hostname;
}
