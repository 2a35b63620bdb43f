/** A passage's tags, with a field to add more. */
import { useId, useRef, useState } from 'preact/hooks';
import type { SavedEntity } from '../../highlights/highlight.ts';
import { fieldDirection } from '../field-direction.ts';
import { Icon } from '../icons.tsx';
import { directionOf, type Words } from '../words.ts';

/** Most UTF-16 units a tag may have. */
const LONGEST_TAG = 128;

/** What a tag field is given. */
export interface TagFieldProps {
  readonly tags: readonly string[];
  /** Entities named in the passage: tags of themselves, which are not taken away. */
  readonly entities: readonly SavedEntity[];
  /** Tags to complete from, latest first. */
  readonly recent: readonly string[];
  readonly onAdd: (tags: string[]) => void;
  readonly onRemove: (tag: string) => void;
  /** Escape was pressed in the empty field. */
  readonly onLeave: () => void;
  readonly words: Words;
}

/** See the head of this file. Enter or a comma adds, as does leaving the field; Backspace in the empty field removes the last tag. */
export function TagField({ tags, entities, recent, onAdd, onRemove, onLeave, words }: TagFieldProps) {
  const input = useRef<HTMLInputElement>(null);
  const recentId = useId();
  const [typed, setTyped] = useState('');
  const add = (): void => {
    const added = tagsIn(typed).filter((tag) => !tags.includes(tag));
    if (added.length > 0) onAdd(added);
    setTyped('');
  };
  const remove = (tag: string): void => {
    onRemove(tag);
    input.current?.focus();
  };
  return (
    <div class="tag-field">
      {entities.length > 0 && (
        <ul aria-label={words.say('highlightEntities')}>
          {entities.map(({ id, name, lang }) => (
            <li key={id} class="chip" data-kind={id.slice(0, id.indexOf('/'))}>
              <span class="dot" />
              <bdi lang={lang} dir={directionOf(lang)}>
                {name}
              </bdi>
            </li>
          ))}
        </ul>
      )}
      <ul aria-label={words.say('tagsOf')}>
        {tags.map((tag) => (
          <li key={tag} class="chip">
            <bdi>{tag}</bdi>
            <button type="button" class="tool" aria-label={words.say('tagRemove', tag)} onClick={() => remove(tag)}>
              <Icon name="close" />
            </button>
          </li>
        ))}
      </ul>
      <input
        ref={input}
        type="text"
        dir={fieldDirection(typed)}
        list={recentId}
        maxLength={LONGEST_TAG}
        aria-label={words.say('tagAdd')}
        placeholder={words.say('tagAdd')}
        value={typed}
        onInput={(event) => setTyped(event.currentTarget.value)}
        onBlur={add}
        onKeyDown={(event) => {
          const { key, isComposing } = event;
          // Enter that ends a composition chooses a character, not a tag.
          if (isComposing) return;
          if (key === 'Enter' || key === ',' || key === '،') {
            event.preventDefault();
            add();
          } else if (key === 'Backspace' && typed === '') {
            const last = tags.at(-1);
            if (last !== undefined) onRemove(last);
          } else if (key === 'Escape') {
            event.stopPropagation();
            setTyped('');
            onLeave();
          }
        }}
      />
      <datalist id={recentId}>
        {recent
          .filter((tag) => !tags.includes(tag))
          .map((tag) => (
            <option key={tag} value={tag}>
              {tag}
            </option>
          ))}
      </datalist>
    </div>
  );
}

/** Tags in what was typed or pasted: parted by commas and line ends, white space within made one space. */
function tagsIn(typed: string): string[] {
  return [
    ...new Set(
      typed
        .split(/[,،\r\n\u2028\u2029]/)
        .map((tag) => tag.replace(/\s+/g, ' ').trim())
        .filter((tag) => tag !== ''),
    ),
  ];
}
