/** Merging a record that came from elsewhere (a backup, an import, the second copy) into what is saved: by id, the later `modified` wins. */
import type { Change } from './change.ts';
import type { Highlight } from './highlight.ts';

/**
 * The changes that bring a saved passage to where another record of it stands, in order; to be made at that record's `modified`. Empty
 * where the saved one is as late or later. What can never change after saving (article, entities, container) stays as saved.
 * @param before as saved, or `undefined` where it is not
 */
export function changesToward(before: Highlight | undefined, other: Highlight): readonly Change[] {
  if (before === undefined) return [{ kind: 'save', highlight: other }];
  if (other.modified <= before.modified) return [];
  const changes: Change[] = [];
  const add = other.tags.filter((tag) => !before.tags.includes(tag));
  const remove = before.tags.filter((tag) => !other.tags.includes(tag));
  if (other.colour !== before.colour) changes.push({ kind: 'recolour', colour: other.colour });
  if (other.note !== before.note) changes.push({ kind: 'note', note: other.note });
  if (add.length + remove.length > 0) changes.push({ kind: 'tag', add, remove });
  if (JSON.stringify(other.anchor) !== JSON.stringify(before.anchor)) changes.push({ kind: 'reattach', anchor: other.anchor });
  if (other.deleted !== null && before.deleted === null) changes.push({ kind: 'delete' });
  if (other.deleted === null && before.deleted !== null) changes.push({ kind: 'restore' });
  return changes;
}
