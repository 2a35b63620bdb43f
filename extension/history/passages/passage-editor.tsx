/** A passage of the list while its note, tags and colour are changed in place. */
import { useLayoutEffect, useRef } from 'preact/hooks';
import { LONGEST_FIELD } from '../../../src/highlights/longest-field.ts';
import { HighlightItem, type HighlightActs } from '../../../src/ui/highlight/highlight-item.tsx';
import type { NoteSaving } from '../../../src/ui/highlight/note-saving.ts';
import { wordDiff } from '../../../src/text/quote/word-diff.ts';
import type { Words } from '../../../src/ui/words.ts';
import type { Line } from './library.ts';

/** See the head of this file. Begins in the note; Escape, but in the field for tags, ends it. */
export function PassageEditor({
  line: { highlight, isLost, now },
  at,
  note,
  recentTags,
  acts,
  onDone,
  words,
}: {
  line: Line;
  at: number;
  note: NoteSaving;
  recentTags: readonly string[];
  acts: HighlightActs;
  onDone: () => void;
  words: Words;
}) {
  const box = useRef<HTMLLIElement>(null);
  useLayoutEffect(() => {
    const field = box.current?.querySelector('textarea');
    field?.focus({ preventScroll: true });
    box.current?.scrollIntoView({ block: 'nearest' });
    field?.setSelectionRange(field.value.length, field.value.length);
  }, []);
  return (
    <li
      ref={box}
      class="editor"
      data-id={highlight.id}
      data-at={at}
      onKeyDownCapture={(event) => {
        if (event.key !== 'Escape' || event.isComposing || event.target instanceof HTMLInputElement) return;
        event.stopPropagation();
        onDone();
      }}
    >
      <ul class="highlights">
        <HighlightItem
          highlight={highlight}
          how={isLost ? 'not-found' : now === undefined ? 'unknown' : 'approximate'}
          changes={now === undefined ? undefined : wordDiff(highlight.anchor.quote.exact, now)}
          note={note}
          longestNote={LONGEST_FIELD}
          recentTags={recentTags}
          acts={acts}
          words={words}
        />
      </ul>
      <button type="button" class="main" onClick={onDone}>
        {words.say('historyDone')}
      </button>
    </li>
  );
}
