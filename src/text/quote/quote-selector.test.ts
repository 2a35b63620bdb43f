import fc from 'fast-check';
import { expect, test } from 'vitest';
import { selectQuote, SHORTEST_CONTEXT } from './quote-selector.ts';

const LINE = 'Shelling was reported again in the countryside south of the city on Monday. ';

test('context begins and ends with whole words', () => {
  const text = `${'before '.repeat(40)}Idlib${' behind'.repeat(40)}`;
  const { prefix, suffix } = selectQuote(text, 280, 285);
  expect(prefix).toMatch(/^ ?(before )+$/);
  expect(suffix).toMatch(/^( behind)+ ?$/);
  expect(prefix.length).toBeGreaterThanOrEqual(SHORTEST_CONTEXT);
  expect(prefix.length).toBeLessThan(SHORTEST_CONTEXT + 8);
});

test('a passage that stands twice gets context enough to tell which', () => {
  const text = `First. ${LINE.repeat(3)}Second. ${LINE.repeat(3)}Third.`;
  const start = text.lastIndexOf('city');
  const { prefix, exact, suffix } = selectQuote(text, start, start + 4);
  const passage = prefix + exact + suffix;
  expect(text.indexOf(passage)).toBe(text.lastIndexOf(passage));
  expect(suffix).toContain('Third');
});

test('a word without end is cut', () => {
  expect(selectQuote('x'.repeat(1_000), 500, 501).prefix.length).toBeLessThanOrEqual(512 + 32);
});

test('for any text: the parts stand side by side, 64 letters or all there are, no character cut in two', () => {
  const anyText = fc.string({
    unit: fc.constantFrom('a', ' ', '\n', '.', 'إ', '\u0301', '𝐈', '🔥'),
    minLength: 1,
    maxLength: 300,
  });
  fc.assert(
    fc.property(anyText, fc.nat(), fc.nat(), (text, one, other) => {
      const [a, b] = [one % text.length, other % text.length];
      const [start, end] = [Math.min(a, b), Math.max(a, b) + 1];
      const { prefix, exact, suffix } = selectQuote(text, start, end);
      expect(text.slice(start - prefix.length, end + suffix.length)).toBe(prefix + exact + suffix);
      expect(prefix.length).toBeGreaterThanOrEqual(Math.min(start, SHORTEST_CONTEXT));
      expect(suffix.length).toBeGreaterThanOrEqual(Math.min(text.length - end, SHORTEST_CONTEXT));
      expect(prefix).not.toMatch(/^[\udc00-\udfff]/);
      expect(suffix).not.toMatch(/[\ud800-\udbff]$/);
    }),
  );
});
