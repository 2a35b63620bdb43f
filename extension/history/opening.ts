/** Opening the library, begun before the page is drawn: the page is waiting for it. */
import { connection } from '../../src/store/connection.ts';
import type { OnProgress } from '../../src/store/passage-finder.ts';
import { askBackground } from '../platform/own-page-messages.ts';
import { Library } from './library.ts';

/** A library that is being opened. */
export interface Opening {
  /** Rejects with StoreError, or DatelineError of the background. */
  readonly library: Promise<Library>;
  /** Calls back where an index has to be made first; the last one to ask is called. */
  hear(listener: OnProgress): void;
}

/** Begins to open the library of this browser. */
export function beginOpening(): Opening {
  let onProgress: OnProgress = () => undefined;
  // Looks after what is saved, where that was not done yet. Before it was, an empty library may be a lost one (promises R5).
  const keeping = askBackground('keeping-state', {});
  const open = async (): Promise<Library> => {
    const opened = await Library.open(connection(), (done, all) => onProgress(done, all));
    if (opened.isEmpty) {
      await keeping;
      await opened.refresh();
    }
    return opened;
  };
  const library = open();
  // Told to whoever waits for it, and to nobody before.
  for (const result of [keeping, library]) result.catch(() => undefined);
  return {
    library,
    hear: (listener) => {
      onProgress = listener;
    },
  };
}
