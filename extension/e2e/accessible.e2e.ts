import { describe, expect, inject } from 'vitest';
import { runAxe } from './harness/axe.ts';
import { asFirefoxItself } from './harness/bidi.ts';
import { launch, type Running } from './harness/launch.ts';
import { askBackground } from './harness/own-page.ts';
import { Reader } from './harness/reader.ts';
import { test as base } from './harness/test.ts';
import { until } from './harness/until.ts';
import { ARABIC_STORY, articlePage, STORY, type Story } from './pages/story.ts';

type Theme = 'light' | 'dark';

/** Everything that can be open on a card is open, so that all of it is looked at. */
function openEverything(reader: Reader): Promise<unknown> {
  return reader.inCard((root) => {
    for (const details of root.querySelectorAll('details')) details.open = true;
    // The page's own axe may look where scripts of the page cannot: the root is handed to it for this test.
    Object.defineProperty(root.host, 'shadowRoot', { value: root, configurable: true });
    return true;
  }, null);
}

async function choose(running: Running, theme: Theme): Promise<void> {
  const options = await running.openOwnPage('options/options.html');
  await askBackground(options, 'set-settings', { on: true, marks: 'all', open: 'hover', theme });
  await options.close();
}

/** What the browser itself says it prefers: our pages follow it. */
async function prefer(running: Running, theme: Theme, reader: Reader): Promise<void> {
  if (running.target === 'chromium') return reader.page.emulateMediaFeatures([{ name: 'prefers-color-scheme', value: theme }]);
  const override = theme === 'dark' ? 0 : 1;
  await asFirefoxItself(
    running.browser,
    `Services.prefs.setIntPref('layout.css.prefers-color-scheme.content-override', ${override}); return true;`,
  );
}

async function expectNothingFound(reader: Reader, selector: string): Promise<void> {
  const { violations, checked } = await runAxe(reader.page, selector);
  expect(violations).toEqual([]);
  expect(checked).toBeGreaterThan(5);
}

const test = base.extend<{ arabic: Running }>({
  arabic: [
    async ({ news }, use) => {
      const target = inject('target');
      const running = await launch({ target, extension: `dist/test-${target}`, proxyPort: news.port, lang: 'ar' });
      await use(running);
      await running.stop();
    },
    { scope: 'file' },
  ],
});

async function cardOf(reader: Reader, story: Story, address: string, name: string): Promise<void> {
  await reader.open(`https://${address}`);
  await reader.cardFor(name);
  await reader.clickInCard('.as-of');
  await openEverything(reader);
  await reader.cardAtRest();
  expect(story.paragraphs.join()).toContain(name);
}

describe.each(['light', 'dark'] as const)('an automatic check of the %s surfaces finds nothing', (theme) => {
  // Colours are the same on all cards: one is enough in the dark.
  test.for(theme === 'light' ? ['Idlib', 'Recep Tayyip Erdoğan', 'Sochi accord'] : ['Recep Tayyip Erdoğan'])(
    'on the card of %s',
    async (name, { news, reader, running }) => {
      news.publish('www.economist.com/axe', articlePage(STORY));
      await choose(running, theme);
      await cardOf(reader, STORY, 'www.economist.com/axe', name);
      await expectNothingFound(reader, 'dateline-host');
    },
  );

  test.for(['popup/popup.html', 'sidebar/sidebar.html', 'welcome/welcome.html', 'options/options.html'])(
    'on %s',
    async (path, { running }) => {
      await choose(running, theme);
      const reader = Reader.at(await running.openOwnPage(path), running);
      await prefer(running, theme, reader);
      await until('its heading', () => reader.page.evaluate(() => document.querySelector('h1, h2, main') !== null));
      await expectNothingFound(reader, 'html');
      await reader.leave();
    },
  );
});

// Firefox speaks only the languages it was installed with, and its language packs come from the network.
describe.skipIf(inject('target') === 'firefox')('an automatic check of the Arabic surfaces finds nothing', () => {
  test('on a card', async ({ news, arabic }) => {
    news.publish('www.aljazeera.net/axe', articlePage(ARABIC_STORY));
    const reader = await Reader.sitDown(arabic);
    await cardOf(reader, ARABIC_STORY, 'www.aljazeera.net/axe', 'إدلب');
    expect(await reader.inCard((root) => root.querySelector<HTMLElement>('.card')?.dir, null)).toBe('rtl');
    await expectNothingFound(reader, 'dateline-host');
    await reader.leave();
  });

  test.for(['popup/popup.html', 'sidebar/sidebar.html', 'welcome/welcome.html', 'options/options.html'])(
    'on %s',
    async (path, { arabic }) => {
      const reader = Reader.at(await arabic.openOwnPage(path), arabic);
      await until('Arabic from right to left', () =>
        reader.page.evaluate(() => document.documentElement.dir === 'rtl' && document.querySelector('h1, h2, main') !== null),
      );
      await expectNothingFound(reader, 'html');
      await reader.leave();
    },
  );
});

test('the check looks into the card: a button without a name put there is found', async ({ news, reader }) => {
  news.publish('www.economist.com/planted', articlePage(STORY));
  await cardOf(reader, STORY, 'www.economist.com/planted', 'Idlib');
  await reader.inCard((root) => {
    root.querySelector('.card')?.append(document.createElement('button'));
    return true;
  }, null);
  const { violations } = await runAxe(reader.page, 'dateline-host');
  expect(violations.join()).toContain('button-name');
});
