/** Files the extension gives the reader, put where a test can read them. */
import type { Page } from 'puppeteer-core';
import { asFirefoxItself } from './bidi.ts';
import type { Running } from './launch.ts';

/** Has downloads of a browser put into a folder. */
export async function downloadInto(running: Running, page: Page, folder: string): Promise<void> {
  if (running.target === 'chromium') {
    const client = await page.createCDPSession();
    await client.send('Browser.setDownloadBehavior', { behavior: 'allow', downloadPath: folder });
    return;
  }
  await asFirefoxItself(
    running.browser,
    `Services.prefs.setIntPref('browser.download.folderList', 2);
    Services.prefs.setStringPref('browser.download.dir', ${JSON.stringify(folder)});
    Services.prefs.setBoolPref('browser.download.alwaysOpenPanel', false);
    return true;`,
  );
}
