/** Whether a card is light or dark: as the reader chose, else like the article round it. */
import { isLightColor } from '../../../src/page/text-tone.ts';
import type { CardPort, PlacedMention } from '../card-port.ts';

/** The theme for the card of a mention, or for a toast alone. */
export function themeFor(port: CardPort, mention: PlacedMention | null): 'light' | 'dark' {
  const { theme } = port.settings;
  if (theme !== 'site') return theme;
  const text = (mention && port.blockElement(mention)) ?? document.body;
  return isLightColor(getComputedStyle(text).color) ? 'dark' : 'light';
}
