/** The setting whether articles read are remembered, for our own pages. */
import { useEffect, useState } from 'preact/hooks';
import { askBackground } from './own-page-messages.ts';

/** The setting (`null` while it is not known) and what changes it; a change that fails leaves it as it was, and rejects. */
export function useRemembering(): readonly [on: boolean | null, set: (on: boolean) => Promise<void>] {
  const [on, setOn] = useState<boolean | null>(null);
  const ask = async (wanted: boolean | null): Promise<void> => setOn((await askBackground('remembering', { on: wanted })).on);
  useEffect(() => {
    askBackground('remembering', { on: null }).then(
      (told) => setOn(told.on),
      () => undefined,
    );
  }, []);
  return [on, ask];
}
