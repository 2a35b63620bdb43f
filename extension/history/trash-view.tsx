/** The trash: what was deleted in the last 30 days. */
import { useEffect, useState } from 'preact/hooks';
import type { Highlight } from '../../src/highlights/highlight.ts';
import { codeOf } from '../../src/messages/dateline-error.ts';
import { ERROR_TEXTS } from '../../src/ui/error-texts.ts';
import { TrashList } from '../../src/ui/trash-list.tsx';
import type { Words } from '../../src/ui/words.ts';
import { askBackground } from '../platform/own-page-messages.ts';
import { onTabNews } from '../platform/shown-tab.ts';
import { sendChanges } from './changing.ts';
import type { Done } from './undo.ts';

/** See the head of this file. */
export function TrashView({ onTell, words }: { onTell: (text: string, done?: Done) => void; words: Words }) {
  const [highlights, setHighlights] = useState<readonly Highlight[] | null>(null);
  useEffect(() => {
    const look = (): void =>
      void askBackground('trash', {}).then(
        (trash) => setHighlights(trash.highlights),
        () => undefined,
      );
    look();
    return onTabNews(look);
  }, []);
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
    <>
      <h2 class="group">{words.say('trashTitle')}</h2>
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
    </>
  );
}
