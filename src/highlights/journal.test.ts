import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Change, Edit } from './change.ts';
import { anyEdit, anyHighlight } from './fixtures/arbitrary-highlight.ts';
import { replay } from './fixtures/replay.ts';
import type { Highlight } from './highlight.ts';
import { type JournalEntry, makeChange, noteVersions } from './journal.ts';

/** Makes changes one after the other, a second apart, as the store would. */
function play(changes: readonly Change[]): { entries: JournalEntry[]; highlight: Highlight | undefined } {
  const entries: JournalEntry[] = [];
  let highlight: Highlight | undefined;
  for (const [i, change] of changes.entries()) {
    const at = new Date(Date.UTC(2026, 10, 22, 10, 0, i)).toISOString();
    const made = makeChange(highlight, change, { id: `change-${i}-0`, sequence: entries.length + 1, at });
    if (made === null) continue;
    highlight = made.highlight;
    entries.push(made.entry);
  }
  return { entries, highlight };
}

const content = (highlight: Highlight) => ({ ...highlight, modified: '', deleted: highlight.deleted !== null });
const anyHistory = fc
  .tuple(anyHighlight, fc.array(anyEdit, { maxLength: 12 }))
  .map(([highlight, edits]): Change[] => [{ kind: 'save', highlight }, ...edits]);

test('played from the start, the journal gives the record', () => {
  fc.assert(
    fc.property(anyHistory, (changes) => {
      const { entries, highlight } = play(changes);
      expect(replay(entries.toReversed()).get(highlight?.id ?? '')).toEqual(highlight);
    }),
  );
});

test('all undone, newest first, the passage is as it was saved', () => {
  fc.assert(
    fc.property(anyHistory, (changes) => {
      const [saved] = changes;
      const { entries } = play(changes);
      const undos = entries
        .slice(1)
        .toReversed()
        .map(({ before }): Edit => before);
      const { highlight } = play([...changes, ...undos]);
      if (saved?.kind !== 'save' || highlight === undefined) throw new Error('a history begins with a save');
      expect(content(highlight)).toEqual(content(saved.highlight));
    }),
  );
});

test('a change sent again is not written again', () => {
  fc.assert(
    fc.property(anyHighlight, anyEdit, (highlight, edit) => {
      const save: Change = { kind: 'save', highlight };
      expect(play([save, edit, edit, save]).entries).toEqual(play([save, edit]).entries);
    }),
  );
});

test('undoing a save puts the passage in the trash', () => {
  const [highlight] = fc.sample(
    anyHighlight.map((one) => ({ ...one, deleted: null })),
    { numRuns: 1, seed: 1 },
  );
  if (highlight === undefined) throw new Error('no sample');
  const { entries } = play([{ kind: 'save', highlight }]);
  expect(entries[0]?.before).toEqual({ kind: 'delete' });
});

test('earlier versions of a note, newest first, with the moment they were replaced', () => {
  const [sample] = fc.sample(anyHighlight, { numRuns: 1, seed: 2 });
  if (sample === undefined) throw new Error('no sample');
  const highlight = { ...sample, note: '' };
  const notes = ['one', 'two', 'three'].map((note): Edit => ({ kind: 'note', note }));
  const { entries } = play([{ kind: 'save', highlight }, ...notes, { kind: 'recolour', colour: 'pink' }]);
  expect(noteVersions(entries, highlight.id)).toEqual([
    { note: 'two', until: '2026-11-22T10:00:03.000Z' },
    { note: 'one', until: '2026-11-22T10:00:02.000Z' },
  ]);
  expect(noteVersions(entries, 'another-one')).toEqual([]);
});
