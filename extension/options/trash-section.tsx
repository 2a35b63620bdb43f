/** The trash, on the settings page. */
import { useCallback, useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks';
import { codeOf } from '../../src/messages/dateline-error.ts';
import type { Highlight } from '../../src/highlights/highlight.ts';
import { ERROR_TEXTS } from '../../src/ui/error-texts.ts';
import { rememberFocus } from '../../src/ui/kept-focus.ts';
import { TrashList } from '../../src/ui/trash-list.tsx';
import type { Words } from '../../src/ui/words.ts';
import { askBackground } from '../platform/own-page-messages.ts';
import { onTabNews } from '../platform/shown-tab.ts';

/** Shows what is there, also when that changes elsewhere. */
export function TrashSection({ words }: { words: Words }) {
  const [highlights, setHighlights] = useState<readonly Highlight[] | null>(null);
  const [saying, setSaying] = useState('');
  const sectionRef = useRef<HTMLElement>(null);
  const restoreFocusRef = useRef<() => void>(undefined);

  /** Runs something and shows the trash after it; says what was done, or what went wrong. */
  const run = useCallback(
    async (act: () => Promise<string>): Promise<void> => {
      try {
        const said = await act();
        const found = await askBackground('trash', {});
        if (sectionRef.current !== null) restoreFocusRef.current = rememberFocus(sectionRef.current);
        setHighlights(found.highlights);
        if (said !== '') setSaying(said);
      } catch (error) {
        setSaying(words.say(ERROR_TEXTS[codeOf(error)]));
      }
    },
    [words],
  );
  useLayoutEffect(() => restoreFocusRef.current?.(), [highlights]);
  useEffect(() => {
    const look = (): void => void run(() => Promise.resolve(''));
    look();
    onTabNews(look);
  }, [run]);

  const restore = async (id: string): Promise<string> => {
    await askBackground('change-highlight', { entry: crypto.randomUUID(), id, edit: { kind: 'restore' } });
    return words.say('trashRestored');
  };
  const forget = async (ids?: string[]): Promise<string> => {
    const { forgotten } = await askBackground('empty-trash', ids === undefined ? {} : { ids });
    return words.count('trashForgotten', forgotten);
  };
  return (
    <section id="trash" ref={sectionRef}>
      <h2 tabIndex={-1} data-list-head>
        {words.say('trashTitle')}
      </h2>
      <p class="note">{words.say('trashText')}</p>
      {highlights !== null && (
        <TrashList
          highlights={highlights}
          onRestore={(id) => void run(() => restore(id))}
          onForget={(id) => void run(() => forget([id]))}
          onForgetAll={() => void run(() => forget())}
          words={words}
        />
      )}
      <p class="saved" role="status">
        {saying}
      </p>
    </section>
  );
}
