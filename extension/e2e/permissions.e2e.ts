import { describe, expect, inject } from 'vitest';
import { launch, type Running } from './harness/launch.ts';
import { askBackground, registeredScripts } from './harness/own-page.ts';
import { grantHost, pressToolbarButton, revokeHost, tabInFront, withholdHosts } from './harness/permissions.ts';
import { type Mark, Reader } from './harness/reader.ts';
import { test as base } from './harness/test.ts';
import { until } from './harness/until.ts';
import { articlePage, STORY } from './pages/story.ts';

const marked = (marks: readonly Mark[]): boolean => marks.some(({ text }) => text === 'Damascus');

/** The extension as a reader installs it: not one host granted. */
const test = base.extend<{ installed: Running; grantable: Running; reader: Reader }>({
  installed: [
    async ({ news }, use) => {
      const target = inject('target');
      const installed = await launch({ target, extension: `dist/${target}`, proxyPort: news.port, hostsGranted: false });
      await use(installed);
      await installed.stop();
    },
    { scope: 'file' },
  ],
  // As installed in Firefox; in Chromium the build that asks for every host, with every host withheld (see `withholdHosts`).
  grantable: [
    async ({ news, installed }, use) => {
      if (installed.target === 'firefox') return use(installed);
      const granted = await launch({ target: 'chromium', extension: 'dist/test-chromium', proxyPort: news.port });
      await withholdHosts(granted);
      await use(granted);
      await granted.stop();
    },
    { scope: 'file' },
  ],
  reader: async ({ installed }, use) => {
    const reader = await Reader.sitDown(installed);
    await use(reader);
    await reader.leave();
  },
});

describe('as installed', () => {
  test('no script is registered, and a page is neither read nor can be', async ({ news, reader, installed }) => {
    news.publish('www.reuters.com/installed', articlePage(STORY));
    const ownPage = await installed.openOwnPage('options/options.html');
    expect(await registeredScripts(ownPage)).toBe(0);
    await reader.open('https://www.reuters.com/installed');
    const tab = await tabInFront(ownPage);
    await expect(askBackground(ownPage, 'read-once', { tab })).rejects.toThrow();
    expect(await reader.marks()).toEqual([]);
    await ownPage.close();
  });

  test('the toolbar button and "Read this page once" read this page, and not the next', async ({ news, reader, installed }) => {
    news.publish('www.reuters.com/once', articlePage(STORY));
    news.publish('apnews.com/next', articlePage(STORY));
    const ownPage = await installed.openOwnPage('options/options.html');
    await reader.open('https://www.reuters.com/once');
    const tab = await tabInFront(ownPage);
    await pressToolbarButton(installed, reader.page);
    expect(await askBackground(ownPage, 'tab-state', { tab })).toMatchObject({ access: 'not-granted' });
    await askBackground(ownPage, 'read-once', { tab });
    await reader.marksUntil('this page marked', marked);
    expect(await registeredScripts(ownPage)).toBe(0);
    await reader.open('https://apnews.com/next');
    await expect(askBackground(ownPage, 'tab-state', { tab })).resolves.not.toMatchObject({ access: 'once' });
    expect(await reader.marks()).toEqual([]);
    await ownPage.close();
  });
});

describe('a host granted in the browser itself', () => {
  test('is read at once where it stands open and on every later page; taken back, it is left alone', async ({
    news,
    grantable,
  }) => {
    news.publish('www.washingtonpost.com/open', articlePage(STORY));
    news.publish('www.washingtonpost.com/later', articlePage(STORY));
    news.publish('www.latimes.com/other', articlePage(STORY));
    const reader = await Reader.sitDown(grantable);
    const ownPage = await grantable.openOwnPage('options/options.html');
    await until('no script registered', async () => (await registeredScripts(ownPage)) === 0);
    await reader.open('https://www.washingtonpost.com/open');
    expect(await reader.marks()).toEqual([]);

    await grantHost(grantable, 'https://www.washingtonpost.com/*');
    await reader.page.bringToFront();
    await reader.marksUntil('the open page marked', marked);
    expect(await registeredScripts(ownPage)).toBe(1);
    await reader.open('https://www.washingtonpost.com/later');
    await reader.marksUntil('the later page marked', marked);

    await revokeHost(grantable, 'https://www.washingtonpost.com/*');
    await reader.page.bringToFront();
    await reader.marksUntil('no mark left', (marks) => marks.length === 0);
    await until('no script registered', async () => (await registeredScripts(ownPage)) === 0);
    // A page of a host that is granted, opened later and marked: by then the page before it would have been marked too.
    await reader.open('https://www.washingtonpost.com/open');
    await grantHost(grantable, 'https://www.latimes.com/*');
    const later = await Reader.sitDown(grantable);
    await later.open('https://www.latimes.com/other');
    await later.marksUntil('the granted page marked', marked);
    await later.leave();
    await revokeHost(grantable, 'https://www.latimes.com/*');
    expect(await reader.marks()).toEqual([]);
    await ownPage.close();
    await reader.leave();
  });
});
