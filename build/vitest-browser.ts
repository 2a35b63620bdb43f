/** Lets vitest run `*.browser.test.ts` in a real browser of this machine, driven as the end-to-end tests drive it. */
import { defineBrowserProvider } from '@vitest/browser';
import puppeteer, { type Browser } from 'puppeteer-core';
import type { BrowserProvider, BrowserProviderOption } from 'vitest/node';
import { findBrowser } from './find-browser.ts';
import { TARGETS, type Target } from './manifest.ts';

/** A provider for vitest's browser mode. The test runs in a frame of the page that vitest asks us to open. */
export function realBrowser(target: Target): BrowserProviderOption {
  return defineBrowserProvider({ name: 'puppeteer', supportedBrowser: TARGETS, providerFactory: () => new RealBrowser(target) });
}

class RealBrowser implements BrowserProvider {
  readonly name = 'puppeteer';
  readonly supportsParallelism = true;
  readonly #browsers: Promise<Browser>[] = [];
  readonly #target: Target;

  constructor(target: Target) {
    this.#target = target;
  }

  getCommandsContext(): Record<string, unknown> {
    return {};
  }

  async openPage(_sessionId: string, url: string): Promise<void> {
    // A browser for each of vitest's workers: what is drawn in a page that is not in front waits.
    const browser = puppeteer.launch({
      browser: this.#target === 'firefox' ? 'firefox' : 'chrome',
      executablePath: findBrowser(this.#target),
      headless: true,
      defaultViewport: { width: 1400, height: 1000 },
      args: this.#target === 'firefox' ? [] : ['--no-sandbox'],
    });
    this.#browsers.push(browser);
    const page = await (await browser).newPage();
    await page.goto(url);
  }

  async close(): Promise<void> {
    await Promise.all(this.#browsers.map(async (browser) => (await browser).close()));
  }
}
