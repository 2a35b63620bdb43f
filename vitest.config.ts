import { defineConfig } from 'vitest/config';
import { TARGETS } from './build/manifest.ts';
import { realBrowser } from './build/vitest-browser.ts';

export default defineConfig({
  oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
  test: {
    projects: [
      {
        extends: true,
        test: {
          name: 'node',
          include: ['{src,extension,build,bench}/**/*.test.{ts,tsx}'],
          exclude: ['**/*.browser.test.ts'],
        },
      },
      {
        extends: true,
        test: {
          name: 'browser',
          include: ['{src,extension}/**/*.browser.test.{ts,tsx}'],
          browser: {
            enabled: true,
            headless: true,
            viewport: { width: 1280, height: 800 },
            screenshotFailures: false,
            instances: TARGETS.map((target) => ({ browser: target, name: target, provider: realBrowser(target) })),
          },
        },
      },
    ],
  },
});
