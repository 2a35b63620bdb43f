/** All of one entity: the pack's facts on a line of time with what was read and saved, how often it was met, and what cards said then. */
import { useEffect, useMemo, useState } from 'preact/hooks';
import * as v from 'valibot';
import { PackAbout } from '../../../src/facts/compiled-pack.ts';
import type { PackView } from '../../../src/facts/pack-view.ts';
import type { Highlight } from '../../../src/highlights/highlight.ts';
import type { Connection } from '../../../src/store/connection.ts';
import type { PassageFinder } from '../../../src/store/passage-finder.ts';
import { passagesById } from '../../../src/store/saved-passages.ts';
import { formatDate } from '../../../src/ui/dates.ts';
import { Icon } from '../../../src/ui/icons.tsx';
import type { Words } from '../../../src/ui/words.ts';
import { askBackground } from '../../platform/own-page-messages.ts';
import { packagedJson } from '../../platform/packaged.ts';
import { EntityLine } from './entity-line.tsx';
import { entityName } from '../articles/finding-articles.ts';
import { meetingsByMonth, type MonthOfMeetings } from './meetings.ts';
import type { Shelf } from '../shelf.ts';
import { SaidThen } from '../passages/said-then.tsx';
import { type PlacedBy, timeLine } from './time-line.ts';

/** Passages of the entity that are looked at, latest saved first. */
const MOST_PASSAGES = 500;
/** Width of a month's bar and the gap beside it, in CSS pixels. */
const WIDTH_OF_MONTH = 26;

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
        <EntityLine
          points={line}
          onOpen={(passage) => void askBackground('open-highlight', { id: passage }).catch(() => undefined)}
          words={words}
        />
      </section>
      <SaidThen id={id} passages={passages} pack={pack} words={words} />
    </article>
  );
}

function Bars({ months, words }: { months: readonly MonthOfMeetings[]; words: Words }) {
  if (months.length === 0) return null;
  // Bars of one width while they fit, so that a few do not fill the page.
  const maxWidth = `${months.length * WIDTH_OF_MONTH}px`;
  const highest = Math.max(...months.map(({ mentions }) => mentions));
  return (
    <section class="months">
      <h3>{words.say('entityMonths')}</h3>
      <div class="bars" style={{ maxWidth }} aria-hidden="true">
        {months.map(({ month, mentions }) => (
          <i
            key={month}
            style={{ height: `${(100 * mentions) / highest}%` }}
            title={`${formatDate(month, words.locale)}: ${words.number(mentions)}`}
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
                <td>{words.number(mentions)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </details>
    </section>
  );
}
