/** What the panel says where no article is being read, and what the reader can do about it. */
import type { ComponentChildren } from 'preact';
import type { ErrorCode } from '../../src/messages/dateline-error.ts';
import { ERROR_TEXTS } from '../../src/ui/error-texts.ts';
import type { Words } from '../../src/ui/words.ts';
import type { Known } from './seen.ts';

/** A tab that is not being read. A page whose address the browser hides from us can only be read by the toolbar's button. */
export function NotReading({
  known: { tab, state },
  onReadOnce,
  onSwitchOn,
  words,
}: {
  known: Pick<Known, 'tab' | 'state'>;
  onReadOnce: () => void;
  onSwitchOn: () => void;
  words: Words;
}) {
  if (tab.address !== undefined && state.access === 'refused') {
    return (
      <Said title={words.say('popupRefusedTitle')}>
        <p class="note">{words.say('popupRefusedText')}</p>
      </Said>
    );
  }
  if (tab.address !== undefined && !state.on) {
    return (
      <Said title={words.say('popupOffTitle')}>
        <p class="note">{words.say('popupOffText', state.host)}</p>
        <button type="button" class="main" onClick={onSwitchOn}>
          {words.say('optionsSiteOn', state.host)}
        </button>
      </Said>
    );
  }
  return (
    <Said title={words.say('popupNotReadTitle')}>
      {tab.address === undefined ? (
        <p class="note">{words.say('panelNotReadText')}</p>
      ) : (
        <>
          <button type="button" class="main" onClick={onReadOnce}>
            {words.say('popupReadOnce')}
          </button>
          <p class="note">{words.say('popupReadOnceText')}</p>
        </>
      )}
    </Said>
  );
}

/** What went wrong, with a way to look again. */
export function Failed({ code, onRetry, words }: { code: ErrorCode; onRetry: () => void; words: Words }) {
  return (
    <Said title={words.say('panelLabel')}>
      <p class="problem" role="alert">
        {words.say(code === 'unexpected' ? 'panelGone' : ERROR_TEXTS[code])}
      </p>
      <button type="button" class="main" onClick={onRetry}>
        {words.say('tryAgain')}
      </button>
    </Said>
  );
}

/** No tab is in front. */
export function NoTab({ words }: { words: Words }) {
  return <Said title={words.say('panelNoTab')} />;
}

function Said({ title, children }: { title: string; children?: ComponentChildren }) {
  return (
    <div class="said">
      <h1>{title}</h1>
      {children}
    </div>
  );
}
