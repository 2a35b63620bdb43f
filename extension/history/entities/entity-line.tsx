/** A line of time: what happened, what was read about it, what was saved. */
import type { Highlight } from '../../../src/highlights/highlight.ts';
import { clipped } from '../../../src/ui/highlight/clipped.ts';
import { formatDate } from '../../../src/ui/dates.ts';
import type { MessageKey, Words } from '../../../src/ui/words.ts';
import type { TimePoint } from './time-line.ts';

/** UTF-16 units of a passage shown on the line. */
const LONGEST_SHOWN = 200;

const KINDS: Readonly<Record<TimePoint['is'], MessageKey>> = {
  fact: 'entityFact',
  article: 'entityArticle',
  passage: 'entityPassage',
};

/** See the head of this file. `onOpen` is given a passage's id. */
export function EntityLine({
  points,
  onOpen,
  words,
}: {
  points: readonly TimePoint[];
  onOpen: (passage: string) => void;
  words: Words;
}) {
  return (
    <ol class="line">
      {points.map((point) => (
        <Point key={keyOf(point)} point={point} onOpen={onOpen} words={words} />
      ))}
    </ol>
  );
}

function Point({ point, onOpen, words }: { point: TimePoint; onOpen: (passage: string) => void; words: Words }) {
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
        {point.is === 'passage' && <PassagePoint highlight={point.highlight} onOpen={onOpen} words={words} />}
      </div>
    </li>
  );
}

function PassagePoint({
  highlight: { id, anchor, note },
  onOpen,
  words,
}: {
  highlight: Highlight;
  onOpen: (passage: string) => void;
  words: Words;
}) {
  return (
    <>
      <button type="button" class="quote" dir="auto" title={words.say('historyOpen')} onClick={() => onOpen(id)}>
        {clipped(anchor.quote.exact, LONGEST_SHOWN)}
      </button>
      {note !== '' && <p dir="auto">{note}</p>}
    </>
  );
}

function keyOf(point: TimePoint): string {
  if (point.is === 'fact') return `${point.day} ${point.text.text}`;
  return point.is === 'article' ? point.article.address : point.highlight.id;
}
