/**
 * The small toolbar of a passage in the article: the four colours, its note, copying, and for a saved one the trash. It never takes the
 * focus from a click, since that would undo the selection; by key it is reached with Alt+F10 and left with Escape.
 */
import { useRef } from 'preact/hooks';
import type { Colour } from '../../highlights/highlight.ts';
import { COLOUR_NAMES } from './colours.ts';
import { Icon } from '../icons.tsx';
import type { Words } from '../words.ts';

// The keys of a record of colours are colours, which `Object.keys` forgets.
const COLOURS = Object.keys(COLOUR_NAMES) as Colour[];

/** What it shows and tells. */
export interface HighlightToolbarProps {
  /** The passage, where it is saved already. */
  readonly saved: { readonly colour: Colour; readonly approximate: boolean } | null;
  readonly onColour: (colour: Colour) => void;
  readonly onNote: () => void;
  readonly onCopy: (as: 'plain' | 'markdown') => void;
  readonly onDelete: () => void;
  /** Escape. */
  readonly onLeave: () => void;
  readonly words: Words;
}

/** See the head of this file. */
export function HighlightToolbar({ saved, onColour, onNote, onCopy, onDelete, onLeave, words }: HighlightToolbarProps) {
  const root = useRef<HTMLDivElement>(null);
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key === 'Escape') {
      event.preventDefault();
      onLeave();
    } else if (root.current !== null && moveFocus(root.current, event.key, words.dir === 'rtl')) event.preventDefault();
  };
  return (
    <div
      ref={root}
      class="highlight-toolbar"
      role="toolbar"
      tabIndex={-1}
      aria-label={words.say(saved === null ? 'highlightToolbar' : 'highlightToolbarSaved')}
      aria-keyshortcuts="Alt+F10"
      lang={words.lang}
      dir={words.dir}
      onKeyDown={onKeyDown}
      onMouseDown={(event) => event.preventDefault()}
    >
      {saved?.approximate === true && <span class="changed">{words.say('highlightChanged')}</span>}
      {COLOURS.map((colour, at) => (
        <button
          key={colour}
          type="button"
          class="colour"
          data-colour={colour}
          tabIndex={at === 0 ? 0 : -1}
          aria-label={words.say(COLOUR_NAMES[colour])}
          aria-pressed={saved === null ? undefined : saved.colour === colour}
          title={words.say(COLOUR_NAMES[colour])}
          onClick={() => onColour(colour)}
        />
      ))}
      <span class="rule" />
      <Tool icon="edit" name={words.say('highlightNote')} onClick={onNote} />
      <Tool
        icon="copy"
        name={words.say('highlightCopy')}
        hint={words.say('highlightCopyHint')}
        onClick={({ shiftKey }) => onCopy(shiftKey ? 'markdown' : 'plain')}
      />
      {saved !== null && <Tool icon="trash" name={words.say('highlightDelete')} onClick={onDelete} />}
    </div>
  );
}

function Tool({
  icon,
  name,
  hint = name,
  onClick,
}: {
  icon: 'edit' | 'copy' | 'trash';
  name: string;
  hint?: string;
  onClick: (event: MouseEvent) => void;
}) {
  return (
    <button type="button" class="tool" tabIndex={-1} aria-label={hint} title={hint} onClick={onClick}>
      <Icon name={icon} />
    </button>
  );
}

/** Arrow keys, Home and End move along the buttons (ARIA Authoring Practices, toolbar). @returns whether the key was one of them */
function moveFocus(toolbar: HTMLElement, key: string, isRightToLeft: boolean): boolean {
  const buttons = [...toolbar.querySelectorAll('button')];
  const root = toolbar.getRootNode();
  const at = buttons.findIndex((button) => (root instanceof ShadowRoot ? root : document).activeElement === button);
  const steps: Readonly<Record<string, number>> = {
    ArrowRight: at + (isRightToLeft ? -1 : 1),
    ArrowLeft: at + (isRightToLeft ? 1 : -1),
    Home: 0,
    End: -1,
  };
  const to = steps[key];
  if (to === undefined) return false;
  buttons.at(to % buttons.length)?.focus({ preventScroll: true });
  return true;
}
