/** What was found damaged among the saved passages, until the reader has seen it: also here, where they are looked for. */
import { useCallback, useEffect, useState } from 'preact/hooks';
import { DamageReport, type KeepingState } from '../../src/ui/keeping.tsx';
import type { Words } from '../../src/ui/words.ts';
import { askBackground } from '../platform/own-page-messages.ts';
import { onTabNews } from '../platform/shown-tab.ts';

/** See the head of this file. `first` is how they are kept as the page opened. */
export function DamageNotice({ first, words }: { first: Promise<KeepingState>; words: Words }) {
  const [damage, setDamage] = useState<KeepingState['damage']>(null);
  const show = useCallback((keeping: Promise<KeepingState>): void => {
    keeping.then(
      (known) => setDamage(known.damage),
      () => undefined,
    );
  }, []);
  const look = useCallback((): void => show(askBackground('keeping-state', {})), [show]);
  useEffect(() => {
    show(first);
    return onTabNews(look);
  }, [first, show, look]);
  if (damage === null) return null;
  return (
    <DamageReport
      damage={damage}
      onSeen={() => void askBackground('damage-seen', {}).then(look, () => undefined)}
      words={words}
    />
  );
}
