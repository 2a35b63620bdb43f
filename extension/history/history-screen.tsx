/** The history page as a whole: what is looked for, what was found, and the other views beside it. */
import { useRef, useState } from 'preact/hooks';
import { fieldDirection } from '../../src/ui/field-direction.ts';
import { Toast } from '../../src/ui/toast.tsx';
import type { MessageKey, Words } from '../../src/ui/words.ts';
import { askBackground } from '../platform/own-page-messages.ts';
import { Notes } from '../platform/notes.ts';
import { ArticlesView } from './articles/articles-view.tsx';
import { DamageNotice } from './damage-notice.tsx';
import { EntitiesView } from './entities/entities-view.tsx';
import { ExportDialog } from './files/exporting.tsx';
import { Filters } from './passages/filters.tsx';
import { AT_FIRST } from './passages/first-lines.ts';
import { FoundPassages } from './passages/found-passages.tsx';
import { ImportDialog } from './files/importing.tsx';
import { KeysHelp } from './keys-help.tsx';
import type { Request } from './passages/library.ts';
import type { Opening } from './opening.ts';
import { TrashView } from './trash-view.tsx';
import { type Done, Undo } from './undo.ts';
import { useLibrary } from './passages/use-library.ts';
import { ANYTHING, type Wanted } from './passages/wanted.ts';

const VIEWS = {
  highlights: 'panelHighlights',
  articles: 'historyArticles',
  entities: 'historyEntities',
  trash: 'trashTitle',
} as const satisfies Record<string, MessageKey>;
type View = keyof typeof VIEWS;

interface Told {
  readonly text: string;
  readonly done?: Done | undefined;
}

/** See the head of this file. */
export function HistoryScreen({ opening, words }: { opening: Opening; words: Words }) {
  const [view, setView] = useState<View>(location.hash === '#trash' ? 'trash' : 'highlights');
  const [request, setRequest] = useState<Request>(AT_FIRST);
  const [told, setTold] = useState<Told | null>(null);
  const [entity, setEntity] = useState<string | null>(null);
  const [exported, setExported] = useState<readonly string[] | null>(null);
  const [isImporting, setIsImporting] = useState(false);
  const [undo] = useState(() => new Undo());
  const [notes] = useState(
    () => new Notes((id, { entry, note }) => askBackground('change-highlight', { entry, id, edit: { kind: 'note', note } })),
  );
  const search = useRef<HTMLInputElement>(null);
  const help = useRef<HTMLDetailsElement>(null);
  const shown = useLibrary(opening, request, words);

  const want = (change: Partial<Wanted>): void => {
    scrollTo({ top: 0 });
    setRequest((before) => ({ ...before, wanted: { ...before.wanted, ...change } }));
  };
  const tell = (text: string, done?: Done): void => {
    if (done !== undefined) undo.push(done);
    setTold({ text, done });
  };
  const takeBack = (done: Done): void => {
    undo.back(done).then(
      () => setTold({ text: words.say('historyUndone') }),
      () => setTold({ text: words.say('errorUnexpected') }),
    );
  };
  return (
    <>
      <header class="head">
        <h1>{words.say('extensionName')}</h1>
        <nav aria-label={words.say('historyViews')}>
          {Object.entries(VIEWS).map(([name, key]) => (
            <button
              key={name}
              type="button"
              class="view"
              aria-current={view === name ? 'page' : undefined}
              // A name of VIEWS: `entries` forgets that.
              onClick={() => {
                setEntity(null);
                setView(name as View);
              }}
            >
              {words.say(key)}
            </button>
          ))}
        </nav>
        <input
          ref={search}
          type="search"
          dir={fieldDirection(request.wanted.query)}
          aria-label={words.say('historySearch')}
          placeholder={words.say('historySearch')}
          value={request.wanted.query}
          onInput={({ currentTarget }) => {
            setView('highlights');
            want({ query: currentTarget.value });
          }}
          onKeyDown={(event) => {
            if (event.key !== 'Escape') return;
            // Browsers empty the field.
            event.preventDefault();
            event.currentTarget.blur();
          }}
        />
        <div class="files">
          <button
            type="button"
            class="main"
            disabled={shown.is !== 'found' || shown.result.total === 0}
            onClick={() =>
              shown.is === 'found' && void shown.result.ids().then(setExported, () => tell(words.say('errorUnexpected')))
            }
          >
            {words.say('exportTitle')}
          </button>
          <button type="button" class="main" onClick={() => setIsImporting(true)}>
            {words.say('importTitle')}
          </button>
        </div>
      </header>
      <div class="columns" data-view={view}>
        {view === 'highlights' && !(shown.is === 'found' && shown.isEmpty) && (
          <Filters wanted={request.wanted} tallies={shown.is === 'found' ? shown.tallies : null} onChange={want} words={words} />
        )}
        <main>
          <DamageNotice first={opening.keeping} words={words} />
          {view === 'trash' && <TrashView onTell={tell} words={words} />}
          {view === 'articles' && (
            <ArticlesView
              onEntity={(id) => {
                setEntity(id);
                setView('entities');
              }}
              onTell={tell}
              words={words}
            />
          )}
          {view === 'entities' && <EntitiesView entity={entity} onEntity={setEntity} words={words} />}
          {view === 'highlights' && (
            <FoundPassages
              shown={shown}
              request={request}
              onRequest={setRequest}
              onClear={() => want(ANYTHING)}
              lists={{ notes, undo, search, onTell: tell, onHelp: () => toggle(help.current) }}
              words={words}
            />
          )}
        </main>
        <aside>
          <KeysHelp details={help} words={words} />
        </aside>
      </div>
      {exported !== null && <ExportDialog ids={exported} onClose={() => setExported(null)} words={words} />}
      {isImporting && <ImportDialog onTell={tell} onClose={() => setIsImporting(false)} words={words} />}
      {told !== null && (
        <Toast
          text={told.text}
          onUndo={told.done && (() => told.done && takeBack(told.done))}
          onClose={() => setTold(null)}
          words={words}
        />
      )}
    </>
  );
}

function toggle(details: HTMLDetailsElement | null): void {
  if (details !== null) details.open = !details.open;
}
