/** Starts Chromium or Firefox with the built extension, behind the tests' own internet. */
import { resolve } from 'node:path';
import puppeteer, { type Browser, type Page, type Target as PuppeteerTarget, TargetType } from 'puppeteer-core';
import { findBrowser } from '../../../build/find-browser.ts';
import type { Target } from '../../../build/manifest.ts';
import manifest from '../../../manifest.json' with { type: 'json' };
import { asFirefoxItself, bidi, contextOf } from './bidi.ts';
import { registeredScripts } from './own-page.ts';
import { until } from './until.ts';

const EXTENSION_ID = manifest.browser_specific_settings.gecko.id;
/** Firefox gives each installation a random origin; a fixed one lets the tests name our pages. */
const FIREFOX_UUID = '5a1e0000-0000-4000-8000-00000da7e11e';

/** How to start. */
export interface LaunchOptions {
  readonly target: Target;
  /** Folder of the built extension: `dist/test-TARGET`, which has every host granted, unless `hostsGranted` says otherwise. */
  readonly extension: string;
  /** Whether the browser is ready only once the page script is registered; `true` unless said otherwise. */
  readonly hostsGranted?: boolean;
  /** Port of the proxy on 127.0.0.1 that all requests go through; without one the browser has the real internet. */
  readonly proxyPort?: number;
  readonly headless?: boolean;
  /** Folder of the browser's profile; a fresh one is made, and later removed, unless said otherwise. */
  readonly profile?: string;
  /** Interface language, BCP 47; English otherwise. */
  readonly lang?: string;
  /** Milliseconds that work in a page may take; three minutes otherwise. */
  readonly patience?: number;
}

/** A running browser with the extension in it. */
export interface Running {
  readonly target: Target;
  readonly browser: Browser;
  /** Address of one of our own pages. */
  address(path: string): string;
  /** Opens one of our own pages in a tab of its own, and waits until it has loaded. */
  openOwnPage(path: string): Promise<Page>;
  /** Puts the background to sleep as the browser does when it is idle. */
  stopBackground(): Promise<void>;
  /** Runs one of the manifest's commands in the tab in front, as its key would (in Chromium only while the background is awake). */
  command(name: string): Promise<void>;
  stop(): Promise<void>;
}

/** Starts the browser; resolves when the extension's background has started and will read every page that is opened from now on. */
export async function launch(options: LaunchOptions): Promise<Running> {
  const running = await (options.target === 'chromium' ? launchChromium(options) : launchFirefox(options));
  if (options.hostsGranted === false) return running;
  const ownPage = await running.openOwnPage('options/options.html');
  await until('the page script to be registered', async () => (await registeredScripts(ownPage)) > 0);
  await ownPage.close();
  return running;
}

async function launchChromium({
  extension,
  proxyPort,
  headless = true,
  lang = 'en-US',
  profile,
  patience,
}: LaunchOptions): Promise<Running> {
  const browser = await puppeteer.launch({
    executablePath: findBrowser('chromium'),
    headless,
    pipe: true,
    acceptInsecureCerts: true,
    enableExtensions: true,
    defaultViewport: null,
    ...(profile === undefined ? {} : { userDataDir: profile }),
    ...(patience === undefined ? {} : { protocolTimeout: patience }),
    args: [
      '--no-sandbox',
      '--window-size=1280,900',
      `--lang=${lang}`,
      '--disable-component-update',
      // There is none here, and playing one takes the time of a processor.
      '--disable-gpu',
      // Puppeteer's own switch; without it http addresses are tried over https first.
      '--disable-features=HttpsUpgrades',
      ...(proxyPort === undefined ? [] : [`--proxy-server=http://127.0.0.1:${proxyPort}`, '--proxy-bypass-list=<-loopback>']),
    ],
    env: { ...process.env, LANGUAGE: lang },
  });
  const id = await browser.installExtension(resolve(extension));
  const address = (path: string): string => `chrome-extension://${id}/${path}`;
  const isBackground = (found: PuppeteerTarget): boolean =>
    found.type() === TargetType.SERVICE_WORKER && found.url().startsWith(address(''));
  const background = (): Promise<PuppeteerTarget> => browser.waitForTarget(isBackground);
  await background();
  const worker = async () => {
    const found = await (await background()).worker();
    if (found === null) throw new Error('the background has no worker');
    return found;
  };
  return {
    target: 'chromium',
    browser,
    address,
    async openOwnPage(path) {
      const page = await browser.newPage();
      await page.goto(address(path));
      return page;
    },
    async stopBackground() {
      const stopping = await worker();
      await stopping.close().catch((error: unknown) => {
        // It was gone before the driver had let go of it.
        if (!String(error).includes('No session with given id')) throw error;
      });
    },
    async command(name) {
      const answering = await until('a background that answers', async () => {
        const awake = browser.targets().some(isBackground);
        if (!awake) throw new Error('a sleeping background cannot be sent a command here: send it a message first');
        // The driver may still hold one that has just gone; a question tells, and the command is then sent once.
        const found = await worker();
        await found.evaluate('true');
        return found;
      });
      // Real key presses do not reach extension commands under the debugging protocol; this is where the browser would send them.
      await answering.evaluate(`chrome.tabs.query({ active: true, lastFocusedWindow: true })
        .then(([tab]) => chrome.commands.onCommand.dispatch(${JSON.stringify(name)}, tab))`);
    },
    stop: () => browser.close(),
  };
}

async function launchFirefox({
  extension,
  proxyPort,
  headless = true,
  lang = 'en-US',
  profile,
  patience,
}: LaunchOptions): Promise<Running> {
  const browser = await puppeteer.launch({
    browser: 'firefox',
    executablePath: findBrowser('firefox'),
    headless,
    acceptInsecureCerts: true,
    defaultViewport: null,
    ...(profile === undefined ? {} : { userDataDir: profile }),
    ...(patience === undefined ? {} : { protocolTimeout: patience }),
    args: ['--remote-allow-system-access', '--width=1280', '--height=900'],
    extraPrefsFirefox: {
      'extensions.webextensions.uuids': JSON.stringify({ [EXTENSION_ID]: FIREFOX_UUID }),
      // A driver's extension is uninstalled as Firefox ends; a reader's is not.
      'extensions.webextensions.keepStorageOnUninstall': true,
      'intl.locale.requested': lang,
      'dom.security.https_first': false,
      'network.stricttransportsecurity.preloadlist': false,
      // Without a graphics card each frame is drawn by a processor, and three browsers share two.
      'layout.frame_rate': 10,
      // Nor processes and tabs that may never be asked for.
      'dom.ipc.processPrelaunch.enabled': false,
      'browser.newtab.preload': false,
      // Firefox's own errands: off, so that the log of requests is ours alone.
      'app.normandy.enabled': false,
      'datareporting.policy.dataSubmissionEnabled': false,
      'services.settings.server': 'data:,#',
      ...(proxyPort === undefined ? {} : firefoxProxy(proxyPort)),
    },
    // Only with this does Firefox heed `services.settings.server`.
    env: { ...process.env, MOZ_REMOTE_SETTINGS_DEVTOOLS: '1' },
  });
  await browser.installExtension(resolve(extension));
  const address = (path: string): string => `moz-extension://${FIREFOX_UUID}/${path}`;
  const extensionInParent = `
    const { ExtensionParent } = ChromeUtils.importESModule('resource://gre/modules/ExtensionParent.sys.mjs');
    const extension = ExtensionParent.GlobalManager.getExtension(${JSON.stringify(EXTENSION_ID)});`;
  await until(
    'the background',
    () => asFirefoxItself(browser, `${extensionInParent} return extension?.backgroundState === 'running';`) as Promise<boolean>,
  );
  return {
    target: 'firefox',
    browser,
    address,
    async openOwnPage(path) {
      const page = await browser.newPage();
      // puppeteer waits in vain for the load event of extension pages.
      await bidi(browser, 'browsingContext.navigate', { context: contextOf(page), url: address(path), wait: 'complete' });
      await until(path, () => page.evaluate((url) => location.href === url && document.readyState === 'complete', address(path)));
      return page;
    },
    async stopBackground() {
      await asFirefoxItself(browser, `${extensionInParent} await extension.terminateBackground(); return true;`);
    },
    async command(name) {
      await asFirefoxItself(browser, `${extensionInParent} extension.shortcuts.onCommand(${JSON.stringify(name)}); return true;`);
    },
    stop: () => browser.close(),
  };
}

function firefoxProxy(port: number): Record<string, unknown> {
  return {
    'network.proxy.type': 1,
    'network.proxy.http': '127.0.0.1',
    'network.proxy.http_port': port,
    'network.proxy.ssl': '127.0.0.1',
    'network.proxy.ssl_port': port,
    'network.proxy.no_proxies_on': '',
    'network.proxy.allow_hijacking_localhost': true,
  };
}
