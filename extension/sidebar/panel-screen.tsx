/** The panel as a whole: follows the tab in front, shows its article, and does what is pressed there. */
import { useEffect, useLayoutEffect, useState } from 'preact/hooks';
import { codeOf } from '../../src/messages/dateline-error.ts';
import type { FoundHighlight } from '../../src/messages/highlights.ts';
import { ERROR_TEXTS } from '../../src/ui/error-texts.ts';
import type { HighlightActs } from '../../src/ui/highlight/highlight-item.tsx';
import { Toast } from '../../src/ui/toast.tsx';
import type { MessageKey, Words } from '../../src/ui/words.ts';
import { copyHighlight } from '../platform/copying.ts';
import { Notes } from '../platform/notes.ts';
import { askBackground } from '../platform/own-page-messages.ts';
import { ArticlePanel } from './article-panel.tsx';
import { obeyItemKey } from './item-keys.ts';
import { Failed, NoTab, NotReading } from './not-reading.tsx';
import { Notices } from './notices.tsx';
import { isRead, type Known, type Seen } from './seen.ts';
import { useTab } from './use-tab.ts';

const OPTIONS = '../options/options.html';
const HISTORY = '../history/history.html';

/** What was just done, and how to take it back. */
interface Told {
  readonly text: string;
  readonly onUndo?: () => void;
}

/** A control of an item that is to take the focus once the item is there. */
interface Wanted {
  readonly id: string;
  readonly control: '.quote' | 'textarea';
}

/** See the head of this file. */
export function PanelScreen({ words }: { words: Words }) {
  const { seen, look, change } = useTab();
  const [told, setTold] = useState<Told | null>(null);
  const [wanted, setWanted] = useState<Wanted | null>(null);
  const [notes] = useState(() => new Notes((id, { entry, note }) => change(id, { kind: 'note', note }, entry)));

  useLayoutEffect(() => {
    if (wanted !== null && focusControl(wanted)) setWanted(null);
  }, [seen, wanted]);
  useEffect(() => {
    if (seen.is !== 'known') return;
    notes.stored(seen.article.highlights.map(({ highlight }) => highlight));
    askBackground('note-to-open', { tab: seen.tab.id }).then(
      ({ id }) => id !== null && setWanted({ id, control: 'textarea' }),
      // It is asked again with the next news.
      () => undefined,
    );
  }, [seen, notes]);

  const tell = (key: MessageKey): void => setTold({ text: words.say(key) });
  /** Waits for an act and says what went wrong with it, if anything did. */
  const run = async (act: Promise<unknown>): Promise<void> => {
    try {
      await act;
    } catch (error) {
      tell(ERROR_TEXTS[codeOf(error)]);
    }
  };
  const remove = async (id: string): Promise<void> => {
    await change(id, { kind: 'delete' });
    const restore = async (): Promise<void> => {
      setTold(null);
      await change(id, { kind: 'restore' });
      setWanted({ id, control: '.quote' });
    };
    setTold({ text: words.say('highlightDeleted'), onUndo: () => void run(restore()) });
  };
  const attach = async (tab: number, id: string): Promise<void> => {
    const { attached } = await askBackground('attach-to-selection', { tab, entry: crypto.randomUUID(), id });
    tell(attached ? 'highlightAttached' : 'highlightAttachNothing');
    await look();
  };
  const goTo = async (going: Promise<{ found: boolean }>): Promise<void> => {
    if (!(await going).found) tell('panelNotThere');
  };
  const copy = async (copying: Promise<void>): Promise<void> => {
    await copying.then(
      () => tell('highlightCopied'),
      () => tell('highlightNotCopied'),
    );
  };
  const actsOf = (tab: number, { highlight }: FoundHighlight): HighlightActs => {
    const { id } = highlight;
    return {
      onGoTo: () => void run(goTo(askBackground('go-to-highlight', { tab, id }))),
      onRecolour: (colour) => void run(change(id, { kind: 'recolour', colour })),
      onTag: (tags) => void run(change(id, { kind: 'tag', ...tags })),
      onDelete: () => void run(remove(id)),
      onCopy: (as) => void copy(copyHighlight(highlight, as, words.locale)),
      onVersions: async () => (await askBackground('note-versions', { id })).versions,
      onAttach: () => void run(attach(tab, id)),
    };
  };
  useEffect(() => {
    const obey = (event: KeyboardEvent): void => obeyItemKey(event, (id) => void run(remove(id)));
    document.addEventListener('keydown', obey);
    return () => document.removeEventListener('keydown', obey);
  });

  return (
    <>
      <main>
        {seen.is === 'known' && (
          <Notices
            keeping={seen.keeping}
            backupPage={`${OPTIONS}#backup`}
            onDamageSeen={() => void run(askBackground('damage-seen', {}).then(look))}
            words={words}
          />
        )}
        {seen.is === 'known' && isRead(seen) ? (
          <ArticlePanel
            known={seen}
            noteOf={({ highlight }) => notes.of(highlight)}
            actsOf={(found) => actsOf(seen.tab.id, found)}
            onGoToEntity={(id) => void run(goTo(askBackground('go-to-entity', { tab: seen.tab.id, id })))}
            words={words}
          />
        ) : (
          <NoArticle
            seen={seen}
            onRetry={() => void look()}
            onReadOnce={({ tab }) => void run(askBackground('read-once', { tab: tab.id }).then(look))}
            onSwitchOn={({ state }) => void run(askBackground('set-site', { host: state.host, on: true }).then(look))}
            words={words}
          />
        )}
      </main>
      <Foot words={words} />
      {told !== null && <Toast text={told.text} onUndo={told.onUndo} onClose={() => setTold(null)} words={words} />}
    </>
  );
}

function NoArticle({
  seen,
  onRetry,
  onReadOnce,
  onSwitchOn,
  words,
}: {
  seen: Seen;
  onRetry: () => void;
  onReadOnce: (known: Known) => void;
  onSwitchOn: (known: Known) => void;
  words: Words;
}) {
  switch (seen.is) {
    case 'loading':
      return <p class="note">{words.say('loading')}</p>;
    case 'no-tab':
      return <NoTab words={words} />;
    case 'failed':
      return <Failed code={seen.code} onRetry={onRetry} words={words} />;
    case 'known':
      return <NotReading known={seen} onReadOnce={() => onReadOnce(seen)} onSwitchOn={() => onSwitchOn(seen)} words={words} />;
  }
}

function Foot({ words }: { words: Words }) {
  const link = (page: string, key: MessageKey) => (
    <a href={page} target="_blank" rel="noopener">
      {words.say(key)}
    </a>
  );
  return (
    <footer>
      {link(HISTORY, 'historyTitle')}
      {link(`${HISTORY}#trash`, 'trashTitle')}
      {link(`${OPTIONS}#backup`, 'backupTitle')}
      {link(OPTIONS, 'popupSettings')}
    </footer>
  );
}

/** Puts the focus on a control, in a field behind what is there; `false` where the item is not shown. */
function focusControl({ id, control }: Wanted): boolean {
  const found = document.querySelector<HTMLElement>(`[data-id="${CSS.escape(id)}"] ${control}`);
  if (found === null) return false;
  found.focus();
  found.scrollIntoView({ block: 'nearest' });
  if (found instanceof HTMLTextAreaElement) found.setSelectionRange(found.value.length, found.value.length);
  return true;
}
