import { expect, test } from 'vitest';
import { isLightColor } from './text-tone.ts';

const cases: [name: string, color: string, light: boolean][] = [
  ['black', 'rgb(0, 0, 0)', false],
  ['white', 'rgb(255, 255, 255)', true],
  ['newsprint grey', 'rgb(51, 51, 51)', false],
  ['grey of dark themes', 'rgba(232, 230, 227, 0.9)', true],
  ['color() black', 'color(srgb 0.1 0.1 0.1)', false],
  ['color() white', 'color(srgb 0.9 0.9 0.9)', true],
  ['oklch dark', 'oklch(0.25 0.02 250)', false],
  ['oklch light', 'oklch(0.93 0.01 250)', true],
  ['lab light', 'lab(90 0 0)', true],
  ['something else', 'canvastext', false],
];
test.each(cases)('%s', (_, color, light) => expect(isLightColor(color)).toBe(light));
