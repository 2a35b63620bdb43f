/** The trash: what was deleted in the last 30 days. */
import { useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks';
import type { Highlight } from '../../src/highlights/highlight.ts';
import { codeOf } from '../../src/messages/dateline-error.ts';
import { ERROR_TEXTS } from '../../src/ui/error-texts.ts';
import { rememberFocus } from '../../src/ui/kept-focus.ts';
import { TrashList } from '../../src/ui/trash-list.tsx';
import type { Words } from '../../src/ui/words.ts';
import { askBackground } from '../platform/own-page-messages.ts';
import { onTabNews } from '../platform/shown-tab.ts';
import { sendChanges } from './changing.ts';
import type { Done } from './undo.ts';

/** See the head of this file. Shown anew when it changes elsewhere, with the focus where it was or on the next passage. */
export function TrashView({ onTell, words }: { onTell: (text: string, done?: Done) => void; words: Words }) {
  const [highlights, setHighlights] = useState<readonly Highlight[] | null>(null);
  const section = useRef<HTMLElement>(null);
  const restoreFocusRef = useRef<() => void>(undefined);
  useEffect(() => {
    const look = (): void =>
      void askBackground('trash', {}).then(
        (trash) => {
          if (section.current !== null) restoreFocusRef.current = rememberFocus(section.current);
          setHighlights(trash.highlights);
        },
        () => undefined,
      );
    look();
    return onTabNews(look);
  }, []);
  useLayoutEffect(() => restoreFocusRef.current?.(), [highlights]);
  const run = (act: Promise<unknown>): void => void act.catch((error: unknown) => onTell(words.say(ERROR_TEXTS[codeOf(error)])));
  const restore = async (id: string): Promise<void> => {
    await sendChanges([{ id, edit: { kind: 'restore' } }]);
    const text = words.say('trashRestored');
    onTell(text, { text, undo: () => sendChanges([{ id, edit: { kind: 'delete' } }]) });
  };
  const forget = async (ids?: string[]): Promise<void> => {
    const { forgotten } = await askBackground('empty-trash', ids === undefined ? {} : { ids });
    onTell(words.count('trashForgotten', forgotten));
  };
  return (
    <section id="trash" ref={section}>
      <h2 class="group" tabIndex={-1} data-list-head>
        {words.say('trashTitle')}
      </h2>
      <p class="note">{words.say('trashText')}</p>
      {highlights === null ? (
        <p class="note">{words.say('loading')}</p>
      ) : (
        <TrashList
          highlights={highlights}
          onRestore={(id) => run(restore(id))}
          onForget={(id) => run(forget([id]))}
          onForgetAll={() => run(forget())}
          words={words}
        />
      )}
    </section>
  );
}
