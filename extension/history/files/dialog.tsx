/** A dialog over the page: the browser's own, which keeps the focus in it, closes on Escape and gives the focus back. */
import type { ComponentChildren } from 'preact';
import { useEffect, useId, useRef } from 'preact/hooks';
import { Icon } from '../../../src/ui/icons.tsx';
import type { Words } from '../../../src/ui/words.ts';

/** See the head of this file. `onClose` is called however it is closed. */
export function Dialog({
  title,
  onClose,
  words,
  children,
}: {
  title: string;
  onClose: () => void;
  words: Words;
  children: ComponentChildren;
}) {
  const id = useId();
  const boxRef = useRef<HTMLDialogElement>(null);
  useEffect(() => {
    boxRef.current?.showModal();
  }, []);
  return (
    <dialog ref={boxRef} class="dialog" aria-labelledby={id} onClose={onClose}>
      <header>
        <h2 id={id}>{title}</h2>
        <button type="button" class="tool" aria-label={words.say('cardClose')} onClick={() => boxRef.current?.close()}>
          <Icon name="close" />
        </button>
      </header>
      {children}
    </dialog>
  );
}
