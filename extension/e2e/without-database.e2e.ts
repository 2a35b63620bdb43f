import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { describe, expect, inject } from 'vitest';
import { launch, type Running } from './harness/launch.ts';
import { type Mark, Reader } from './harness/reader.ts';
import { test as base } from './harness/test.ts';
import { articlePage, STORY } from './pages/story.ts';

/** Where each browser keeps databases, below its profile. */
const DATABASES = { chromium: 'Default/IndexedDB', firefox: 'storage' } as const;

/** A browser that cannot keep any database: a file lies where its folder of databases would be. */
const test = base.extend<{ barred: Running; reader: Reader }>({
  barred: [
    async ({ news }, use) => {
      const target = inject('target');
      const profile = await mkdtemp(join(tmpdir(), 'dateline-barred-'));
      const inTheWay = join(profile, DATABASES[target]);
      await mkdir(dirname(inTheWay), { recursive: true });
      await writeFile(inTheWay, '');
      const barred = await launch({ target, extension: `dist/test-${target}`, proxyPort: news.port, profile });
      await use(barred);
      await barred.stop();
      await rm(profile, { recursive: true, force: true });
    },
    { scope: 'file' },
  ],
  reader: async ({ barred }, use) => {
    const reader = await Reader.sitDown(barred);
    await use(reader);
    await reader.leave();
  },
});

const marked = (marks: readonly Mark[]): boolean => marks.some(({ text }) => text === 'Damascus');

describe('where IndexedDB is out of reach', () => {
  test('a page is marked and cards open from the packaged data, also after a sleep', async ({ news, reader, barred }) => {
    const ownPage = await barred.openOwnPage('options/options.html');
    const opening = await ownPage.evaluate(
      () =>
        new Promise<string>((resolve) => {
          const request = indexedDB.open('probe');
          request.onsuccess = () => resolve('opened');
          request.onerror = () => resolve('refused');
        }),
    );
    expect(opening).toBe('refused');
    await ownPage.close();

    news.publish('www.lalibre.be/story', articlePage(STORY));
    await reader.open('https://www.lalibre.be/story');
    await reader.marksUntil('the story marked', marked);
    expect((await reader.cardFor('Idlib')).name).toBe('Idlib');
    await reader.closeCard();

    await barred.stopBackground();
    await reader.page.reload();
    await reader.marksUntil('the story marked by a background that woke', marked);
    expect((await reader.cardFor('Damascus')).name).toBe('Damascus');
  });
});
