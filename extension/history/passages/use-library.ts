/** Shows a screen what the library has, and keeps what is shown in step with what is saved. */
import { useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks';
import { DatelineError, type ErrorCode } from '../../../src/messages/dateline-error.ts';
import { StoreError } from '../../../src/store/store-error.ts';
import type { Words } from '../../../src/ui/words.ts';
import { onTabNews } from '../../platform/shown-tab.ts';
import type { Library, Request, Result, Tallies } from './library.ts';
import type { Opening } from '../opening.ts';

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
export function useLibrary(opening: Opening, request: Request, words: Words): Shown {
  const [library, setLibrary] = useState<Library | null>(null);
  const [shown, setShown] = useState<Shown>({ is: 'opening', done: 0, all: 0 });
  const [news, setNews] = useState(0);
  const versionRef = useRef(0);

  // Before the first frame: what is opening may be open by now.
  useLayoutEffect(() => {
    const fail = (error: unknown): void => setShown({ is: 'failed', code: codeOf(error) });
    opening.hear({ onProgress: (done, all) => setShown({ is: 'opening', done, all }), onLate: fail });
    void opening.first.then((result) => {
      if (result === undefined) return;
      const first: Shown = { is: 'found', result, tallies: null, isEmpty: false, version: 0 };
      setShown((before) => (before.is === 'opening' && before.all === 0 ? first : before));
    });
    opening.library.then(setLibrary, fail);
  }, [opening]);
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
  // Before the frame, not after it: the reader waits for what it finds.
  useLayoutEffect(() => {
    if (library === null) return undefined;
    versionRef.current += 1;
    const mine = versionRef.current;
    const abort = new AbortController();
    const find = async (): Promise<void> => {
      const result = await library.find(request);
      if (abort.signal.aborted) return;
      setShown((before) => ({
        is: 'found',
        result,
        tallies: before.is === 'found' ? before.tallies : null,
        isEmpty: library.isEmpty,
        version: mine,
      }));
    };
    const count = async (): Promise<void> => {
      const tallies = await library.tallies(request.wanted, words.lang, abort.signal);
      if (!abort.signal.aborted) setShown((before) => (before.is === 'found' ? { ...before, tallies } : before));
    };
    find().catch((error: unknown) => setShown({ is: 'failed', code: codeOf(error) }));
    const timer = setTimeout(() => void count().catch(ignore), TALLY_PAUSE);
    return () => {
      clearTimeout(timer);
      abort.abort();
    };
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
