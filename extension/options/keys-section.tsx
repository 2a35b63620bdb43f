/** Which keys do what, as the browser has them now. */
import { useEffect, useState } from 'preact/hooks';
import type { Words } from '../../src/ui/words.ts';
import { type Shortcut, shortcuts } from '../platform/shortcuts.ts';

/** The browser's own name for the command that presses the toolbar button. */
const POPUP = '_execute_action';

/** See the head of this file. */
export function KeysSection({ words }: { words: Words }) {
  const [keys, setKeys] = useState<readonly Shortcut[]>([]);
  useEffect(() => {
    shortcuts().then(setKeys, () => setKeys([]));
  }, []);
  return (
    <section id="keys">
      <h2>{words.say('optionsKeys')}</h2>
      <dl class="keys">
        {keys.map(({ name, description, key }) => (
          <>
            <dt key={name}>{name === POPUP ? words.say('optionsKeyPopup') : description}</dt>
            <dd>{key === '' ? <span class="note">{words.say('optionsKeyNone')}</span> : <kbd dir="ltr">{key}</kbd>}</dd>
          </>
        ))}
      </dl>
      <p class="note">{words.say('optionsKeysText')}</p>
    </section>
  );
}
