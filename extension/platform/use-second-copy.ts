/**
 * Whether the second copy of the saved passages can be read, for our pages to say. Only in Firefox can it be lost for good without a word: a
 * database of its own, which stays unreadable once it is. Chromium throws away the damaged entries of its storage, and the next start copies them.
 */
import { useEffect, useState } from 'preact/hooks';
import { discardMirrorDatabase, mirrorDatabase } from '../../src/store/second-copy/mirror-database.ts';
import { StoreError } from '../../src/store/store-error.ts';
import { browser } from './browser.ts';

/** What a page of ours needs to tell of it, and to do about it. */
export interface SecondCopy {
  readonly isUnreadable: boolean;
  /** Throws it away: the background copies all passages anew at its next start. */
  readonly beginAnew: () => void;
}

/** See the head of this file. Looks once, as the page opens; what is unreadable only because the disk is busy or full is not told. */
export function useSecondCopy(): SecondCopy {
  const [isUnreadable, setUnreadable] = useState(false);
  useEffect(() => {
    if (!('setAccessLevel' in browser.storage.local)) void cannotBeRead().then(setUnreadable);
  }, []);
  const beginAnew = (): void => {
    discardMirrorDatabase().then(
      () => setUnreadable(false),
      () => undefined,
    );
  };
  return { isUnreadable, beginAnew };
}

async function cannotBeRead(): Promise<boolean> {
  const mirror = mirrorDatabase();
  try {
    await mirror.witness();
    await mirror.ids();
    return false;
  } catch (error) {
    return error instanceof StoreError && error.code === 'unreadable';
  } finally {
    await mirror.close();
  }
}
