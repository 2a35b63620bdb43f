/** A list of values of which one, or none, is chosen. */
import type { MessageKey, Words } from '../../src/ui/words.ts';

/** See the head of this file. Hears `undefined` where none is chosen. */
export function OneOfMany({
  label,
  values,
  nameOf = (value) => value,
  chosen,
  onChoose,
  words,
}: {
  label: MessageKey;
  values: readonly string[];
  nameOf?: (value: string) => string;
  chosen: string | undefined;
  onChoose: (value: string | undefined) => void;
  words: Words;
}) {
  return (
    <label class="select">
      <span>{words.say(label)}</span>
      <select value={chosen ?? ''} onChange={({ currentTarget }) => onChoose(currentTarget.value || undefined)}>
        <option value="">–</option>
        {values.map((value) => (
          <option key={value} value={value}>
            {nameOf(value)}
          </option>
        ))}
      </select>
    </label>
  );
}
