/** `test` for end-to-end files: vitest's, with a running browser, its internet and a reader as fixtures. */
import { inject, test as base } from 'vitest';
import type { Target } from '../../../build/manifest.ts';
import { launch, type Running } from './launch.ts';
import { News } from './news.ts';
import { Reader } from './reader.ts';

declare module 'vitest' {
  interface ProvidedContext {
    /** The browser this project runs in, set in `vitest.config.ts`. */
    target: Target;
  }
}

interface Fixtures {
  /** The tests' internet, one for all files: a file publishes under hosts of its own. */
  news: News;
  /** A browser with the extension, every host granted; one for all files, so each leaves the settings as it found them. */
  running: Running;
  /** A person with a fresh tab, which is closed after the test. */
  reader: Reader;
}

export const test = base.extend<Fixtures>({
  news: [
    // vitest reads what a fixture needs from this pattern: nothing.
    async ({}, use) => {
      const news = await News.start();
      await use(news);
      news.stop();
    },
    { scope: 'worker' },
  ],
  running: [
    async ({ news }, use) => {
      const target = inject('target');
      const running = await launch({ target, extension: `dist/test-${target}`, proxyPort: news.port });
      await use(running);
      await running.stop();
    },
    { scope: 'worker' },
  ],
  reader: async ({ running }, use) => {
    const reader = await Reader.sitDown(running);
    await use(reader);
    await reader.leave();
  },
});
