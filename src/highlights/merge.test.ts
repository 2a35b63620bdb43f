import fc from 'fast-check';
import { expect, test } from 'vitest';
import { applyChange } from './change.ts';
import { anyHighlight } from './fixtures/arbitrary-highlight.ts';
import type { Highlight } from './highlight.ts';
import { changesToward } from './merge.ts';

function merged(before: Highlight | undefined, other: Highlight): Highlight | undefined {
  return changesToward(before, other).reduce<Highlight | undefined>(
    (highlight, change) => applyChange(highlight, change, other.modified),
    before,
  );
}

test('what is not saved is saved as it is', () => {
  fc.assert(
    fc.property(anyHighlight, (other) => {
      expect(merged(undefined, other)).toEqual(other);
    }),
  );
});

test('the later of two wins in everything a reader can change, and merging it again changes nothing', () => {
  fc.assert(
    fc.property(anyHighlight, anyHighlight, (before, other) => {
      const after = merged(before, other);
      const { colour, note, tags, anchor } = other.modified > before.modified ? other : before;
      expect(after).toMatchObject({ colour, note, tags, anchor });
      expect(after?.deleted === null).toBe((other.modified > before.modified ? other : before).deleted === null);
      if (after !== undefined) expect(changesToward(after, other)).toEqual([]);
    }),
  );
});
