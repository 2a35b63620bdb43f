import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'puppeteer-core';
import { expect, inject } from 'vitest';
import { readBackup } from '../../src/highlights/backup.ts';
import type { Highlight } from '../../src/highlights/highlight.ts';
import { downloadInto } from './harness/downloads.ts';
import { launch } from './harness/launch.ts';
import { askBackground } from './harness/own-page.ts';
import { savedPassage } from './harness/saved.ts';
import { test } from './harness/test.ts';
import { until } from './harness/until.ts';
import { ARABIC_STORY, STORY } from './pages/story.ts';

const SAVED = [
  savedPassage(STORY, 'https://backup.example/en', 'the Sochi accord of September 2018', {
    note: 'كلمة بكلمة؟',
    tags: ['ceasefire', 'İdlib'],
  }),
  savedPassage(ARABIC_STORY, 'https://backup.example/ar', 'ضرورة تنفيذ اتفاق سوتشي', { colour: 'pink' }),
  savedPassage(STORY, 'https://backup.example/en', 'spoke by telephone', { deleted: '2026-11-21T08:00:00.000Z' }),
];

/** Every record in the store, by id. */
async function stored(page: Page): Promise<readonly Highlight[]> {
  return (await askBackground(page, 'highlights-after', { after: null, limit: 2000 })).highlights;
}

const byId = (highlights: readonly Highlight[]) => [...highlights].sort((one, other) => (one.id < other.id ? -1 : 1));

async function says(page: Page, text: string): Promise<void> {
  await until(`the backup section to say '${text}'`, () =>
    page.evaluate((wanted) => document.querySelector('#backup')?.textContent?.includes(wanted), text),
  );
}

async function press(page: Page, label: string): Promise<void> {
  await until(`the button '${label}'`, () =>
    page.evaluate((wanted) => {
      const button = [...document.querySelectorAll<HTMLButtonElement>('#backup button')].find(
        ({ textContent, disabled }) => textContent === wanted && !disabled,
      );
      button?.click();
      return button !== undefined;
    }, label),
  );
}

/** Chooses a file in the restore field. */
async function choose(page: Page, file: string): Promise<void> {
  const field = await until('the file field', async () => (await page.$('#backup input[type=file]')) ?? undefined);
  await field.uploadFile(file);
}

test('what is backed up in one profile is restored in a fresh one, record for record', async ({ news, running }) => {
  const folder = mkdtempSync(join(tmpdir(), 'dateline-backup-'));
  const options = await running.openOwnPage('options/options.html#backup');
  await askBackground(options, 'merge-highlights', { highlights: SAVED });
  const before = await stored(options);
  await downloadInto(running, options, folder);
  await press(options, 'Back up now');
  await says(options, 'The file is among your downloads');
  await says(options, 'Last backup');
  await says(options, 'Nothing has changed since');
  const name = await until('the file', () => readdirSync(folder).find((one) => /^dateline-\d{4}-\d\d-\d\d\.json$/.test(one)));
  const file = join(folder, name);
  const text = await until('the whole of it', () => {
    const written = readFileSync(file, 'utf8');
    return written.endsWith('}\n') && written;
  });
  expect(readBackup(text)).toMatchObject({ highlights: byId(before) });
  await options.close();

  const target = inject('target');
  const fresh = await launch({ target, extension: `dist/test-${target}`, proxyPort: news.port });
  try {
    const page = await fresh.openOwnPage('options/options.html#backup');
    await says(page, 'Nothing is highlighted yet');
    await choose(page, file);
    await says(page, `The file holds ${before.length} highlights`);
    expect(await stored(page)).toEqual([]);
    await press(page, 'Restore these');
    await says(page, `Added: ${before.length}. Brought up to date: 0. Here already: 0.`);
    expect(byId(await stored(page))).toEqual(byId(before));
    await choose(page, file);
    await press(page, 'Restore these');
    await says(page, `Added: 0. Brought up to date: 0. Here already: ${before.length}.`);

    await choose(page, 'package.json');
    await says(page, 'this file is no backup of Dateline');
    expect(byId(await stored(page))).toEqual(byId(before));
  } finally {
    await fresh.stop();
    rmSync(folder, { recursive: true });
  }
});
