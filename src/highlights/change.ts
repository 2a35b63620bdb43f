/** Everything that can be done to a saved passage: a closed set of changes, each of which says what would undo it. */
import * as v from 'valibot';
import { Anchor, Colour, Field, Highlight, MOST_ITEMS, Tag } from './highlight.ts';

const tags = v.pipe(v.array(Tag), v.maxLength(MOST_ITEMS));

const Recolour = v.strictObject({ kind: v.literal('recolour'), colour: Colour });
/** Into the trash. */
const Delete = v.strictObject({ kind: v.literal('delete') });
/** Out of the trash. */
const Restore = v.strictObject({ kind: v.literal('restore') });

const edits = [
  Recolour,
  v.strictObject({ kind: v.literal('note'), note: Field }),
  /** Tags are added and removed, never set as a list: two tabs may do so at once. What is in both lists is removed. */
  v.strictObject({ kind: v.literal('tag'), add: tags, remove: tags }),
  Delete,
  Restore,
  /** Attached by hand to another stretch of the article. */
  v.strictObject({ kind: v.literal('reattach'), anchor: Anchor }),
] as const;

/** What a news page's own surfaces may do to a passage: nothing that carries the reader's words. */
export const EditInPage = v.variant('kind', [Recolour, Delete, Restore]);
/** A change to a passage that is saved already. */
export const Edit = v.variant('kind', edits);
/** An edit, or the saving itself; saving what is there already changes nothing. */
export const Change = v.variant('kind', [v.strictObject({ kind: v.literal('save'), highlight: Highlight }), ...edits]);

/** An edit from a page, after parsing. */
export type EditInPage = v.InferOutput<typeof EditInPage>;
/** An edit after parsing. */
export type Edit = v.InferOutput<typeof Edit>;
/** A change after parsing. */
export type Change = v.InferOutput<typeof Change>;

/** Why a change cannot be applied: there is no such passage, or another one has its id. */
export class ChangeError extends Error {
  override readonly name = 'ChangeError';
  readonly code: 'no-such-highlight' | 'another-highlight';
  constructor(code: ChangeError['code']) {
    super(code);
    this.code = code;
  }
}

/**
 * The passage after a change; the very same object where nothing changed.
 * @param before the passage, or `undefined` where it is not saved
 * @param at when the change was made; becomes `modified`
 * @throws ChangeError when an edit meets no passage, or a save one with another id
 */
export function applyChange(before: Highlight | undefined, change: Change, at: string): Highlight {
  if (change.kind === 'save') {
    if (before !== undefined && before.id !== change.highlight.id) throw new ChangeError('another-highlight');
    return before ?? change.highlight;
  }
  if (before === undefined) throw new ChangeError('no-such-highlight');
  const fields = changedFields(before, change, at);
  return fields === null ? before : { ...before, ...fields, modified: at };
}

/** The fields an edit sets, or `null` where they are so already. */
function changedFields(before: Highlight, edit: Edit, at: string): Partial<Highlight> | null {
  switch (edit.kind) {
    case 'recolour':
      return edit.colour === before.colour ? null : { colour: edit.colour };
    case 'note':
      return edit.note === before.note ? null : { note: edit.note };
    case 'tag': {
      const after = withTags(before.tags, edit);
      return after.join('\n') === before.tags.join('\n') ? null : { tags: after };
    }
    case 'delete':
      return before.deleted === null ? { deleted: at } : null;
    case 'restore':
      return before.deleted === null ? null : { deleted: null };
    case 'reattach':
      return JSON.stringify(edit.anchor) === JSON.stringify(before.anchor) ? null : { anchor: edit.anchor };
  }
}

/** Tags after adding some and removing others; what is in both is removed. */
function withTags(tags: readonly string[], { add, remove }: { add: readonly string[]; remove: readonly string[] }): string[] {
  const after = new Set([...tags, ...add]);
  for (const tag of remove) after.delete(tag);
  // Code units, not a language's order: the record must not depend on who sorts it. What is over the limit stays out.
  return [...after].sort((one, other) => (one < other ? -1 : 1)).slice(0, MOST_ITEMS);
}

/**
 * The edit that takes back a change that did change something, given the passage before it. Undoing a save puts the passage in the
 * trash.
 */
export function undoOf(before: Highlight | undefined, change: Change): Edit {
  if (change.kind === 'save' || before === undefined) return { kind: 'delete' };
  switch (change.kind) {
    case 'recolour':
      return { kind: 'recolour', colour: before.colour };
    case 'note':
      return { kind: 'note', note: before.note };
    case 'tag': {
      const after = withTags(before.tags, change);
      return {
        kind: 'tag',
        add: before.tags.filter((tag) => !after.includes(tag)),
        remove: after.filter((tag) => !before.tags.includes(tag)),
      };
    }
    case 'delete':
      return { kind: 'restore' };
    case 'restore':
      return { kind: 'delete' };
    case 'reattach':
      return { kind: 'reattach', anchor: before.anchor };
  }
}
