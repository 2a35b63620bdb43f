/** Whether what we show is light or dark: as the reader chose, else like the article round it. */
import type { PageSettings } from '../../../src/messages/from-page.ts';
import { isLightColor } from '../../../src/page/painting/text-tone.ts';

/** The theme beside some text of the page, or for a toast alone. */
export function themeFor({ theme }: PageSettings, text: Element | null): 'light' | 'dark' {
  if (theme !== 'site') return theme;
  return isLightColor(getComputedStyle(text ?? document.body).color) ? 'dark' : 'light';
}
