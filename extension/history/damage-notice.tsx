/** What was found damaged among the saved passages, until the reader has seen it: also here, where they are looked for. */
import { useCallback, useEffect, useState } from 'preact/hooks';
import { DamageReport, type KeepingState } from '../../src/ui/keeping.tsx';
import type { Words } from '../../src/ui/words.ts';
import { askBackground } from '../platform/own-page-messages.ts';
import { onTabNews } from '../platform/shown-tab.ts';

/** See the head of this file. */
export function DamageNotice({ words }: { words: Words }) {
  const [damage, setDamage] = useState<KeepingState['damage']>(null);
  const look = useCallback((): void => {
    askBackground('keeping-state', {}).then(
      (keeping) => setDamage(keeping.damage),
      () => undefined,
    );
  }, []);
  useEffect(() => {
    look();
    return onTabNews(look);
  }, [look]);
  if (damage === null) return null;
  return (
    <DamageReport
      damage={damage}
      onSeen={() => void askBackground('damage-seen', {}).then(look, () => undefined)}
      words={words}
    />
  );
}
