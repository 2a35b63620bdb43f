/** *Show what changed*: a passage as it was and as it is, in one line of text. */
import type { Change } from '../../text/quote/word-diff.ts';
import { Icon } from '../icons.tsx';
import type { Words } from '../words.ts';

/** Says that a passage stands on its page in other words, and which. */
export function Reworded({ changes, words }: { changes: readonly Change[]; words: Words }) {
  return (
    <div class="finding">
      <p>{words.say('highlightChanged')}</p>
      {changes.length > 0 && <ChangedWords changes={changes} words={words} />}
    </div>
  );
}

const TELLS = { removed: 'highlightRemovedWords', added: 'highlightAddedWords' } as const;

/** A closed disclosure. What was removed is struck through, what was added underlined, and both are said in words to a screen reader. */
export function ChangedWords({ changes, words }: { changes: readonly Change[]; words: Words }) {
  return (
    <details class="changes">
      <summary>
        <Icon name="open" />
        {words.say('highlightShowChanges')}
      </summary>
      <p class="changed-words" dir="auto">
        {changes.map(({ kind, text }, index) => {
          if (kind === 'same') return text;
          const Tag = kind === 'removed' ? 'del' : 'ins';
          return (
            // The parts of a comparison have no names and never change places.
            // oxlint-disable-next-line react/no-array-index-key
            <Tag key={index}>
              {/* Isolated: the interface's language must not make the passage run its way. */}
              <bdi class="unseen">{words.say(TELLS[kind])} </bdi>
              {text}
            </Tag>
          );
        })}
      </p>
    </details>
  );
}
