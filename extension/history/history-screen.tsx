/** The history page as a whole: what is looked for, what was found, and the other views beside it. */
import { useMemo, useRef, useState } from 'preact/hooks';
import type { Order } from '../../src/highlights/search/search.ts';
import { ERROR_TEXTS } from '../../src/ui/error-texts.ts';
import type { NoteDraft } from '../../src/ui/note-saving.ts';
import { Toast } from '../../src/ui/toast.tsx';
import type { MessageKey, Words } from '../../src/ui/words.ts';
import { askBackground } from '../platform/own-page-messages.ts';
import { Notes } from '../platform/notes.ts';
import { Filters } from './filters.tsx';
import { KEYS } from './keys.ts';
import type { Grouping, Request } from './library.ts';
import { PassageList } from './passage-list.tsx';
import { TrashView } from './trash-view.tsx';
import { type Done, Undo } from './undo.ts';
import { type Shown, useLibrary } from './use-library.ts';
import { ANYTHING, asksAnything, type Wanted } from './wanted.ts';

const VIEWS = { highlights: 'panelHighlights', trash: 'trashTitle' } as const satisfies Record<string, MessageKey>;
type View = keyof typeof VIEWS;

const ORDERS: readonly (readonly [Order, MessageKey])[] = [
  ['saved', 'historyOrderSaved'],
  ['written', 'historyOrderWritten'],
  ['site', 'historyOrderSite'],
];
const GROUPINGS: readonly (readonly [Grouping, MessageKey])[] = [
  ['day', 'historyGroupDay'],
  ['article', 'historyGroupArticle'],
  ['entity', 'historyGroupEntity'],
];

interface Told {
  readonly text: string;
  readonly done?: Done | undefined;
}

/** See the head of this file. `drafts` are notes that an earlier page could not save. */
export function HistoryScreen({ drafts, words }: { drafts: ReadonlyMap<string, NoteDraft>; words: Words }) {
  const [view, setView] = useState<View>(location.hash === '#trash' ? 'trash' : 'highlights');
  const [request, setRequest] = useState<Request>({ wanted: ANYTHING, order: 'saved', grouping: 'day' });
  const [told, setTold] = useState<Told | null>(null);
  const [undo] = useState(() => new Undo());
  const [notes] = useState(
    () =>
      new Notes(drafts, (id, { entry, note }) => askBackground('change-highlight', { entry, id, edit: { kind: 'note', note } })),
  );
  const search = useRef<HTMLInputElement>(null);
  const help = useRef<HTMLDetailsElement>(null);
  const shown = useLibrary(request, words);

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
              onClick={() => setView(name as View)}
            >
              {words.say(key)}
            </button>
          ))}
        </nav>
        <input
          ref={search}
          type="search"
          dir="auto"
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
      </header>
      <div class="columns" data-view={view}>
        {view === 'highlights' && !(shown.is === 'found' && shown.isEmpty) && (
          <Filters wanted={request.wanted} tallies={shown.is === 'found' ? shown.tallies : null} onChange={want} words={words} />
        )}
        <main>
          {view === 'trash' ? (
            <TrashView onTell={tell} words={words} />
          ) : (
            <Passages
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
          <Keys details={help} words={words} />
        </aside>
      </div>
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

function Passages({
  shown,
  request,
  onRequest,
  onClear,
  lists,
  words,
}: {
  shown: Shown;
  request: Request;
  onRequest: (request: Request) => void;
  onClear: () => void;
  lists: Omit<Parameters<typeof PassageList>[0], 'result' | 'version' | 'order' | 'grouping' | 'nameOf' | 'words'>;
  words: Words;
}) {
  const names = useMemo(
    () => new Map((shown.is === 'found' ? shown.tallies?.entity : undefined)?.map(({ value, name }) => [value, name])),
    [shown],
  );
  if (shown.is === 'opening') return <Opening done={shown.done} all={shown.all} words={words} />;
  if (shown.is === 'failed') {
    return (
      <p class="problem" role="alert">
        {words.say(ERROR_TEXTS[shown.code])}
      </p>
    );
  }
  const { result, version, isEmpty } = shown;
  const found = words.count('historyFound', result.passageCount);
  return (
    <>
      <div class="result">
        <p role="status">{result.isExact ? found : words.say('historyAtLeast', found)}</p>
        <Select
          label="historyOrder"
          options={ORDERS}
          chosen={request.order}
          onChoose={(order) => onRequest({ ...request, order })}
          words={words}
        />
        <Select
          label="historyGroup"
          options={GROUPINGS}
          chosen={request.grouping}
          onChoose={(grouping) => onRequest({ ...request, grouping })}
          words={words}
        />
      </div>
      {result.total === 0 ? (
        <Nothing isEmpty={isEmpty} asks={asksAnything(request.wanted)} onClear={onClear} words={words} />
      ) : (
        <PassageList
          result={result}
          version={version}
          order={request.order}
          grouping={request.grouping}
          nameOf={(entity) => names.get(entity) ?? entity}
          words={words}
          {...lists}
        />
      )}
    </>
  );
}

function Opening({ done, all, words }: { done: number; all: number; words: Words }) {
  if (all === 0) return <p class="note">{words.say('loading')}</p>;
  const number = new Intl.NumberFormat(words.locale);
  const label = words.say('historyIndexing', number.format(done), number.format(all));
  return (
    <div class="said" role="status">
      <p>{label}</p>
      <progress max={all} value={done} aria-label={label} />
    </div>
  );
}

function Nothing({ isEmpty, asks, onClear, words }: { isEmpty: boolean; asks: boolean; onClear: () => void; words: Words }) {
  return (
    <div class="said">
      <h2>{words.say(isEmpty ? 'historyEmptyTitle' : 'historyNothing')}</h2>
      <p class="note">{words.say(isEmpty ? 'historyEmptyText' : 'historyNothingText')}</p>
      {!isEmpty && asks && (
        <button type="button" class="main" onClick={onClear}>
          {words.say('historyClear')}
        </button>
      )}
    </div>
  );
}

function Select<T extends string>({
  label,
  options,
  chosen,
  onChoose,
  words,
}: {
  label: MessageKey;
  options: readonly (readonly [T, MessageKey])[];
  chosen: T;
  onChoose: (value: T) => void;
  words: Words;
}) {
  return (
    <label class="select">
      <span>{words.say(label)}</span>
      <select
        value={chosen}
        onChange={({ currentTarget }) => {
          const option = options.find(([value]) => value === currentTarget.value);
          if (option !== undefined) onChoose(option[0]);
        }}
      >
        {options.map(([value, key]) => (
          <option key={value} value={value}>
            {words.say(key)}
          </option>
        ))}
      </select>
    </label>
  );
}

function Keys({ details, words }: { details: { current: HTMLDetailsElement | null }; words: Words }) {
  return (
    <details ref={details} class="keys" open>
      <summary>{words.say('historyKeys')}</summary>
      <dl>
        {KEYS.map(({ keys, says }) => (
          <div key={says}>
            <dt>{words.say(says)}</dt>
            <dd dir="ltr">
              {keys.map((key) => (
                <kbd key={key}>{key}</kbd>
              ))}
            </dd>
          </div>
        ))}
      </dl>
    </details>
  );
}

function toggle(details: HTMLDetailsElement | null): void {
  if (details !== null) details.open = !details.open;
}
