/** The field above a list that is looked through as the reader types. */
import { fieldDirection } from '../../src/ui/field-direction.ts';
import type { MessageKey, Words } from '../../src/ui/words.ts';

/** See the head of this file. */
export function FindField({
  label,
  query,
  onQuery,
  words,
}: {
  label: MessageKey;
  query: string;
  onQuery: (query: string) => void;
  words: Words;
}) {
  return (
    <input
      type="search"
      dir={fieldDirection(query)}
      aria-label={words.say(label)}
      placeholder={words.say(label)}
      value={query}
      onInput={({ currentTarget }) => onQuery(currentTarget.value)}
    />
  );
}
