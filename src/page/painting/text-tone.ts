/** Tells a dark page from a light one by the colour of its text, which is always set; its background often lies on some other element. */

/**
 * Whether a computed CSS colour is light, so that the page behind it is dark.
 * Colours that a browser serialises in other ways than these count as dark text, which most pages have.
 * @param color as `getComputedStyle(element).color` gives it: `rgb(…)`, `color(srgb …)`, `oklch(…)`, `oklab(…)`, `lab(…)` or `lch(…)`.
 */
export function isLightColor(color: string): boolean {
  const numbers = [...color.matchAll(/-?[\d.]+(?:e-?\d+)?/g)].map(([number]) => Number(number));
  const [first = 0, second = 0, third = 0] = numbers;
  if (color.startsWith('rgb')) return luma(first, second, third) > 128;
  if (color.startsWith('color(srgb')) return luma(first * 255, second * 255, third * 255) > 128;
  if (color.startsWith('okl')) return first > 0.65;
  return /^(lab|lch)/.test(color) && first > 55;
}

/** Perceived brightness from 0 to 255 (ITU-R BT.601), near enough to tell light from dark. */
function luma(red: number, green: number, blue: number): number {
  return 0.299 * red + 0.587 * green + 0.114 * blue;
}
