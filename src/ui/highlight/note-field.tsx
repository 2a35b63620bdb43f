/** A note, written where it stands. */
import { useEffect, useId, useLayoutEffect, useReducer } from 'preact/hooks';
import { ERROR_TEXTS } from '../error-texts.ts';
import { fieldDirection } from '../field-direction.ts';
import type { NoteSaving, NoteState } from './note-saving.ts';
import type { Words } from '../words.ts';

/** What a note field is given. */
export interface NoteFieldProps {
  readonly saving: NoteSaving;
  /** Says which note it is, for who cannot see what it stands beside. */
  readonly label: string;
  /** Most UTF-16 units a note may have. */
  readonly longest: number;
  /** Escape was pressed. */
  readonly onLeave: () => void;
  readonly words: Words;
}

/** See the head of this file. Saves when typing pauses, when the field loses the focus, and when the page is hidden or closed. */
export function NoteField({ saving, label, longest, onLeave, words }: NoteFieldProps) {
  const statusId = useId();
  const [, showAgain] = useReducer((shown: number) => shown + 1, 0);
  // Before the field can be typed in: an effect after painting would miss the first letters.
  useLayoutEffect(() => saving.onChange(() => showAgain(undefined)), [saving]);
  useEffect(() => {
    const flush = (): void => saving.flush();
    document.addEventListener('visibilitychange', flush);
    window.addEventListener('pagehide', flush);
    return () => {
      document.removeEventListener('visibilitychange', flush);
      window.removeEventListener('pagehide', flush);
      flush();
    };
  }, [saving]);
  return (
    <div class="note-field">
      {/* The box behind holds the same text and so gives the field its height. */}
      <div class="grows" data-text={saving.text}>
        <textarea
          rows={1}
          dir={fieldDirection(saving.text)}
          aria-label={label}
          aria-describedby={statusId}
          placeholder={words.say('noteAdd')}
          maxLength={longest}
          value={saving.text}
          onInput={(event) => saving.type(event.currentTarget.value)}
          onBlur={() => saving.flush()}
          onKeyDown={(event) => {
            if (event.key !== 'Escape' || event.isComposing) return;
            event.stopPropagation();
            onLeave();
          }}
        />
      </div>
      <p id={statusId} class="note-state" role="status">
        <StateText state={saving.state} full={saving.text.length >= longest} words={words} />
      </p>
      {saving.state.is === 'not-saved' && (
        <button type="button" class="main" onClick={() => saving.flush()}>
          {words.say('tryAgain')}
        </button>
      )}
    </div>
  );
}

function StateText({ state, full, words }: { state: NoteState; full: boolean; words: Words }) {
  if (state.is === 'not-saved') {
    return (
      <strong>
        {words.say(ERROR_TEXTS[state.code])} {words.say('noteKept')}
      </strong>
    );
  }
  const said = state.is === 'as-stored' ? '' : words.say(state.is === 'saving' ? 'noteSaving' : 'noteSaved');
  return <>{full ? `${said} ${words.say('noteFull')}` : said}</>;
}
