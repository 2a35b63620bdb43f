/** What only one kind of entity has: an agreement's day, parties and terms; an event's time, place and sides. */
import type { ComponentChildren } from 'preact';
import type { Briefing } from '../../facts/briefing.ts';
import { Names, PackText, Period, When } from '../pack-text.tsx';
import { SourceNumbers, type Sourcing } from './sources.tsx';
import type { Words } from '../words.ts';

/** An agreement: when, between whom, and its terms in short. */
export function AgreementPart({
  agreement,
  sourcing,
  words,
}: {
  agreement: NonNullable<Briefing['agreement']>;
  sourcing: Sourcing;
  words: Words;
}) {
  return (
    <dl class="particulars">
      <Row name={words.say('cardAgreed')}>
        <When date={agreement.date} words={words} />
      </Row>
      <Row name={words.say('cardParties')}>
        <Names texts={agreement.parties} words={words} />
      </Row>
      {agreement.terms.length > 0 && (
        <Row name={words.say('cardTerms')}>
          <ul>
            {agreement.terms.map(({ text, sources }) => (
              <li key={text.text}>
                <PackText text={text} words={words}>
                  <SourceNumbers numbers={sources} sourcing={sourcing} words={words} />
                </PackText>
              </li>
            ))}
          </ul>
        </Row>
      )}
    </dl>
  );
}

/** An event: when, where, between whom. */
export function EventPart({
  event,
  sourcing,
  words,
}: {
  event: NonNullable<Briefing['event']>;
  sourcing: Sourcing;
  words: Words;
}) {
  return (
    <dl class="particulars">
      <Row name={words.say('cardWhen')}>
        <Period from={event.from} until={event.until} words={words} />
        <SourceNumbers numbers={event.sources} sourcing={sourcing} words={words} />
      </Row>
      {event.where.length > 0 && (
        <Row name={words.say('cardWhere')}>
          <Names texts={event.where} words={words} />
        </Row>
      )}
      {event.between.length > 0 && (
        <Row name={words.say('cardBetween')}>
          <Names texts={event.between} words={words} />
        </Row>
      )}
    </dl>
  );
}

function Row({ name, children }: { name: string; children: ComponentChildren }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  );
}
