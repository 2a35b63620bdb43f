import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import type { Page } from 'puppeteer-core';
import { expect, inject, vi } from 'vitest';
import { anyHighlight } from '../../src/highlights/fixtures/arbitrary-highlight.ts';
import type { Highlight } from '../../src/highlights/highlight.ts';
import { runAxe } from './harness/axe.ts';
import { downloadInto } from './harness/downloads.ts';
import { launch } from './harness/launch.ts';
import { askBackground } from './harness/own-page.ts';
import { test } from './harness/test.ts';
import { until } from './harness/until.ts';
import { articlePage, STORY } from './pages/story.ts';

/** Records that go out of one browser and into the other; a long run says more (promises R17). */
const RECORDS = Number(process.env['DATELINE_ROUND_TRIP'] ?? 100);
/** Records sent to the background, or asked of it, in one message. */
const AT_ONCE = 2000;
/** Ten thousand records take their time. */
const LONGEST_WAIT_MS = 15_000 + 10 * RECORDS;

/** Every record in the store, by id. */
async function stored(page: Page): Promise<readonly Highlight[]> {
  const all: Highlight[] = [];
  for (let more = true; more; ) {
    const part = await askBackground(page, 'highlights-after', { after: all.at(-1)?.id ?? null, limit: AT_ONCE });
    all.push(...part.highlights);
    more = part.more;
  }
  return all;
}

/** Presses the button with this text once it is there and can be pressed; the last one of several. */
async function press(page: Page, text: string, within = 'body'): Promise<void> {
  await until(`the button '${text}'`, () =>
    page.evaluate(
      (wanted, root) => {
        const buttons = document.querySelectorAll<HTMLButtonElement>(`${root} button`);
        const button = [...buttons].findLast(({ textContent, disabled }) => textContent?.trim() === wanted && !disabled);
        button?.click();
        return button !== undefined;
      },
      text,
      within,
    ),
  );
}

async function says(page: Page, text: string): Promise<void> {
  const isSaid = `document.body.innerText.includes(${JSON.stringify(text)})`;
  await page.waitForFunction(isSaid, { timeout: LONGEST_WAIT_MS, polling: 100 });
}

async function chooseFile(page: Page, file: string): Promise<void> {
  await until('no dialog', async () => (await page.$('.dialog')) === null);
  await press(page, 'Import', '.head');
  const field = await until('the file field', async () => (await page.$('.dialog input[type=file]')) ?? undefined);
  await field.uploadFile(file);
}

test(`${RECORDS} passages exported here are imported in the other browser, record for record`, async ({ news }) => {
  const folder = mkdtempSync(join(tmpdir(), 'dateline-export-'));
  const target = inject('target');
  const other = target === 'chromium' ? 'firefox' : 'chromium';
  // Each in words of its own: the same words of the same article would be taken for one passage.
  const sample = fc.sample(anyHighlight, { seed: 3, numRuns: RECORDS }).map((highlight, at) => ({
    ...highlight,
    article: { ...highlight.article, address: `https://round-trip.example/${at}` },
    deleted: null,
  }));
  // Plain objects throughout, as the driver of one browser asks.
  const records = JSON.parse(JSON.stringify(sample)) as typeof sample;
  let file: string;
  const here = await launch({ target, extension: `dist/test-${target}`, proxyPort: news.port });
  try {
    const page = await here.openOwnPage('history/history.html');
    for (let from = 0; from < records.length; from += AT_ONCE) {
      await askBackground(page, 'merge-highlights', { highlights: records.slice(from, from + AT_ONCE) });
    }
    await downloadInto(here, page, folder);
    // What is listed is what is exported.
    await says(page, `${RECORDS.toLocaleString('en')} passages`);
    await press(page, 'Export', '.head');
    await page.evaluate(() => document.querySelectorAll<HTMLInputElement>('.dialog input[type=radio]')[3]?.click());
    await press(page, 'Export', '.dialog');
    await says(page, 'Among your downloads');
    file = await vi.waitFor(
      () => {
        const name = readdirSync(folder).find((one) => /^dateline-[\d-]+\.json$/.test(one));
        const path = join(folder, name ?? 'no file yet');
        expect(readFileSync(path, 'utf8').endsWith('}\n')).toBe(true);
        return path;
      },
      { timeout: LONGEST_WAIT_MS },
    );
  } finally {
    await here.stop();
  }
  const there = await launch({ target: other, extension: `dist/test-${other}`, proxyPort: news.port });
  try {
    const page = await there.openOwnPage('history/history.html');
    await chooseFile(page, file);
    await says(page, 'The first of the new ones');
    await press(page, 'Import', '.dialog');
    await says(page, `Imported. Added: ${RECORDS.toLocaleString('en')}. Brought up to date: 0.`);
    const byId = new Map(records.map((record) => [record.id, record]));
    const found = await stored(page);
    expect(found).toHaveLength(RECORDS);
    for (const record of found) expect(record).toEqual(byId.get(record.id));
  } finally {
    await there.stop();
    rmSync(folder, { recursive: true });
  }
}, 300_000);

test('an import is looked at first, refused whole where it is damaged, and taken back by one press', async ({ running }) => {
  const folder = mkdtempSync(join(tmpdir(), 'dateline-import-'));
  const selector = { type: 'TextQuoteSelector', exact: 'words kept elsewhere', prefix: '', suffix: '' };
  const annotation = {
    id: 'e2e-1',
    uri: 'https://import.example/a',
    text: 'its note',
    tags: [],
    target: [{ selector: [selector] }],
  };
  const text = JSON.stringify({ annotations: [annotation, { id: 'e2e-2', uri: 'https://import.example/a', target: [{}] }] });
  writeFileSync(join(folder, 'whole.json'), text);
  writeFileSync(join(folder, 'half.json'), text.slice(0, 100));
  const page = await running.openOwnPage('history/history.html');
  const before = await stored(page);
  await chooseFile(page, join(folder, 'half.json'));
  await says(page, 'Not imported: the file is of no format that Dateline reads');
  await page.keyboard.press('Escape');
  await chooseFile(page, join(folder, 'whole.json'));
  await says(page, 'A file of Hypothesis');
  expect(await stored(page)).toEqual(before);
  await press(page, 'Import', '.dialog');
  await says(page, 'Imported. Added: 1.');
  expect((await stored(page)).find(({ note }) => note === 'its note')?.deleted).toBeNull();
  await press(page, 'Undo', '.toast');
  await until('it to be in the trash', async () => (await stored(page)).find(({ note }) => note === 'its note')?.deleted != null);
  // What is in the trash is brought back out of it.
  await chooseFile(page, join(folder, 'whole.json'));
  await press(page, 'Import', '.dialog');
  await says(page, 'Imported. Added: 0. Brought up to date: 1.');
  expect((await stored(page)).find(({ note }) => note === 'its note')?.deleted).toBeNull();
  await press(page, 'Undo', '.toast');
  await until('it to be in the trash', async () => (await stored(page)).find(({ note }) => note === 'its note')?.deleted != null);
  await askBackground(page, 'empty-trash', {});
  await page.close();
  rmSync(folder, { recursive: true });
});

test('an article that was read is listed until it is forgotten, and not at all while that is switched off', async ({
  news,
  reader,
  running,
}) => {
  news.publish('remembered.example/one', articlePage(STORY));
  news.publish('remembered.example/two', articlePage({ ...STORY, title: 'A second story of Idlib' }));
  await reader.open('https://remembered.example/one');
  const page = await running.openOwnPage('history/history.html');
  await press(page, 'Articles', '.head');
  await says(page, STORY.title);
  await press(page, 'Idlib', '.articles');
  await says(page, 'What happened, what you read, what you saved');
  expect((await runAxe(page, 'body')).violations).toEqual([]);

  await askBackground(page, 'remembering', { on: false });
  await reader.page.bringToFront();
  await reader.open('https://remembered.example/two');
  await reader.marksUntil('a mark', (marks) => marks.length > 0);
  await page.bringToFront();
  await press(page, 'Articles', '.head');
  await says(page, STORY.title);
  expect((await runAxe(page, 'body')).violations).toEqual([]);
  expect(await page.evaluate(() => document.body.innerText)).not.toContain('A second story of Idlib');
  await askBackground(page, 'remembering', { on: true });

  await page.evaluate((title) => {
    const article = [...document.querySelectorAll('.articles .article')].find(({ textContent }) => textContent?.includes(title));
    article?.querySelector<HTMLElement>('.tool')?.click();
  }, STORY.title);
  await says(page, '1 article forgotten');
  await page.close();
});
