/** What is done with a file that was looked at: take what is in it, or let it go. */
import type { MessageKey, Words } from '../../src/ui/words.ts';

/** See the head of this file. `take` says what taking it does; `disabled` while something else is under way. */
export function OfferButtons({
  take,
  disabled,
  onTake,
  onCancel,
  words,
}: {
  take: MessageKey;
  disabled: boolean;
  onTake: () => void;
  onCancel: () => void;
  words: Words;
}) {
  return (
    <div class="row">
      <button type="button" class="main" disabled={disabled} onClick={onTake}>
        {words.say(take)}
      </button>
      <button type="button" onClick={onCancel}>
        {words.say('backupCancel')}
      </button>
    </div>
  );
}
