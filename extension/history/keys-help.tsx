/** The list of the page's keys, which can be folded away. */
import type { Words } from '../../src/ui/words.ts';
import { KEYS } from './keys.ts';

/** See the head of this file. */
export function KeysHelp({ details, words }: { details: { current: HTMLDetailsElement | null }; words: Words }) {
  return (
    <details ref={details} class="keys" open>
      <summary>{words.say('historyKeys')}</summary>
      <dl>
        {KEYS.map(({ keys, says }) => (
          <div key={says}>
            <dt>{words.say(says)}</dt>
            <dd dir="ltr">
              {keys.map((key) => (
                <kbd key={key}>{key}</kbd>
              ))}
            </dd>
          </div>
        ))}
      </dl>
    </details>
  );
}
