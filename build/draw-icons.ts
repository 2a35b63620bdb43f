/** Draws `icons/dateline-SIZE.png` from `icons/dateline.svg`: `npm run icons` after changing the drawing. The pictures are committed, so that a build needs no browser. */
import { readFile } from 'node:fs/promises';
import puppeteer from 'puppeteer-core';
import { findBrowser } from './find-browser.ts';

/** Sides in pixels. The store's own, 128, wants its picture in the middle 96. */
const ICONS = [
  { side: 16, margin: 0 },
  { side: 32, margin: 0 },
  { side: 48, margin: 0 },
  { side: 96, margin: 0 },
  { side: 128, margin: 16 },
];

const drawing = (await readFile('icons/dateline.svg')).toString('base64');
const browser = await puppeteer.launch({ executablePath: findBrowser('chromium'), headless: true, args: ['--no-sandbox'] });
try {
  const page = await browser.newPage();
  for (const { side, margin } of ICONS) {
    await page.setViewport({ width: side, height: side });
    await page.setContent(
      `<style>body { margin: ${margin}px } img { display: block; width: ${side - 2 * margin}px }</style><img src="data:image/svg+xml;base64,${drawing}">`,
    );
    await page.screenshot({ path: `icons/dateline-${side}.png`, omitBackground: true });
  }
} finally {
  await browser.close();
}
