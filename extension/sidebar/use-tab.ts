/** Follows the tab in front, and changes what was saved of its article. */
import { useCallback, useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks';
import type { Edit } from '../../src/highlights/change.ts';
import type { Highlight } from '../../src/highlights/highlight.ts';
import { rememberFocus } from '../../src/ui/kept-focus.ts';
import { askBackground } from '../platform/own-page-messages.ts';
import { onTabNews, onTabShown, shownTab } from '../platform/shown-tab.ts';
import { lookAt, type Seen } from './seen.ts';

/** How often the background is asked before the panel says that it does not answer, and milliseconds between. */
const ATTEMPTS = 4;
const PAUSE = 200;

/** The tab as last seen, and ways to look again and to change a passage. */
export interface FollowedTab {
  readonly seen: Seen;
  readonly look: () => Promise<void>;
  /** Makes a change; `entry` names it, so that sent twice it is made once. @throws DatelineError */
  readonly change: (id: string, edit: Edit, entry?: string) => Promise<Highlight>;
}

/** See the head of this file. The focus stays on its item when lists change. */
export function useTab(): FollowedTab {
  const [seen, setSeen] = useState<Seen>({ is: 'loading' });
  const latestRef = useRef(0);
  const restoreFocusRef = useRef<() => void>(undefined);

  const look = useCallback(async (): Promise<void> => {
    latestRef.current += 1;
    const mine = latestRef.current;
    // What was looked up before the latest change or news is old.
    const isOld = (): boolean => mine !== latestRef.current;
    let now = await lookAt(await shownTab());
    // A background that is stopped in the middle of a question answers the next one; what is being read and written stays on screen.
    for (let attempt = 1; now.is === 'failed' && attempt < ATTEMPTS && !isOld(); attempt++) {
      await new Promise((resolve) => setTimeout(resolve, PAUSE * attempt));
      now = await lookAt(await shownTab());
    }
    if (isOld()) return;
    restoreFocusRef.current = rememberFocus(document.body);
    setSeen(now);
  }, []);
  const change = useCallback(
    async (id: string, edit: Edit, entry: string = crypto.randomUUID()): Promise<Highlight> => {
      const { highlight } = await askBackground('change-highlight', { entry, id, edit });
      void look();
      return highlight;
    },
    [look],
  );

  useLayoutEffect(() => {
    restoreFocusRef.current?.();
    restoreFocusRef.current = undefined;
  }, [seen]);
  useEffect(() => {
    void look();
    onTabNews(() => void look());
    onTabShown(() => void look());
  }, [look]);
  return { seen, look, change };
}
