/** Facts down a line of time: date, text, source numbers; both sides where they differ. */
import type { BriefingFact } from '../../facts/briefing.ts';
import { PackText, Name, Period, When } from '../pack-text.tsx';
import { SourceNumbers, type Sourcing } from './sources.tsx';
import type { Words } from '../words.ts';

/** A list of facts in the order given. `label` names it for screen readers. */
export function DatedFacts({
  facts,
  label,
  sourcing,
  words,
}: {
  facts: readonly BriefingFact[];
  label: string;
  sourcing: Sourcing;
  words: Words;
}) {
  if (facts.length === 0) return null;
  return (
    <ol class="facts" aria-label={label}>
      {facts.map((fact) => (
        <li key={`${fact.on ?? fact.from ?? ''} ${fact.text.text}`}>
          <p class="date">
            <FactDate fact={fact} words={words} />
          </p>
          <p class="fact">
            <PackText text={fact.text} words={words}>
              <SourceNumbers numbers={fact.sources} sourcing={sourcing} words={words} />
            </PackText>
          </p>
          {fact.disputed.length > 0 && <Sides fact={fact} sourcing={sourcing} words={words} />}
        </li>
      ))}
    </ol>
  );
}

function FactDate({ fact: { on, from, until }, words }: { fact: BriefingFact; words: Words }) {
  if (on !== undefined) return <When date={on} words={words} />;
  return from === undefined ? null : <Period from={from} until={until} words={words} />;
}

function Sides({ fact, sourcing, words }: { fact: BriefingFact; sourcing: Sourcing; words: Words }) {
  return (
    <div class="sides">
      <p class="sides-title">{words.say('cardDisputed')}</p>
      <dl>
        {fact.disputed.map(({ by, text, sources }) => (
          <div key={by.text}>
            <dt>
              <Name text={by} />
            </dt>
            <dd>
              <PackText text={text} words={words}>
                <SourceNumbers numbers={sources} sourcing={sourcing} words={words} />
              </PackText>
            </dd>
          </div>
        ))}
      </dl>
    </div>
  );
}
