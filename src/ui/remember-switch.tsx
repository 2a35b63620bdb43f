/** The choice whether it is remembered which articles are read, and what that means. */
import { useId } from 'preact/hooks';
import type { Words } from './words.ts';

/** See the head of this file. `on` is `null` while it is not known. */
export function RememberSwitch({ on, onChange, words }: { on: boolean | null; onChange: (on: boolean) => void; words: Words }) {
  const id = useId();
  return (
    <>
      <label class="choice">
        <input
          type="checkbox"
          checked={on ?? false}
          disabled={on === null}
          aria-describedby={id}
          onChange={({ currentTarget }) => onChange(currentTarget.checked)}
        />
        <span>{words.say('rememberOn')}</span>
      </label>
      <p id={id} class="note">
        {words.say('rememberText')}
      </p>
    </>
  );
}
