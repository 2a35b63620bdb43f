import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { KINDS } from '../facts/entity.ts';

const css = readFileSync('src/ui/tokens.css', 'utf8');

/** Every `--name: light-dark(#…, #…)` of the sheet. */
const TOKENS = new Map(
  [...css.matchAll(/--([a-z-]+): light-dark\((#[0-9a-f]{6}), (#[0-9a-f]{6})\)/g)].map(([, name = '', light = '', dark = '']) => [
    name,
    { light, dark },
  ]),
);

/** Contrast ratio of two colours, 1 to 21 (WCAG 2.2, 'contrast ratio'). */
function contrast(one: string, other: string): number {
  const [lighter = 0, darker = 0] = [luminance(one), luminance(other)].sort((a, b) => b - a);
  return (lighter + 0.05) / (darker + 0.05);
}

function luminance(hex: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => {
    const channel = Number.parseInt(hex.slice(at, at + 2), 16) / 255;
    return channel <= 0.04045 ? channel / 12.92 : ((channel + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

/** Text needs 4.5 to 1, the edges of controls 3 to 1 (WCAG 2.2, 1.4.3 and 1.4.11). */
const PAIRS = [
  ...['ink', 'soft', 'warn', ...KINDS].flatMap((text) =>
    ['paper', 'pill', 'raised'].map((ground) => ({ text, ground, least: 4.5 })),
  ),
  ...['ink', 'soft'].flatMap((text) => [
    { text, ground: 'hover', least: 4.5 },
    { text, ground: 'land', least: 4.5 },
    { text, ground: 'country', least: 4.5 },
  ]),
  { text: 'control-line', ground: 'paper', least: 3 },
  { text: 'control-line', ground: 'raised', least: 3 },
];

describe.each(['light', 'dark'] as const)('%s', (theme) => {
  test.each(PAIRS)('$text on $ground: at least $least', ({ text, ground, least }) => {
    const [one, other] = [TOKENS.get(text), TOKENS.get(ground)];
    expect(one).toBeDefined();
    expect(other).toBeDefined();
    expect(contrast(one?.[theme] ?? '', other?.[theme] ?? '')).toBeGreaterThanOrEqual(least);
  });
});

test('every kind has a colour of its own', () => {
  for (const theme of ['light', 'dark'] as const)
    expect(new Set(KINDS.map((kind) => TOKENS.get(kind)?.[theme])).size).toBe(KINDS.length);
});
