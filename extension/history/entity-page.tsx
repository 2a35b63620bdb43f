/** All of one entity: the pack's facts on a line of time with what was read and saved, how often it was met, and what cards said then. */
import { useEffect, useMemo, useState } from 'preact/hooks';
import * as v from 'valibot';
import { PackAbout } from '../../src/facts/compiled-pack.ts';
import type { PackView } from '../../src/facts/pack-view.ts';
import type { Highlight } from '../../src/highlights/highlight.ts';
import type { Connection } from '../../src/store/connection.ts';
import type { PassageFinder } from '../../src/store/passage-finder.ts';
import { passagesById } from '../../src/store/saved-passages.ts';
import { clipped } from '../../src/ui/clipped.ts';
import { formatDate, formatInstantDay } from '../../src/ui/dates.ts';
import { Icon } from '../../src/ui/icons.tsx';
import type { MessageKey, Words } from '../../src/ui/words.ts';
import { askBackground } from '../platform/own-page-messages.ts';
import { packagedJson } from '../platform/packaged.ts';
import { changedLines } from './changed-facts.ts';
import { entityName } from './finding-articles.ts';
import { meetingsByMonth, type MonthOfMeetings } from './meetings.ts';
import type { Shelf } from './shelf.ts';
import { type PlacedBy, type TimePoint, timeLine } from './time-line.ts';

/** Passages of the entity that are looked at, latest saved first. */
const MOST_PASSAGES = 500;
/** UTF-16 units of a passage shown on the line. */
const LONGEST_SHOWN = 200;
/** Width of a month's bar and the gap beside it, in CSS pixels. */
const WIDTH_OF_MONTH = 26;

const KINDS: Readonly<Record<TimePoint['is'], MessageKey>> = {
  fact: 'entityFact',
  article: 'entityArticle',
  passage: 'entityPassage',
};

/** See the head of this file. */
export function EntityPage({
  id,
  shelf: { articles, entities, notOurs },
  finder,
  store,
  onBack,
  words,
}: {
  id: string;
  shelf: Shelf;
  finder: PassageFinder;
  store: Connection;
  onBack: () => void;
  words: Words;
}) {
  const [by, setBy] = useState<PlacedBy>('written');
  const [passages, setPassages] = useState<readonly Highlight[]>([]);
  const [weKnowUntil, setKnownUntil] = useState('');
  useEffect(() => {
    const found = finder.find({ conditions: [{ kind: 'field', field: 'entity', value: id, whole: true }], order: 'saved' });
    const ids = found.rows(0, MOST_PASSAGES).map((row) => row.id);
    passagesById(store, ids).then(
      (rows) => setPassages(rows.flatMap((row) => row ?? [])),
      () => undefined,
    );
  }, [finder, store, id]);
  useEffect(() => {
    packagedJson('pack/release.json').then(
      (release) => setKnownUntil(v.parse(v.looseObject(PackAbout.entries), release).knownUntil),
      () => undefined,
    );
  }, []);
  const entity = entities.get(id);
  const own = notOurs.get(id);
  const knownUntil = own?.knownUntil ?? weKnowUntil;
  const met = useMemo(() => articles.filter((article) => article.entities.some((one) => one.id === id)), [articles, id]);
  const line = useMemo(() => timeLine(entity, met, passages, { by, lang: words.lang }), [entity, met, passages, by, words]);
  const pack = useMemo(
    (): PackView => ({
      entity: (one) => entities.get(one),
      offices: [...entities.values()].filter(({ office }) => office !== undefined),
      map: () => undefined,
      knownUntil,
    }),
    [entities, knownUntil],
  );
  return (
    <article class="entity-page" data-kind={entity?.kind}>
      <button type="button" class="fold" onClick={onBack}>
        {words.say('entitiesAll')}
      </button>
      <h2>
        <bdi>{entityName(entities, id, words.lang)}</bdi>
      </h2>
      {own !== undefined && <p class="problem">{words.say('cardNotOurs', `\u2068${own.name}\u2069`)}</p>}
      {knownUntil !== '' && <p class="note">{words.say('entityKnownUntil', formatDate(knownUntil, words.locale))}</p>}
      <Bars months={meetingsByMonth(articles, id)} words={words} />
      <section>
        <h3>{words.say('entityLine')}</h3>
        <label class="select">
          <span>{words.say('entityBy')}</span>
          <select value={by} onChange={({ currentTarget }) => setBy(currentTarget.value === 'read' ? 'read' : 'written')}>
            <option value="written">{words.say('entityByWritten')}</option>
            <option value="read">{words.say('entityByRead')}</option>
          </select>
        </label>
        <ol class="line">
          {line.map((point) => (
            <Point key={keyOf(point)} point={point} words={words} />
          ))}
        </ol>
      </section>
      <SaidThen id={id} passages={passages} pack={pack} words={words} />
    </article>
  );
}

function Point({ point, words }: { point: TimePoint; words: Words }) {
  return (
    <li data-is={point.is} data-colour={point.is === 'passage' ? point.highlight.colour : undefined}>
      <time dateTime={point.day}>{formatDate(point.day, words.locale)}</time>
      <div>
        <span class="what">{words.say(KINDS[point.is])}</span>
        {point.is === 'fact' && (
          <p lang={point.text.lang} dir="auto">
            {point.text.text}
          </p>
        )}
        {point.is === 'article' && (
          <p>
            <a href={point.article.address} target="_blank" rel="noreferrer">
              <bdi>{point.article.article.title || point.article.address}</bdi>
            </a>
          </p>
        )}
        {point.is === 'passage' && <PassagePoint highlight={point.highlight} words={words} />}
      </div>
    </li>
  );
}

function PassagePoint({ highlight: { id, anchor, note }, words }: { highlight: Highlight; words: Words }) {
  return (
    <>
      <button
        type="button"
        class="quote"
        dir="auto"
        title={words.say('historyOpen')}
        onClick={() => void askBackground('open-highlight', { id }).catch(() => undefined)}
      >
        {clipped(anchor.quote.exact, LONGEST_SHOWN)}
      </button>
      {note !== '' && <p dir="auto">{note}</p>}
    </>
  );
}

function Bars({ months, words }: { months: readonly MonthOfMeetings[]; words: Words }) {
  if (months.length === 0) return null;
  // Bars of one width while they fit, so that a few do not fill the page.
  const maxWidth = `${months.length * WIDTH_OF_MONTH}px`;
  const highest = Math.max(...months.map(({ mentions }) => mentions));
  const number = new Intl.NumberFormat(words.locale);
  return (
    <section class="months">
      <h3>{words.say('entityMonths')}</h3>
      <div class="bars" style={{ maxWidth }} aria-hidden="true">
        {months.map(({ month, mentions }) => (
          <i
            key={month}
            style={{ height: `${(100 * mentions) / highest}%` }}
            title={`${formatDate(month, words.locale)}: ${number.format(mentions)}`}
          />
        ))}
      </div>
      <div class="ends note" style={{ maxWidth }} aria-hidden="true">
        <span>{formatDate(months[0]?.month ?? '', words.locale)}</span>
        {months.length > 1 && <span>{formatDate(months.at(-1)?.month ?? '', words.locale)}</span>}
      </div>
      <details>
        <summary>
          <Icon name="open" />
          {words.say('entityTable')}
        </summary>
        <table>
          <thead>
            <tr>
              <th scope="col">{words.say('entityMonth')}</th>
              <th scope="col">{words.say('entityMentions')}</th>
            </tr>
          </thead>
          <tbody>
            {months.map(({ month, mentions }) => (
              <tr key={month}>
                <th scope="row">{formatDate(month, words.locale)}</th>
                <td>{number.format(mentions)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </details>
    </section>
  );
}

/** What cards said when passages were saved, each beside what has changed since. */
function SaidThen({ id, passages, pack, words }: { id: string; passages: readonly Highlight[]; pack: PackView; words: Words }) {
  const said = passages.flatMap((highlight) => {
    const saved = highlight.entities.find((entity) => entity.id === id);
    if (saved === undefined || (saved.status === undefined && saved.facts.length === 0)) return [];
    return [{ highlight, saved, changed: changedLines(saved, pack, highlight.article.date?.day ?? null) }];
  });
  if (said.length === 0) return null;
  return (
    <section class="then">
      <h3>{words.say('entityThen')}</h3>
      <p class="note">{words.say('entityThenNote')}</p>
      {said.map(({ highlight, saved, changed }) => (
        <details key={highlight.id}>
          <summary>
            <Icon name="open" />
            <span>
              {formatInstantDay(highlight.created, words.locale)} ·{' '}
              <bdi>{highlight.article.title || highlight.article.address}</bdi>
              {changed !== undefined && changed.length > 0 && (
                <strong>{` · ${words.say('entityGone')}: ${new Intl.NumberFormat(words.locale).format(changed.length)}`}</strong>
              )}
            </span>
          </summary>
          <ul lang={saved.lang} dir="auto">
            {saved.status !== undefined && <li>{saved.status}</li>}
            {saved.facts.map((fact) => (
              <li key={fact.text}>
                {formatDate(fact.on ?? fact.from ?? '', words.locale)} {fact.text}
              </li>
            ))}
          </ul>
          {changed?.length === 0 && <p class="note">{words.say('entitySame')}</p>}
          {changed?.map(({ said: before, saysNow }) => (
            <dl key={before}>
              <dt>{words.say('entityGone')}</dt>
              <dd>
                <del dir="auto">{before}</del>
              </dd>
              {saysNow !== undefined && (
                <>
                  <dt>{words.say('entityNew')}</dt>
                  <dd>
                    <ins dir="auto">{saysNow}</ins>
                  </dd>
                </>
              )}
            </dl>
          ))}
        </details>
      ))}
    </section>
  );
}

function keyOf(point: TimePoint): string {
  if (point.is === 'fact') return `${point.day} ${point.text.text}`;
  return point.is === 'article' ? point.article.address : point.highlight.id;
}
