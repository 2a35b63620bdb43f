/** A field that takes one JSON file, with a word on what becomes of it. */
import { useId } from 'preact/hooks';
import type { MessageKey, Words } from '../../src/ui/words.ts';

/** See the head of this file. `onFile` is called once for each file chosen. */
export function FileField(props: {
  label: MessageKey;
  note: MessageKey;
  disabled: boolean;
  onFile: (file: File) => void;
  words: Words;
}) {
  const { label, note, disabled, onFile, words } = props;
  const id = useId();
  return (
    <div class="file">
      <label for={id}>{words.say(label)}</label>
      <input
        id={id}
        type="file"
        accept=".json,application/json"
        disabled={disabled}
        aria-describedby={`${id}-note`}
        onChange={({ currentTarget }) => {
          const [file] = currentTarget.files ?? [];
          if (file !== undefined) onFile(file);
          // The same file chosen again is to be read again.
          currentTarget.value = '';
        }}
      />
      <p class="note" id={`${id}-note`}>
        {words.say(note)}
      </p>
    </div>
  );
}
