/** Opening the library, begun before the page is drawn: the page is waiting for it. */
import { type Connection, connection } from '../../src/store/connection.ts';
import type { OnProgress } from '../../src/store/passage-finder.ts';
import { StoreError } from '../../src/store/store-error.ts';
import type { KeepingState } from '../../src/ui/keeping.tsx';
import { askBackground } from '../platform/own-page-messages.ts';
import { firstLines } from './passages/first-lines.ts';
import { Library, type Result } from './passages/library.ts';

/** Milliseconds from one try to open the database to the next. */
const PAUSE_MS = 1000;

/** Hears how the opening goes. */
export interface OpeningListener {
  /** Called where an index has to be made first. */
  readonly onProgress: OnProgress;
  /** Called where the database does not open; it is tried again. */
  readonly onLate: (error: StoreError) => void;
}

/** A library that is being opened. */
export interface Opening {
  /** Rejects with StoreError, or DatelineError of the background. */
  readonly library: Promise<Library>;
  /** What is to be shown until the library is open; `undefined` where there is nothing. Never rejects. */
  readonly first: Promise<Result | undefined>;
  /** How what is saved is kept, once that was looked after. Rejects with DatelineError. */
  readonly keeping: Promise<KeepingState>;
  /** Calls back; the last one to ask is called. */
  hear(listener: OpeningListener): void;
}

/** Begins to open the library of this browser. */
export function beginOpening(): Opening {
  let listener: OpeningListener = { onProgress: () => undefined, onLate: () => undefined };
  const store = connection();
  const { promise: library, resolve } = Promise.withResolvers<Library>();
  const first = firstLines(store, library).catch(() => undefined);
  // Looks after what is saved, where that was not done yet; that reads much, and so comes after the first lines.
  const keeping = first.then(() => askBackground('keeping-state', {}));
  // Likewise: the index is one large piece.
  resolve(first.then(() => opened(store, keeping, () => listener)));
  // Told to whoever waits for it, and to nobody before.
  for (const result of [keeping, library]) result.catch(() => undefined);
  return {
    library,
    first,
    keeping,
    hear: (next) => {
      listener = next;
    },
  };
}

async function opened(store: Connection, keeping: Promise<unknown>, listener: () => OpeningListener): Promise<Library> {
  const library = await inTheEnd(
    () => Library.open(store, (done, all) => listener().onProgress(done, all)),
    (error) => listener().onLate(error),
  );
  // Before what is saved was looked after, an empty library may be a lost one (promises R5).
  if (library.isEmpty) {
    await keeping;
    await library.refresh();
  }
  return library;
}

/** Opens the database again and again: whoever holds it may let go, and with much in it the browser may take its time as it starts. */
async function inTheEnd<T>(open: () => Promise<T>, onLate: (error: StoreError) => void): Promise<T> {
  try {
    return await open();
  } catch (error) {
    if (!(error instanceof StoreError && error.code === 'unavailable')) throw error;
    onLate(error);
    await new Promise((resolve) => setTimeout(resolve, PAUSE_MS));
    return inTheEnd(open, onLate);
  }
}
