/** What cards said when passages were saved, each beside what has changed since. */
import type { PackView } from '../../../src/facts/pack-view.ts';
import type { Highlight } from '../../../src/highlights/highlight.ts';
import { formatDate, formatInstantDay } from '../../../src/ui/dates.ts';
import { Icon } from '../../../src/ui/icons.tsx';
import type { Words } from '../../../src/ui/words.ts';
import { changedLines } from './changed-facts.ts';

/** See the head of this file; `id` is the entity's. */
export function SaidThen({
  id,
  passages,
  pack,
  words,
}: {
  id: string;
  passages: readonly Highlight[];
  pack: PackView;
  words: Words;
}) {
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
                <strong>{` · ${words.say('entityGone')}: ${words.number(changed.length)}`}</strong>
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
