/** The list of what was found, and what is done with it: selection, keys, changes and their way back. */
import type { RefObject } from 'preact';
import { useCallback, useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks';
import type { Edit } from '../../../src/highlights/change.ts';
import type { Highlight } from '../../../src/highlights/highlight.ts';
import type { Order } from '../../../src/highlights/search/search.ts';
import { codeOf } from '../../../src/messages/dateline-error.ts';
import { ERROR_TEXTS } from '../../../src/ui/error-texts.ts';
import type { HighlightActs } from '../../../src/ui/highlight/highlight-item.tsx';
import type { CountKey, Words } from '../../../src/ui/words.ts';
import { askBackground } from '../../platform/own-page-messages.ts';
import { copyHighlight } from '../../platform/copying.ts';
import type { Notes } from '../../platform/notes.ts';
import { BulkBar } from './bulk-bar.tsx';
import { makeChange, type PassageEdit, sendChanges } from '../changing.ts';
import { actOf, type KeyAct } from '../keys.ts';
import type { Grouping, Line, Result } from './library.ts';
import { ListFocus } from './list-focus.ts';
import { PassageCards } from './passage-cards.tsx';
import { PassageEditor } from './passage-editor.tsx';
import type { Done, Undo } from '../undo.ts';
import { Windowed } from '../windowed/windowed.tsx';

/** What the list is given. */
export interface PassageListProps {
  readonly result: Result;
  readonly version: number;
  readonly order: Order;
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
  const { result, version, order, grouping, nameOf, notes, undo, search, onTell, onHelp, words } = props;
  const [selected, setSelected] = useState<ReadonlySet<string>>(new Set());
  const [editing, setEditing] = useState<string | null>(null);
  const [recentTags, setRecentTags] = useState<readonly string[]>([]);
  const [progress, setProgress] = useState<number | null>(null);
  const list = useRef<HTMLDivElement>(null);
  const [focus] = useState(() => new ListFocus());
  const [needed, setNeeded] = useState<{ readonly at: number } | null>(null);
  /** What was loaded last of each passage. */
  const [lines] = useState(() => new Map<string, Line>());

  const givesTags = editing !== null || selected.size > 0;
  useEffect(() => {
    if (!givesTags) return;
    askBackground('recent-tags', {}).then(
      ({ tags }) => setRecentTags(tags),
      () => undefined,
    );
  }, [givesTags]);
  // Passages that are not among what is found any more are not acted on.
  const selectsAny = selected.size > 0;
  useEffect(() => {
    if (!selectsAny) return undefined;
    let isOver = false;
    result.ids().then(
      (ids) => {
        const found = new Set(ids);
        if (!isOver) setSelected((before) => new Set([...before].filter((id) => found.has(id))));
      },
      () => undefined,
    );
    return () => {
      isOver = true;
    };
  }, [result, selectsAny]);
  useEffect(() => (list.current === null ? undefined : focus.watch(list.current)), [focus]);

  const load = useCallback(
    async (from: number, count: number) => {
      const loaded = await result.lines(from, count);
      notes.stored(loaded.map(({ highlight }) => highlight));
      for (const line of loaded) lines.set(line.highlight.id, line);
      return loaded;
    },
    [result, notes, lines],
  );

  const run = async (act: Promise<unknown>): Promise<void> => {
    try {
      await act;
    } catch (error) {
      onTell(words.say(ERROR_TEXTS[codeOf(error)]));
    }
  };
  /** Makes an edit, tells it, and offers to take it back, also where it failed half way. */
  const change = async (ids: readonly string[], edit: Edit, says: CountKey): Promise<void> => {
    const back: PassageEdit[] = [];
    try {
      await makeChange({ ids, edit, read: (some) => result.passages(some), onProgress: setProgress }, back);
    } finally {
      setProgress(null);
      const text = words.count(says, back.length);
      if (back.length > 0) onTell(text, { text, undo: () => sendChanges(back) });
    }
  };
  const remove = (ids: readonly string[]): Promise<void> => change(ids, { kind: 'delete' }, 'historyDeleted');
  const open = async ({ id }: Highlight): Promise<void> => {
    onTell(words.say('historyOpened'));
    await askBackground('open-highlight', { id });
  };
  const select = ({ highlight: { id } }: Line): void =>
    setSelected((before) => {
      const after = new Set(before);
      if (!after.delete(id)) after.add(id);
      return after;
    });
  const takeBack = async (): Promise<void> => onTell(words.say((await undo.back()) ? 'historyUndone' : 'historyNothingToUndo'));

  const move = (step: number): void => {
    const at = focus.move(step, result.total);
    if (at !== undefined) setNeeded({ at });
  };
  const obeyOn = (line: Line, act: KeyAct): void => {
    if (act === 'open') void run(open(line.highlight));
    else if (act === 'edit') setEditing(line.highlight.id);
    else if (act === 'select') select(line);
    else if (act === 'delete') {
      // At once, so that the key pressed again means the next passage.
      if (selected.size === 0) move(1);
      void run(remove(selected.size > 0 ? [...selected] : [line.highlight.id]));
    }
  };
  const obey = (act: KeyAct): void => {
    if (act === 'search') search.current?.select();
    else if (act === 'help') onHelp();
    else if (act === 'next') move(1);
    else if (act === 'previous') move(-1);
    else if (act === 'undo') void run(takeBack());
    else {
      const line = lines.get(focus.id ?? '');
      if (line !== undefined) obeyOn(line, act);
    }
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

  const actsOn = (highlight: Highlight): HighlightActs => ({
    onGoTo: () => void run(open(highlight)),
    onRecolour: (colour) => void run(change([highlight.id], { kind: 'recolour', colour }, 'historyChanged')),
    onTag: (tags) => void run(change([highlight.id], { kind: 'tag', ...tags }, 'historyChanged')),
    onDelete: () => void run(remove([highlight.id])),
    onCopy: (as) =>
      void copyHighlight(highlight, as, words.locale).then(
        () => onTell(words.say('highlightCopied')),
        () => onTell(words.say('highlightNotCopied')),
      ),
    onVersions: async () => (await askBackground('note-versions', { id: highlight.id })).versions,
  });
  const actsRef = useRef({ open, select, remove, run, actsOn });
  useLayoutEffect(() => {
    actsRef.current = { open, select, remove, run, actsOn };
  });
  const editor = useCallback(
    (line: Line, at: number) => (
      <PassageEditor
        line={line}
        at={at}
        note={notes.of(line.highlight)}
        recentTags={recentTags}
        acts={actsRef.current.actsOn(line.highlight)}
        onDone={() => setEditing(null)}
        words={words}
      />
    ),
    [notes, recentTags, words],
  );
  // The same function as long as lines would come out the same: those that stand are then left as they are.
  const renderLines = useCallback(
    (stretch: readonly Line[], from: number, before: Line | undefined) => (
      <PassageCards
        lines={stretch}
        from={from}
        before={before}
        order={order}
        grouping={grouping}
        selected={selected}
        editing={editing === null ? null : { id: editing, editor }}
        nameOf={nameOf}
        acts={{
          onOpen: ({ highlight }) => void actsRef.current.run(actsRef.current.open(highlight)),
          onEdit: ({ highlight }) => setEditing(highlight.id),
          onSelect: (line) => actsRef.current.select(line),
          onDelete: ({ highlight }) => void actsRef.current.run(actsRef.current.remove([highlight.id])),
        }}
        words={words}
      />
    ),
    [order, grouping, selected, editing, editor, nameOf, words],
  );
  return (
    <>
      {selected.size > 0 && (
        <BulkBar
          count={selected.size}
          progress={progress}
          recentTags={recentTags}
          onTag={(tags) => void run(change([...selected], { kind: 'tag', add: tags, remove: [] }, 'historyChanged'))}
          onRecolour={(colour) => void run(change([...selected], { kind: 'recolour', colour }, 'historyChanged'))}
          onDelete={() => void run(remove([...selected]))}
          onAll={
            selected.size < result.passageCount
              ? () => void run(result.ids().then((ids) => setSelected(new Set(ids))))
              : undefined
          }
          onNone={() => setSelected(new Set())}
          words={words}
        />
      )}
      <div ref={list}>
        <Windowed total={result.total} version={version} load={load} needed={needed} renderLines={renderLines} />
      </div>
    </>
  );
}
