/** Opens the library for a screen and keeps what is shown in step with what is saved. */
import { useEffect, useRef, useState } from 'preact/hooks';
import { DatelineError, type ErrorCode } from '../../src/messages/dateline-error.ts';
import { connection } from '../../src/store/connection.ts';
import { StoreError } from '../../src/store/store-error.ts';
import type { Words } from '../../src/ui/words.ts';
import { askBackground } from '../platform/own-page-messages.ts';
import { onTabNews } from '../platform/shown-tab.ts';
import { Library, type Request, type Result, type Tallies } from './library.ts';

/** What can be shown. */
export type Shown =
  /** `all` is 0 until it is known that an index has to be made. */
  | { readonly is: 'opening'; readonly done: number; readonly all: number }
  | { readonly is: 'failed'; readonly code: ErrorCode }
  | {
      readonly is: 'found';
      readonly result: Result;
      /** Comes after the lines: they are what is waited for. */
      readonly tallies: Tallies | null;
      readonly isEmpty: boolean;
      /** Another number for each result, so that what was loaded of an older one is dropped. */
      readonly version: number;
    };

/** Milliseconds after which the tallies are counted: not between two quick keys. */
const TALLY_PAUSE = 120;

/** See the head of this file. */
export function useLibrary(request: Request, words: Words): Shown {
  const [library, setLibrary] = useState<Library | null>(null);
  const [shown, setShown] = useState<Shown>({ is: 'opening', done: 0, all: 0 });
  const [news, setNews] = useState(0);
  const versionRef = useRef(0);

  useEffect(() => {
    const fail = (error: unknown): void => setShown({ is: 'failed', code: codeOf(error) });
    // Looks after what is saved, where that was not done yet. Before it was, an empty library may be a lost one (promises R5).
    const keeping = askBackground('keeping-state', {});
    const open = async (): Promise<void> => {
      const opened = await Library.open(connection(), (done, all) => setShown({ is: 'opening', done, all }));
      if (opened.isEmpty) {
        await keeping;
        await opened.refresh();
      }
      setLibrary(opened);
    };
    keeping.catch(ignore);
    open().catch(fail);
  }, []);
  useEffect(() => {
    if (library === null) return undefined;
    const hear = oneAtATime(() =>
      library.refresh().then((isNews) => {
        if (isNews) setNews((count) => count + 1);
      }, ignore),
    );
    const end = onTabNews(hear);
    // What changed between the opening and now was told to nobody.
    hear();
    return end;
  }, [library]);
  useEffect(() => {
    if (library === null) return undefined;
    versionRef.current += 1;
    const mine = versionRef.current;
    const isLatest = (): boolean => mine === versionRef.current;
    const find = async (): Promise<void> => {
      const result = await library.find(request);
      if (!isLatest()) return;
      setShown((before) => ({
        is: 'found',
        result,
        tallies: before.is === 'found' ? before.tallies : null,
        isEmpty: library.isEmpty,
        version: mine,
      }));
    };
    const count = async (): Promise<void> => {
      const tallies = await library.tallies(request.wanted, words.lang);
      if (isLatest()) setShown((before) => (before.is === 'found' ? { ...before, tallies } : before));
    };
    find().catch((error: unknown) => setShown({ is: 'failed', code: codeOf(error) }));
    const timer = setTimeout(() => void count().catch(ignore), TALLY_PAUSE);
    return () => clearTimeout(timer);
  }, [library, request, news, words]);
  return shown;
}

/** Runs work when called, and once more after it where it was called meanwhile. */
function oneAtATime(work: () => Promise<void>): () => void {
  let isRunning = false;
  let isDue = false;
  const run = async (): Promise<void> => {
    isRunning = true;
    do {
      isDue = false;
      await work();
    } while (isDue);
    isRunning = false;
  };
  return () => {
    isDue = true;
    if (!isRunning) void run();
  };
}

/** A refresh that failed is made up for by the next; until then what is shown is a little old. */
function ignore(): undefined {
  return undefined;
}

function codeOf(error: unknown): ErrorCode {
  if (error instanceof DatelineError) return error.code;
  if (!(error instanceof StoreError)) return 'unexpected';
  return error.code === 'full' ? 'disk-full' : 'store-unavailable';
}
