import { defineConfig } from 'vitest/config';
import CountReporter from './build/count-reporter.ts';
import { TARGETS } from './build/manifest.ts';
import { realBrowser } from './build/vitest-browser.ts';

/** A real browser takes seconds to start on a busy machine. */
const BROWSER_PATIENCE_MS = 60_000;

export default defineConfig({
  oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
  test: {
    reporters: ['default', new CountReporter()],
    projects: [
      {
        extends: true,
        test: {
          name: 'node',
          include: ['{src,extension,build,bench}/**/*.test.{ts,tsx}'],
          exclude: ['**/*.browser.test.{ts,tsx}'],
          // A busy machine is no failure.
          testTimeout: 30_000,
          // Loading modules anew for each file would be two thirds of the time.
          isolate: false,
          maxWorkers: 2,
          sequence: { groupOrder: 0 },
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
          isolate: false,
          maxWorkers: 3,
          sequence: { groupOrder: 1 },
        },
      },
      // Three files at a time, whichever browsers they are in: a test mostly waits, so two cores have time for three; with four they wait for each other.
      ...TARGETS.map((target) => ({
        extends: true as const,
        test: {
          name: `e2e-${target}`,
          include: ['extension/e2e/**/*.e2e.ts'],
          provide: { target },
          globalSetup: ['build/vitest-build.ts'],
          testTimeout: BROWSER_PATIENCE_MS,
          hookTimeout: BROWSER_PATIENCE_MS,
          // Where work lands a second try is told in the report, and one slow start of a browser does not send everything back.
          retry: process.env['CI'] === undefined ? 0 : 1,
          // The files that one worker runs share its browser (extension/e2e/harness/test.ts).
          maxWorkers: 3,
          isolate: false,
          sequence: { groupOrder: 2 },
        },
      })),
    ],
  },
});
