/**
 * Notices when the reader has finished selecting: with mouse or pen when the button is released, with the keyboard when the key is, by finger
 * when the handles have come to rest. Hears everything, prevents nothing.
 */
import { isOurs } from '../own-event.ts';

/** How long a selection must not have changed to be finished, in milliseconds, where no button or key tells. */
const SETTLED = 300;

/** How the reader selected. */
export interface Selecting {
  readonly touch: boolean;
  /** Where the pointer was released; `null` for keys. */
  readonly pointer: { readonly x: number; readonly y: number } | null;
}

/** Who hears of it. */
export interface SelectionListener {
  /** A selection is finished; it may be empty. */
  readonly onSelected: (how: Selecting) => void;
  /** The selection was given up, or another begins. */
  readonly onBegin: () => void;
}

/** Reports until `signal` aborts. A selection the page's scripts make is none of the reader's: without a pointer or key of theirs it is passed over. */
export function reportSelecting({ onSelected, onBegin }: SelectionListener, signal: AbortSignal): void {
  let isPressed = false;
  // This script comes with a selection: what it missed of that one was the reader's.
  let isReaders = true;
  let touch = false;
  /** Whether the selection is another than the one last reported. */
  let isNew = true;
  let timer: ReturnType<typeof setTimeout> | undefined;

  const settle = (wait: number, pointer: Selecting['pointer']): void => {
    clearTimeout(timer);
    if (!isNew) return;
    timer = setTimeout(() => {
      isNew = false;
      if (!signal.aborted) onSelected({ touch, pointer });
    }, wait);
  };
  const listen = <Type extends keyof DocumentEventMap>(type: Type, listener: (event: DocumentEventMap[Type]) => void): void => {
    const hear = (event: DocumentEventMap[Type]): void => {
      if (event.isTrusted && !isOurs(event)) listener(event);
    };
    document.addEventListener(type, hear, { signal, capture: true, passive: true });
  };

  listen('pointerdown', ({ pointerType }) => {
    isPressed = true;
    isReaders = true;
    touch = pointerType === 'touch';
    clearTimeout(timer);
  });
  // A release on our own toolbar, or outside the window, ends a drag as well.
  document.addEventListener(
    'pointerup',
    (event) => {
      if (!event.isTrusted || !isPressed) return;
      isPressed = false;
      // The browser empties a clicked selection after this event.
      if (!touch) settle(0, { x: event.clientX, y: event.clientY });
    },
    { signal, capture: true, passive: true },
  );
  // A finger's long press becomes the browser's own, and its menu swallows the release.
  listen('pointercancel', () => (isPressed = false));
  listen('contextmenu', () => (isPressed = false));
  listen('keydown', () => {
    isReaders = true;
    touch = false;
  });
  listen('keyup', () => {
    if (!isPressed) settle(0, null);
  });
  document.addEventListener(
    'selectionchange',
    () => {
      isNew = true;
      if (getSelection()?.isCollapsed ?? true) {
        isReaders = isPressed;
        clearTimeout(timer);
        onBegin();
      } else if (isReaders && !isPressed) {
        settle(SETTLED, null);
      }
    },
    { signal },
  );
  if (!(getSelection()?.isCollapsed ?? true)) settle(SETTLED, null);
}
