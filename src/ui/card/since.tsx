/** *Since this article*: everything later, behind a closed disclosure, ending with the day up to which the pack knows. */
import type { Briefing } from '../../facts/briefing.ts';
import { DatedFacts } from './dated-facts.tsx';
import { formatDate } from '../dates.ts';
import { Icon } from '../icons.tsx';
import type { Sourcing } from './sources.tsx';
import { SpanList, StripTitle } from './tenure-strip.tsx';
import type { Words } from '../words.ts';

/** The disclosure. Without an article's day it holds every fact, says so, and is open. */
export function SinceArticle({
  briefing,
  dated,
  sourcing,
  words,
}: {
  briefing: Briefing;
  dated: boolean;
  sourcing: Sourcing;
  words: Words;
}) {
  const { since, strip, knownUntil } = briefing;
  const changes = (strip?.later ?? []).filter((span) => !dated || !span.onTheDay || span.until !== undefined);
  const knows = <p class="known-until">{words.say('cardKnownUntil', formatDate(knownUntil, words.locale))}</p>;
  const count = since.length + changes.length;
  if (count === 0) return knows;
  const latest = latestDate(since, changes);
  return (
    <details class="since" open={!dated}>
      <summary>
        <Icon name="open" />
        <span>
          <b>{words.say(dated ? 'cardSince' : 'cardAllFacts')}</b>
          {dated && (
            <>
              {' · '}
              {words.count('cardDevelopments', count)}
              {' · '}
              {words.say('cardLatest', formatDate(latest.slice(0, 'YYYY-MM'.length), words.locale))}
            </>
          )}
        </span>
      </summary>
      <DatedFacts facts={since} label={words.say(dated ? 'cardSince' : 'cardAllFacts')} sourcing={sourcing} words={words} />
      {strip !== undefined && changes.length > 0 && (
        <section class="strip">
          <h3>
            <StripTitle briefing={briefing} title={strip.title} words={words} />
          </h3>
          <SpanList spans={changes} sourcing={sourcing} words={words} />
        </section>
      )}
      {knows}
    </details>
  );
}

/** The latest date something began, ended or happened; partial dates compare as text, which is in order of time. */
function latestDate(facts: Briefing['since'], spans: NonNullable<Briefing['strip']>['later']): string {
  const dates = [...facts, ...spans].flatMap((one) => [('on' in one ? one.on : undefined) ?? one.from ?? '', one.until ?? '']);
  return dates.reduce((latest, date) => (date > latest ? date : latest), '');
}
