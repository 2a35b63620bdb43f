/** The trash: what was deleted, last deleted first, each to be restored or deleted for good. */
import { useState } from 'preact/hooks';
import type { Highlight } from '../highlights/highlight.ts';
import { formatInstantDay } from './dates.ts';
import { SavedQuote } from './highlight/saved-quote.tsx';
import type { Words } from './words.ts';

/** What the trash is given. */
export interface TrashListProps {
  readonly highlights: readonly Highlight[];
  readonly onRestore: (id: string) => void;
  readonly onForget: (id: string) => void;
  readonly onForgetAll: () => void;
  readonly words: Words;
}

/** See the head of this file. Emptying all of it takes a second press, for there is no way back. */
export function TrashList({ highlights, onRestore, onForget, onForgetAll, words }: TrashListProps) {
  if (highlights.length === 0) return <p class="note">{words.say('trashNothing')}</p>;
  return (
    <>
      <ul class="highlights" aria-label={words.say('trashTitle')}>
        {highlights.map((highlight) => (
          <li key={highlight.id} class="highlight" data-id={highlight.id} data-colour={highlight.colour}>
            <SavedQuote text={highlight.anchor.quote.exact} words={words} />
            {highlight.note !== '' && (
              <p class="kept-note" dir="auto">
                {highlight.note}
              </p>
            )}
            <p class="from">
              <bdi>{highlight.article.title || highlight.article.site}</bdi>
              {highlight.deleted !== null &&
                ` · ${words.say('trashDeletedOn', formatInstantDay(highlight.deleted, words.locale))}`}
            </p>
            <div class="tools">
              <button type="button" class="main" onClick={() => onRestore(highlight.id)}>
                {words.say('trashRestore')}
              </button>
              <button type="button" onClick={() => onForget(highlight.id)}>
                {words.say('trashForget')}
              </button>
            </div>
          </li>
        ))}
      </ul>
      <EmptyAll count={highlights.length} onForgetAll={onForgetAll} words={words} />
    </>
  );
}

function EmptyAll({ count, onForgetAll, words }: { count: number; onForgetAll: () => void; words: Words }) {
  const [asked, setAsked] = useState(false);
  if (!asked) {
    return (
      <button type="button" class="main" onClick={() => setAsked(true)}>
        {words.say('trashEmptyAll')}
      </button>
    );
  }
  return (
    <div class="row">
      <button
        type="button"
        class="main"
        onClick={() => {
          setAsked(false);
          onForgetAll();
        }}
      >
        {words.count('trashForgetAll', count)}
      </button>
      <button type="button" onClick={() => setAsked(false)}>
        {words.say('trashKeep')}
      </button>
    </div>
  );
}
