import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { OWN_KEYS } from './mark-keys.ts';
import { MARK_COLORS } from './mark-style.ts';

const TOKENS = readFileSync(new URL('../../ui/tokens.css', import.meta.url), 'utf8');

test.each(Object.entries(MARK_COLORS))('a mark of a %s has the colour of its card', (kind, [onLight, onDark]) => {
  expect(TOKENS).toContain(`--${kind}: light-dark(${onLight}, ${onDark});`);
});

test.each(Object.keys(MARK_COLORS))('what marks a %s is cleared away after an update', (kind) => {
  expect(OWN_KEYS.filter((key) => key.endsWith(`-${kind}`))).toHaveLength(3);
});
