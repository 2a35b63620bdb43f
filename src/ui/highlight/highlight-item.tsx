/** One saved passage: its words, how it was found again, its note, tags and colour, and what can be done with it. */
import { useRef, useState } from 'preact/hooks';
import type { Colour, Highlight } from '../../highlights/highlight.ts';
import type { NoteVersion } from '../../highlights/journal.ts';
import type { FoundHighlight } from '../../messages/highlights.ts';
import type { Change } from '../../text/quote/word-diff.ts';
import { ChangedWords, Reworded } from './changed-words.tsx';
import { clipped } from './clipped.ts';
import { ColourChoice } from './colour-choice.tsx';
import { formatInstantDay } from '../dates.ts';
import { Gone } from './gone.tsx';
import { Icon } from '../icons.tsx';
import { NoteField } from './note-field.tsx';
import type { NoteSaving } from './note-saving.ts';
import { NoteVersions } from './note-versions.tsx';
import { SavedQuote } from './saved-quote.tsx';
import { TagField } from './tag-field.tsx';
import type { Words } from '../words.ts';

/** UTF-16 units of a passage that name its note. */
const NAMING = 60;

/** What a reader can do with a passage. */
export interface HighlightActs {
  /** To its place in the article. */
  readonly onGoTo: () => void;
  readonly onRecolour: (colour: Colour) => void;
  readonly onTag: (change: { readonly add: string[]; readonly remove: string[] }) => void;
  readonly onDelete: () => void;
  readonly onCopy: (as: 'plain' | 'markdown') => void;
  /** Looks up the note's earlier versions, newest first. */
  readonly onVersions: () => Promise<readonly NoteVersion[]>;
  /** Attaches it to what is selected in the article; only where it was not found, and the article is at hand. */
  readonly onAttach?: (() => void) | undefined;
}

/** What an item is given. */
export interface HighlightItemProps {
  readonly highlight: Highlight;
  readonly how: FoundHighlight['how'];
  /** From the saved words to those that stand there now, where they differ. */
  readonly changes?: readonly Change[] | undefined;
  readonly note: NoteSaving;
  readonly longestNote: number;
  readonly recentTags: readonly string[];
  readonly acts: HighlightActs;
  readonly words: Words;
}

/** A list item. Escape in its fields goes back to its words. */
export function HighlightItem(props: HighlightItemProps) {
  const { highlight, how, changes, note, longestNote, recentTags, acts, words } = props;
  const item = useRef<HTMLLIElement>(null);
  const toQuote = (): void => item.current?.querySelector<HTMLElement>('.quote')?.focus();
  const { exact } = highlight.anchor.quote;
  return (
    <li ref={item} class="highlight" data-id={highlight.id} data-colour={highlight.colour} data-how={how}>
      <SavedQuote text={exact} onGoTo={how === 'not-found' ? undefined : acts.onGoTo} words={words} />
      <Finding highlight={highlight} how={how} changes={changes} onAttach={acts.onAttach} words={words} />
      <NoteField
        saving={note}
        label={words.say('noteLabel', clipped(exact, NAMING))}
        longest={longestNote}
        onLeave={toQuote}
        words={words}
      />
      <TagField
        tags={highlight.tags}
        entities={highlight.entities}
        recent={recentTags}
        onAdd={(tags) => acts.onTag({ add: tags, remove: [] })}
        onRemove={(tag) => acts.onTag({ add: [], remove: [tag] })}
        onLeave={toQuote}
        words={words}
      />
      <Tools highlight={highlight} note={note} acts={acts} words={words} />
    </li>
  );
}

function Finding({
  highlight: { anchor, created },
  how,
  changes,
  onAttach,
  words,
}: Pick<HighlightItemProps, 'highlight' | 'how' | 'changes' | 'words'> & { onAttach: (() => void) | undefined }) {
  if (how !== 'approximate' && how !== 'not-found') return null;
  if (how === 'approximate') return <Reworded changes={changes ?? []} words={words} />;
  const compared = changes !== undefined && changes.length > 0 && <ChangedWords changes={changes} words={words} />;
  return (
    <Gone anchor={anchor} day={formatInstantDay(created, words.locale)} words={words}>
      {compared}
      {onAttach !== undefined && (
        <button type="button" class="main" onClick={onAttach}>
          {words.say('highlightAttach')}
        </button>
      )}
    </Gone>
  );
}

function Tools({ highlight, note, acts, words }: Pick<HighlightItemProps, 'highlight' | 'note' | 'acts' | 'words'>) {
  const [more, setMore] = useState(false);
  const [versions, setVersions] = useState<readonly NoteVersion[] | null | 'closed'>('closed');
  const showVersions = (): void => {
    setVersions(null);
    acts.onVersions().then(setVersions, () => setVersions('closed'));
  };
  const bringBack = (text: string): void => {
    note.type(text);
    note.flush();
    setVersions('closed');
  };
  return (
    <div class="tools">
      <ColourChoice chosen={highlight.colour} onChoose={acts.onRecolour} words={words} />
      <button
        type="button"
        class="tool"
        aria-label={words.say('highlightCopy')}
        title={words.say('highlightCopy')}
        onClick={() => acts.onCopy('plain')}
      >
        <Icon name="copy" />
      </button>
      <button
        type="button"
        class="tool"
        aria-label={words.say('highlightMore')}
        title={words.say('highlightMore')}
        aria-expanded={more}
        onClick={() => {
          setMore(!more);
          setVersions('closed');
        }}
      >
        <Icon name="more" />
      </button>
      <button
        type="button"
        class="tool"
        aria-label={words.say('highlightDelete')}
        title={words.say('highlightDelete')}
        onClick={acts.onDelete}
      >
        <Icon name="trash" />
      </button>
      {more && (
        <div class="more">
          <button type="button" class="main" onClick={() => acts.onCopy('markdown')}>
            {words.say('highlightCopyMarkdown')}
          </button>
          <button type="button" class="main" aria-expanded={versions !== 'closed'} onClick={showVersions}>
            {words.say('noteVersions')}
          </button>
          {versions !== 'closed' && <NoteVersions versions={versions} onBringBack={bringBack} words={words} />}
        </div>
      )}
    </div>
  );
}
