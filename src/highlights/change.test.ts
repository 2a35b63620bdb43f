import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { applyChange, ChangeError, type Edit, undoOf } from './change.ts';
import { anyEdit, anyHighlight } from './fixtures/arbitrary-highlight.ts';
import { type Highlight, parseHighlight } from './highlight.ts';

const AT = '2026-11-22T10:00:00.000Z';
const LATER = '2026-11-22T10:00:01.000Z';
const [SAMPLE] = fc.sample(anyHighlight, { numRuns: 1, seed: 3 });
if (SAMPLE === undefined) throw new Error('no sample');
const SAVED: Highlight = { ...SAMPLE, colour: 'yellow', note: 'first', tags: ['a', 'c'], deleted: null };

const EDITS: [name: string, edit: Edit, fields: Partial<Highlight>][] = [
  ['recolour', { kind: 'recolour', colour: 'blue' }, { colour: 'blue' }],
  ['note', { kind: 'note', note: 'second' }, { note: 'second' }],
  ['tags come in sorted and once', { kind: 'tag', add: ['b', 'a'], remove: [] }, { tags: ['a', 'b', 'c'] }],
  ['a tag added and removed is removed', { kind: 'tag', add: ['b'], remove: ['b', 'c'] }, { tags: ['a'] }],
  ['into the trash', { kind: 'delete' }, { deleted: AT }],
];
test.each(EDITS)('%s', (_name, edit, fields) => {
  expect(applyChange(SAVED, edit, AT)).toEqual({ ...SAVED, ...fields, modified: AT });
});

const IDLE: [name: string, before: Highlight, edit: Edit][] = [
  ['the same colour', SAVED, { kind: 'recolour', colour: 'yellow' }],
  ['the same note', SAVED, { kind: 'note', note: 'first' }],
  ['tags that are there, tags that are not', SAVED, { kind: 'tag', add: ['a'], remove: ['x'] }],
  ['restored though not deleted', SAVED, { kind: 'restore' }],
  ['deleted twice', { ...SAVED, deleted: AT }, { kind: 'delete' }],
  ['attached where it was', SAVED, { kind: 'reattach', anchor: SAVED.anchor }],
];
test.each(IDLE)('nothing changes: %s', (_name, before, edit) => expect(applyChange(before, edit, LATER)).toBe(before));

describe('saving', () => {
  test('again changes nothing, whatever happened in between', () => {
    const edited = applyChange(SAVED, { kind: 'note', note: 'second' }, AT);
    expect(applyChange(edited, { kind: 'save', highlight: SAVED }, LATER)).toBe(edited);
  });
  test('under the id of another passage is refused', () => {
    const save = { kind: 'save', highlight: { ...SAVED, id: 'another-one' } } as const;
    expect(() => applyChange(SAVED, save, AT)).toThrow(new ChangeError('another-highlight'));
  });
  test('must come before an edit', () => {
    expect(() => applyChange(undefined, { kind: 'delete' }, AT)).toThrow(new ChangeError('no-such-highlight'));
  });
});

/** What an undo brings back: all but when it happened. */
const content = (highlight: Highlight) => ({ ...highlight, modified: '', deleted: highlight.deleted !== null });

describe('for any record and edit', () => {
  test('the record stays one', () => {
    fc.assert(
      fc.property(anyHighlight, anyEdit, (before, edit) => {
        expect(parseHighlight(applyChange(before, edit, AT))).toBeDefined();
      }),
    );
  });
  test('the edit again changes nothing more', () => {
    fc.assert(
      fc.property(anyHighlight, anyEdit, (before, edit) => {
        const once = applyChange(before, edit, AT);
        expect(applyChange(once, edit, LATER)).toBe(once);
      }),
    );
  });
  test('the undo brings back what was', () => {
    fc.assert(
      fc.property(anyHighlight, anyEdit, (before, edit) => {
        const after = applyChange(before, edit, AT);
        fc.pre(after !== before);
        expect(content(applyChange(after, undoOf(before, edit), LATER))).toEqual(content(before));
      }),
    );
  });
});
