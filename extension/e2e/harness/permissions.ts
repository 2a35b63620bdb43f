/** What a reader allows the extension to do, given and taken as the browser's own pages do it: prompts cannot be pressed by a script. */
import type { Page } from 'puppeteer-core';
import type Browser from 'webextension-polyfill';
import manifest from '../../../manifest.json' with { type: 'json' };
import { asFirefoxItself } from './bidi.ts';
import type { Running } from './launch.ts';

const FIREFOX_ID = manifest.browser_specific_settings.gecko.id;

/** What is global on Chromium's page of extensions. */
interface ExtensionsPage {
  readonly chrome: {
    readonly developerPrivate: {
      addHostPermission(extension: string, host: string): Promise<void>;
      removeHostPermission(extension: string, host: string): Promise<void>;
      updateExtensionConfiguration(update: { extensionId: string; hostAccess: 'ON_SPECIFIC_SITES' }): Promise<void>;
    };
  };
}

/**
 * Takes every host back, as with *On specific sites* on Chromium's page about the extension. Only what was so withheld can be granted there
 * host by host: a host that is merely optional is granted by a prompt, which no script can press.
 */
export async function withholdHosts(running: Running): Promise<void> {
  await onExtensionsPage(running, (id) => {
    const { chrome } = globalThis as unknown as ExtensionsPage;
    return chrome.developerPrivate.updateExtensionConfiguration({ extensionId: id, hostAccess: 'ON_SPECIFIC_SITES' });
  });
}

/** Allows a host for good. */
export async function grantHost(running: Running, pattern: string): Promise<void> {
  if (running.target === 'firefox') return changeInFirefox(running, pattern, 'add');
  return onExtensionsPage(
    running,
    (id, host) => (globalThis as unknown as ExtensionsPage).chrome.developerPrivate.addHostPermission(id, host),
    pattern,
  );
}

/** Takes it back. */
export async function revokeHost(running: Running, pattern: string): Promise<void> {
  if (running.target === 'firefox') return changeInFirefox(running, pattern, 'remove');
  return onExtensionsPage(
    running,
    (id, host) => (globalThis as unknown as ExtensionsPage).chrome.developerPrivate.removeHostPermission(id, host),
    pattern,
  );
}

async function onExtensionsPage(
  { browser, address }: Running,
  run: (extension: string, pattern: string) => Promise<void>,
  pattern = '',
): Promise<void> {
  const page = await browser.newPage();
  await page.goto('chrome://extensions');
  await page.evaluate(run, new URL(address('')).host, pattern);
  await page.close();
}

async function changeInFirefox({ browser }: Running, pattern: string, what: 'add' | 'remove'): Promise<void> {
  await asFirefoxItself(
    browser,
    `const { ExtensionPermissions } = ChromeUtils.importESModule('resource://gre/modules/ExtensionPermissions.sys.mjs');
    const { ExtensionParent } = ChromeUtils.importESModule('resource://gre/modules/ExtensionParent.sys.mjs');
    const extension = ExtensionParent.GlobalManager.getExtension(${JSON.stringify(FIREFOX_ID)});
    await ExtensionPermissions.${what}(extension.id, { permissions: [], origins: [${JSON.stringify(pattern)}] }, extension);
    return true;`,
  );
}

/** Presses the toolbar button over the tab in front: this tab may be read once from now on. */
export async function pressToolbarButton({ target, browser }: Running, page: Page): Promise<void> {
  if (target === 'firefox') {
    await asFirefoxItself(
      browser,
      `const { ExtensionParent } = ChromeUtils.importESModule('resource://gre/modules/ExtensionParent.sys.mjs');
      const extension = ExtensionParent.GlobalManager.getExtension(${JSON.stringify(FIREFOX_ID)});
      extension.tabManager.addActiveTabPermission(gBrowser.selectedTab);
      return true;`,
    );
    return;
  }
  const [extension] = [...(await browser.extensions()).values()];
  if (extension === undefined) throw new Error('the extension is not there');
  await extension.triggerAction(page);
}

/** The extension API's id of the tab in front, asked from one of our pages. */
export async function tabInFront(ownPage: Page): Promise<number> {
  const id = await ownPage.evaluate(async () => {
    const { browser } = globalThis as unknown as { readonly browser: Browser.Browser };
    return (await browser.tabs.query({ active: true, currentWindow: true }))[0]?.id;
  });
  if (id === undefined) throw new Error('no tab is in front');
  return id;
}
