/** Earlier versions of a note, each of which can be brought back. */
import type { NoteVersion } from '../../highlights/journal.ts';
import { formatInstant } from '../dates.ts';
import type { Words } from '../words.ts';

/** `versions` newest first; `null` while they are being looked up. */
export function NoteVersions({
  versions,
  onBringBack,
  words,
}: {
  versions: readonly NoteVersion[] | null;
  onBringBack: (note: string) => void;
  words: Words;
}) {
  if (versions === null) return <p class="note">{words.say('loading')}</p>;
  if (versions.length === 0) return <p class="note">{words.say('noteVersionsNone')}</p>;
  return (
    <ol class="note-versions" aria-label={words.say('noteVersions')}>
      {versions.map(({ note, until }) => {
        const when = formatInstant(until, words.locale);
        return (
          <li key={`${until} ${note}`}>
            <p dir="auto">{note}</p>
            <span class="when">
              <time dateTime={until}>{words.say('noteVersionUntil', when)}</time>
              <button type="button" class="main" onClick={() => onBringBack(note)}>
                {words.say('noteBringBack')}
              </button>
            </span>
          </li>
        );
      })}
    </ol>
  );
}
