/** The list of what was found, and what is done with it: selection, keys, changes and their way back. */
import type { RefObject } from 'preact';
import { useCallback, useEffect, useMemo, useRef, useState } from 'preact/hooks';
import type { Edit } from '../../src/highlights/change.ts';
import type { Colour, Highlight } from '../../src/highlights/highlight.ts';
import { LONGEST_FIELD } from '../../src/highlights/longest-field.ts';
import { codeOf } from '../../src/messages/dateline-error.ts';
import { ERROR_TEXTS } from '../../src/ui/error-texts.ts';
import { HighlightItem } from '../../src/ui/highlight-item.tsx';
import type { Words } from '../../src/ui/words.ts';
import { askBackground } from '../platform/own-page-messages.ts';
import { copyHighlight } from '../platform/copying.ts';
import type { Notes } from '../platform/notes.ts';
import { BulkBar } from './bulk-bar.tsx';
import { makeChanges, sendChanges } from './changing.ts';
import { actOf, type KeyAct } from './keys.ts';
import type { Grouping, Line, Result } from './library.ts';
import { PassageCards } from './passage-cards.tsx';
import type { Done, Undo } from './undo.ts';
import { Windowed } from './windowed.tsx';

/** What the list is given. */
export interface PassageListProps {
  readonly result: Result;
  readonly version: number;
  readonly grouping: Grouping;
  readonly nameOf: (entity: string) => string;
  readonly notes: Notes;
  readonly undo: Undo;
  readonly search: RefObject<HTMLInputElement | null>;
  readonly onTell: (text: string, done?: Done) => void;
  readonly onHelp: () => void;
  readonly words: Words;
}

/** See the head of this file. */
export function PassageList(props: PassageListProps) {
  const { result, version, grouping, nameOf, notes, undo, search, onTell, onHelp, words } = props;
  const [selected, setSelected] = useState<ReadonlyMap<string, Highlight>>(new Map());
  const [editing, setEditing] = useState<string | null>(null);
  const [recentTags, setRecentTags] = useState<readonly string[]>([]);
  const [needed, setNeeded] = useState<number | null>(null);
  const activeRef = useRef(0);
  const lines = useRef(new Map<number, Line>());

  useEffect(() => {
    askBackground('recent-tags', {}).then(
      ({ tags }) => setRecentTags(tags),
      () => undefined,
    );
  }, [version]);
  // Passages that are not among what is found any more are not acted on.
  useEffect(() => {
    setSelected((before) => {
      if (before.size === 0) return before;
      const ids = new Set(result.ids());
      return new Map([...before].filter(([id]) => ids.has(id)));
    });
  }, [result]);

  const load = useCallback(
    async (from: number, count: number) => {
      const loaded = await result.lines(from, count);
      notes.stored(loaded.map(({ highlight }) => highlight));
      loaded.forEach((line, place) => lines.current.set(from + place, line));
      return loaded;
    },
    [result, notes],
  );

  const run = async (act: Promise<unknown>): Promise<void> => {
    try {
      await act;
    } catch (error) {
      onTell(words.say(ERROR_TEXTS[codeOf(error)]));
    }
  };
  /** Makes an edit, tells it, and offers to take it back. */
  const change = async (highlights: readonly Highlight[], edit: Edit, text: string): Promise<void> => {
    const back = await makeChanges(highlights, edit);
    onTell(text, { text, undo: () => sendChanges(back) });
  };
  const remove = (highlights: readonly Highlight[]): Promise<void> =>
    change(highlights, { kind: 'delete' }, words.count('historyDeleted', highlights.length));
  const open = async ({ highlight }: Pick<Line, 'highlight'>): Promise<void> => {
    onTell(words.say('historyOpened'));
    await askBackground('open-highlight', { id: highlight.id });
  };
  const select = ({ highlight }: Line): void =>
    setSelected((before) => {
      const after = new Map(before);
      if (!after.delete(highlight.id)) after.set(highlight.id, highlight);
      return after;
    });
  const selectAll = async (): Promise<void> => {
    const all = await result.lines(0, result.total);
    setSelected(new Map(all.map(({ highlight }) => [highlight.id, highlight])));
  };
  const move = (step: number): void => {
    const to = Math.max(0, Math.min(result.total - 1, focusedAt() === undefined ? activeRef.current : activeRef.current + step));
    activeRef.current = to;
    setNeeded(to);
    focusWhenThere(to);
  };
  const obey = (act: KeyAct): void => {
    const line = lines.current.get(focusedAt() ?? -1);
    if (act === 'search') return search.current?.focus();
    if (act === 'help') return onHelp();
    if (act === 'next') return move(1);
    if (act === 'previous') return move(-1);
    if (act === 'undo') {
      return void run(undo.back().then((was) => onTell(words.say(was ? 'historyUndone' : 'historyNothingToUndo'))));
    }
    if (line === undefined) return;
    if (act === 'open') void run(open(line));
    else if (act === 'edit') setEditing(line.highlight.id);
    else if (act === 'select') select(line);
    else void run(remove(selected.size > 0 ? [...selected.values()] : [line.highlight]));
  };
  useEffect(() => {
    const hear = (event: KeyboardEvent): void => {
      const act = actOf(event);
      if (act === undefined) return;
      event.preventDefault();
      obey(act);
    };
    document.addEventListener('keydown', hear);
    return () => document.removeEventListener('keydown', hear);
  });

  const editor = ({ highlight, isLost }: Line) => (
    <div class="editor">
      <ul class="highlights">
        <HighlightItem
          highlight={highlight}
          how={isLost ? 'not-found' : 'unknown'}
          note={notes.of(highlight)}
          longestNote={LONGEST_FIELD}
          recentTags={recentTags}
          acts={{
            onGoTo: () => void run(open({ highlight })),
            onRecolour: (colour) => void run(change([highlight], { kind: 'recolour', colour }, words.count('historyChanged', 1))),
            onTag: (tags) => void run(change([highlight], { kind: 'tag', ...tags }, words.count('historyChanged', 1))),
            onDelete: () => void run(remove([highlight])),
            onCopy: (as) =>
              void copyHighlight(highlight, as, words.locale).then(
                () => onTell(words.say('highlightCopied')),
                () => onTell(words.say('highlightNotCopied')),
              ),
            onVersions: async () => (await askBackground('note-versions', { id: highlight.id })).versions,
          }}
          words={words}
        />
      </ul>
      <button type="button" class="main" onClick={() => setEditing(null)}>
        {words.say('historyDone')}
      </button>
    </div>
  );
  const ids = useMemo(() => new Set(selected.keys()), [selected]);
  return (
    <>
      {selected.size > 0 && (
        <BulkBar
          count={selected.size}
          recentTags={recentTags}
          onTag={(tags) =>
            void run(
              change(
                [...selected.values()],
                { kind: 'tag', add: tags, remove: [] },
                words.count('historyChanged', selected.size),
              ),
            )
          }
          onRecolour={(colour: Colour) =>
            void run(change([...selected.values()], { kind: 'recolour', colour }, words.count('historyChanged', selected.size)))
          }
          onDelete={() => void run(remove([...selected.values()]).then(() => setSelected(new Map())))}
          onAll={selected.size < result.total ? () => void run(selectAll()) : undefined}
          onNone={() => setSelected(new Map())}
          words={words}
        />
      )}
      <Windowed
        total={result.total}
        version={version}
        load={load}
        needed={needed}
        renderLines={(stretch, from, before) => (
          <PassageCards
            lines={stretch}
            from={from}
            before={before}
            grouping={grouping}
            conditions={result.conditions}
            selected={ids}
            editing={editing === null ? null : { id: editing, editor }}
            nameOf={nameOf}
            acts={{
              onOpen: (line) => void run(open(line)),
              onEdit: (line) => setEditing(line.highlight.id),
              onSelect: select,
              onDelete: (line) => void run(remove([line.highlight])),
              onFocus: (at) => {
                activeRef.current = at;
              },
            }}
            words={words}
          />
        )}
      />
    </>
  );
}

/** Place in the result of the passage that has the focus. */
function focusedAt(): number | undefined {
  const at = document.activeElement?.closest<HTMLElement>('.passage')?.dataset['at'];
  return at === undefined ? undefined : Number(at);
}

/** Puts the focus on a passage once its stretch is there, and scrolls to it. */
function focusWhenThere(at: number): void {
  const focus = (): boolean => {
    const quote = document.querySelector<HTMLElement>(`.passage[data-at="${at}"] .quote`);
    quote?.focus({ preventScroll: true });
    quote?.scrollIntoView({ block: 'nearest' });
    return quote !== null;
  };
  if (focus()) return;
  const observer = new MutationObserver(() => {
    if (focus()) observer.disconnect();
  });
  observer.observe(document.body, { childList: true, subtree: true });
}
