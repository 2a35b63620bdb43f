/** Where a card's lines come from: a number beside each line, and the numbered list at the foot. */
import type { Briefing } from '../../facts/briefing.ts';
import { Icon } from '../icons.tsx';
import { When } from '../pack-text.tsx';
import { directionOf, type Words } from '../words.ts';

type Source = Briefing['sources'][number];

/** What a line needs to show its numbers: the list they point into, and what a press on one does. */
export interface Sourcing {
  readonly sources: readonly Source[];
  /** Shows source `number` (from 1) in the list at the foot. */
  readonly show: (number: number) => void;
}

/** The numbers of the sources of one line. */
export function SourceNumbers({ numbers, sourcing, words }: { numbers: readonly number[]; sourcing: Sourcing; words: Words }) {
  return (
    <span class="cites">
      {numbers.map((number) => (
        <button
          key={number}
          type="button"
          class="cite"
          aria-label={words.say('cardSourceNumber', String(number), sourcing.sources[number - 1]?.publisher ?? '')}
          onClick={() => sourcing.show(number)}
        >
          {number}
        </button>
      ))}
    </span>
  );
}

/** The list at the foot, closed until asked for. `shown` is the source to mark, from 1. */
export function SourceList({
  sources,
  open,
  shown,
  onToggle,
  words,
}: {
  sources: readonly Source[];
  open: boolean;
  shown: number | null;
  onToggle: (open: boolean) => void;
  words: Words;
}) {
  if (sources.length === 0) return null;
  return (
    <details class="sources" open={open} onToggle={(event) => onToggle(event.currentTarget.open)}>
      <summary>
        <Icon name="open" />
        {words.count('cardSources', sources.length)}
      </summary>
      <ol>
        {sources.map((source, index) => (
          <li key={source.url} class={index + 1 === shown ? 'shown' : undefined} data-source={index + 1}>
            <bdi class="publisher">{source.publisher}</bdi>
            {source.date !== undefined && (
              <>
                {' · '}
                <When date={source.date} words={words} />
              </>
            )}
            <a
              href={source.url}
              target="_blank"
              rel="noreferrer noopener"
              lang={source.lang ?? 'en'}
              dir={directionOf(source.lang ?? 'en')}
            >
              {source.title}
              <Icon name="away" />
              <span class="unseen">({words.say('opensInNewTab')})</span>
            </a>
          </li>
        ))}
      </ol>
    </details>
  );
}
