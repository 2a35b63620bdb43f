/** Says what an act did and offers to take it back. */
import { useEffect, useState } from 'preact/hooks';
import { Icon } from './icons.tsx';
import type { Words } from './words.ts';

/** Milliseconds a toast stays while neither pointer nor focus is on it: time to read two lines and reach the button (WCAG 2.2.1 asks for more only without another way back; options has one). */
const STAYS = 8000;

/** One act done. Without `onUndo` it only tells, for instance that something failed. */
export interface ToastProps {
  readonly text: string;
  readonly onUndo?: (() => void) | undefined;
  /** What failed can be tried again: the toast then stays until it is answered. */
  readonly onRetry?: (() => void) | undefined;
  readonly onClose: () => void;
  readonly words: Words;
}

/** See the head of this file. Announced politely; goes by itself, but not from under a pointer or a focus. */
export function Toast({ text, onUndo, onRetry, onClose, words }: ToastProps) {
  const [held, setHeld] = useState(false);
  useEffect(() => {
    if (held || onRetry !== undefined) return undefined;
    const timer = setTimeout(onClose, STAYS);
    return () => clearTimeout(timer);
  }, [held, text, onRetry, onClose]);
  return (
    <div
      class="toast"
      role="status"
      lang={words.lang}
      dir={words.dir}
      onPointerEnter={() => setHeld(true)}
      onPointerLeave={() => setHeld(false)}
      onFocusIn={() => setHeld(true)}
      onFocusOut={() => setHeld(false)}
    >
      <span>{text}</span>
      {onUndo !== undefined && (
        <button type="button" class="undo" onClick={onUndo}>
          {words.say('undo')}
        </button>
      )}
      {onRetry !== undefined && (
        <button type="button" class="undo" onClick={onRetry}>
          {words.say('tryAgain')}
        </button>
      )}
      <button type="button" class="tool" aria-label={words.say('cardClose')} onClick={onClose}>
        <Icon name="close" />
      </button>
    </div>
  );
}
