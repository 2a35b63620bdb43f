/**
 * The history page of the built extension with as many passages as ten years bring: opening, searching letter by letter, scrolling; and its
 * index beside two packages on the same passages in the same page. `npm run build` first.
 *
 * `npm run bench -- history [--count N] [--in chromium|firefox]`
 */
import { readFile } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import type { Page } from 'puppeteer-core';
import { type Target, TARGETS } from '../build/manifest.ts';
import { launch, type Running } from '../extension/e2e/harness/launch.ts';
import { bundled } from './bundled.ts';
import type { HistoryBench, Searched } from './history-in-page.ts';
import { printTable } from './table.ts';
import { median } from './timing.ts';

const COUNT = 100_000;
/** Passages saved in one transaction. */
const BATCH = 5000;
const OPENINGS = 5;
const QUERIES = ['idlib', 'ceasefire moscow', 'sha', 'телефон', 'barike', 'حرمد', 'observation border', 'acc'];

/** Prints one table for each browser, and one of the indexes alone. */
export async function bench(rest: string[]): Promise<void> {
  const { values } = parseArgs({ args: rest, options: { count: { type: 'string' }, in: { type: 'string' } } });
  const count = Number(values.count ?? COUNT);
  const script = await readFile(await bundled('history-in-page.ts', 'browser'), 'utf8');
  const rows: string[][] = [];
  const indexes: string[][] = [];
  for (const target of TARGETS.filter((one) => values.in === undefined || one === values.in)) {
    const running = await launch({ target, extension: `dist/test-${target}` });
    try {
      rows.push([target, ...(await measure(running, script, count))]);
      const page = await open(running, script);
      const searched = await page.evaluate((n, queries) => historyBench.compare(n, queries), count, QUERIES);
      indexes.push(...searched.map((one) => rowOf(target, one)));
    } finally {
      await running.stop();
    }
  }
  printTable(
    `The history page with ${count.toLocaleString('en')} passages (milliseconds)`,
    ['browser', 'index made', 'first rows', 'key p50', 'key p95', 'scrolling: frame p50', 'longest', 'index MB', 'heap MB'],
    rows,
  );
  printTable('The index alone', ['browser', 'index', 'build', 'MB', 'query p50', 'query p95'], indexes);
  console.log('\nGoals: first rows 300 ms, a key 50 ms at p95, the index under 10 MB; in Firefox within twice that.');
}

/** In the page: what the bundle put on its global object. */
declare const historyBench: HistoryBench;

async function open(running: Running, script: string): Promise<Page> {
  const page = await running.openOwnPage('history/history.html');
  await page.bringToFront();
  await page.evaluate(script);
  return page;
}

async function measure(running: Running, script: string, count: number): Promise<string[]> {
  const seeding = await running.openOwnPage('options/options.html');
  await seeding.evaluate(script);
  for (let from = 0; from < count; from += BATCH) {
    await seeding.evaluate((one, other) => historyBench.seed(one, other), from, Math.min(count, from + BATCH));
  }
  await seeding.evaluate(() => historyBench.vouch());
  await seeding.close();
  // Begins anew with what is there now.
  await running.stopBackground();
  const first = await open(running, script);
  const made = await first.evaluate(() => historyBench.firstRows());
  await first.close();
  const opened: number[] = [];
  for (let time = 0; time < OPENINGS; time++) {
    const page = await open(running, script);
    opened.push(await page.evaluate(() => historyBench.firstRows()));
    await page.close();
  }
  const page = await open(running, script);
  await page.evaluate(() => historyBench.firstRows());
  const keys = await page.evaluate((queries) => historyBench.type(queries), QUERIES);
  const frames = await page.evaluate(() => historyBench.scroll());
  const bytes = await page.evaluate(() => historyBench.indexBytes());
  const heap = await heapOf(page, running.target);
  await page.close();
  return [
    made.toFixed(0),
    median(opened).toFixed(0),
    median(keys).toFixed(1),
    at95(keys).toFixed(1),
    median(frames).toFixed(1),
    Math.max(...frames).toFixed(1),
    (bytes / 1e6).toFixed(1),
    heap,
  ];
}

/** Only Chromium tells. */
async function heapOf(page: Page, target: Target): Promise<string> {
  if (target === 'firefox') return '–';
  const { JSHeapUsedSize = Number.NaN } = await page.metrics();
  return (JSHeapUsedSize / 1e6).toFixed(0);
}

function rowOf(target: Target, { name, build, bytes, queries }: Searched): string[] {
  return [target, name, build.toFixed(0), (bytes / 1e6).toFixed(1), median(queries).toFixed(2), at95(queries).toFixed(2)];
}

function at95(numbers: readonly number[]): number {
  const sorted = [...numbers].sort((one, other) => one - other);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * 0.95))] ?? Number.NaN;
}
