/** What can be done with everything selected at once. */
import { useState } from 'preact/hooks';
import type { Colour } from '../../../src/highlights/highlight.ts';
import { ColourChoice } from '../../../src/ui/highlight/colour-choice.tsx';
import { Icon } from '../../../src/ui/icons.tsx';
import { TagField } from '../../../src/ui/highlight/tag-field.tsx';
import type { Words } from '../../../src/ui/words.ts';

/** See the head of this file. */
export function BulkBar({
  count,
  progress,
  recentTags,
  onTag,
  onRecolour,
  onDelete,
  onAll,
  onNone,
  words,
}: {
  count: number;
  /** How many are done of a change that is being made. */
  progress: number | null;
  recentTags: readonly string[];
  onTag: (tags: string[]) => void;
  onRecolour: (colour: Colour) => void;
  onDelete: () => void;
  /** Absent where everything is selected. */
  onAll: (() => void) | undefined;
  onNone: () => void;
  words: Words;
}) {
  const [colour, setColour] = useState<Colour | undefined>();
  return (
    <section class="bulk" aria-label={words.say('historyBulk')}>
      <strong role="status">{words.count('historySelected', count)}</strong>
      {progress !== null && <progress max={count} value={progress} aria-label={words.say('historyBulk')} />}
      {onAll !== undefined && (
        <button type="button" class="fold" onClick={onAll}>
          {words.say('historySelectAll')}
        </button>
      )}
      <button type="button" class="fold" onClick={onNone}>
        {words.say('historyUnselect')}
      </button>
      <TagField
        tags={[]}
        entities={[]}
        recent={recentTags}
        onAdd={onTag}
        onRemove={() => undefined}
        onLeave={onNone}
        words={words}
      />
      <ColourChoice
        chosen={colour}
        onChoose={(chosen) => {
          setColour(chosen);
          onRecolour(chosen);
        }}
        words={words}
      />
      <button type="button" class="main" onClick={onDelete}>
        <Icon name="trash" /> {words.say('highlightDelete')}
      </button>
    </section>
  );
}
