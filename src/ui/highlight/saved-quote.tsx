/** The words of a saved passage. A long one shows its beginning until asked for the rest. */
import { useId, useState } from 'preact/hooks';
import { clipped } from './clipped.ts';
import type { Words } from '../words.ts';

/** UTF-16 units shown at first: about six lines of a narrow panel. */
const AT_FIRST = 240;

/** With `onGoTo` the words are a button that leads to the passage. */
export function SavedQuote({ text, onGoTo, words }: { text: string; onGoTo?: (() => void) | undefined; words: Words }) {
  const [whole, setWhole] = useState(false);
  const id = useId();
  const shown = whole ? text : clipped(text, AT_FIRST);
  return (
    <div class="saved-quote">
      {onGoTo === undefined ? (
        <blockquote id={id} class="quote" dir="auto" tabIndex={-1}>
          {shown}
        </blockquote>
      ) : (
        <button type="button" id={id} class="quote" dir="auto" onClick={onGoTo}>
          {shown}
        </button>
      )}
      {text.length > AT_FIRST && (
        <button type="button" class="fold" aria-expanded={whole} aria-controls={id} onClick={() => setWhole(!whole)}>
          {words.say(whole ? 'highlightShowLess' : 'highlightShowAll')}
        </button>
      )}
    </div>
  );
}
