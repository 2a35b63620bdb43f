/** Importing a file: what is in it, what of that is new, and then all of it or nothing. */
import { useEffect, useId, useRef, useState } from 'preact/hooks';
import { type ImportedFile, type ImportRefusal, readImport } from '../../../src/highlights/import/read-import.ts';
import { LONGEST_FILE } from '../../../src/highlights/untrusted-json.ts';
import { codeOf } from '../../../src/messages/dateline-error.ts';
import { connection } from '../../../src/store/connection.ts';
import { type ImportPlan, planImport } from '../../../src/store/import-plan.ts';
import { ERROR_TEXTS } from '../../../src/ui/error-texts.ts';
import type { MessageKey, Words } from '../../../src/ui/words.ts';
import { askBackground } from '../../platform/own-page-messages.ts';
import { sendChanges } from '../changing.ts';
import { Dialog } from './dialog.tsx';
import { ImportOffer } from './import-offer.tsx';
import type { Done } from '../undo.ts';

const REFUSALS: Readonly<Record<ImportRefusal, MessageKey>> = {
  'too-big': 'importTooBig',
  newer: 'importNewer',
  'unknown-format': 'importUnknown',
};

/** Where an import stands. */
type Stage =
  | { readonly is: 'waiting'; readonly problem?: string }
  | { readonly is: 'busy'; readonly label: string; readonly part?: number; readonly mayCancel: boolean }
  | { readonly is: 'offered'; readonly file: ImportedFile; readonly plan: ImportPlan };

/** See the head of this file. `onTell` hears what was done, and how all of it is taken back. */
export function ImportDialog({
  onTell,
  onClose,
  words,
}: {
  onTell: (text: string, done?: Done) => void;
  onClose: () => void;
  words: Words;
}) {
  const [stage, setStage] = useState<Stage>({ is: 'waiting' });
  const runningRef = useRef<AbortController>(undefined);
  const [store] = useState(() => connection());
  useEffect(
    () => () => {
      runningRef.current?.abort();
      void store.close();
    },
    [store],
  );

  const open = async (file: File): Promise<Stage> => {
    if (file.size > LONGEST_FILE) return { is: 'waiting', problem: words.say('importTooBig') };
    const abort = new AbortController();
    runningRef.current = abort;
    setStage({ is: 'busy', label: words.say('backupReading'), mayCancel: false });
    const text = await file.text();
    const read = readImport(text, new Date().toISOString());
    if (typeof read === 'string') return { is: 'waiting', problem: words.say(REFUSALS[read]) };
    const all = read.highlights.length;
    const plan = await planImport(store, read.highlights, {
      signal: abort.signal,
      onProgress: (done) =>
        setStage({
          is: 'busy',
          label: words.say('importComparing', words.number(done), words.number(all)),
          part: done / all,
          mayCancel: true,
        }),
    });
    abort.signal.throwIfAborted();
    return { is: 'offered', file: read, plan };
  };
  const keep = async ({ added, updated, back }: ImportPlan): Promise<Stage> => {
    // One message and one transaction: from here on there is nothing half done that could be cancelled.
    setStage({ is: 'busy', label: words.say('importWriting'), mayCancel: false });
    const merged = await askBackground('merge-highlights', { highlights: [...added, ...updated] });
    const text = words.say('importDone', words.number(merged.added), words.number(merged.updated));
    onTell(text, back.length === 0 ? undefined : { text, undo: () => sendChanges(back) });
    onClose();
    return { is: 'waiting' };
  };
  const run = (act: Promise<Stage>): void => {
    act.then(setStage, (error: unknown) =>
      setStage(
        runningRef.current?.signal.aborted
          ? { is: 'waiting' }
          : { is: 'waiting', problem: words.say(ERROR_TEXTS[codeOf(error)]) },
      ),
    );
  };
  return (
    <Dialog title={words.say('importTitle')} onClose={onClose} words={words}>
      {stage.is === 'waiting' && <FileField onFile={(file) => run(open(file))} words={words} />}
      {stage.is === 'waiting' && stage.problem !== undefined && (
        <p class="problem" role="alert">
          {stage.problem}
        </p>
      )}
      {stage.is === 'busy' && (
        <>
          <p role="status">{stage.label}</p>
          <div class="row">
            <progress aria-label={stage.label} value={stage.part} />
            {stage.mayCancel && (
              <button type="button" onClick={() => runningRef.current?.abort()}>
                {words.say('backupCancel')}
              </button>
            )}
          </div>
        </>
      )}
      {stage.is === 'offered' && (
        <ImportOffer
          file={stage.file}
          plan={stage.plan}
          onKeep={() => run(keep(stage.plan))}
          onCancel={() => setStage({ is: 'waiting' })}
          words={words}
        />
      )}
    </Dialog>
  );
}

function FileField({ onFile, words }: { onFile: (file: File) => void; words: Words }) {
  const id = useId();
  const [isOver, setIsOver] = useState(false);
  return (
    <>
      <div
        class="drop"
        data-over={isOver || undefined}
        onDragOver={(event) => {
          event.preventDefault();
          setIsOver(true);
        }}
        onDragLeave={() => setIsOver(false)}
        onDrop={(event) => {
          event.preventDefault();
          setIsOver(false);
          const [file] = event.dataTransfer?.files ?? [];
          if (file !== undefined) onFile(file);
        }}
      >
        <label for={id}>{words.say('importChoose')}</label>
        <input
          id={id}
          type="file"
          accept=".json,.jsonld,application/json,application/ld+json"
          onChange={({ currentTarget }) => {
            const [file] = currentTarget.files ?? [];
            if (file !== undefined) onFile(file);
          }}
        />
      </div>
      <p class="note">{words.say('importText')}</p>
    </>
  );
}
