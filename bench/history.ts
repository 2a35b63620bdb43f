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
import type { HistoryBench, IndexName, Searched } from './history-in-page.ts';
import { printTable } from './table.ts';
import { median } from './timing.ts';

const COUNT = 100_000;
/** Passages saved in one transaction. */
const BATCH = 10_000;
const OPENINGS = 5;
/** Milliseconds that one step may take on a slow machine. */
const PATIENCE = 600_000;
const COMPARED: readonly IndexName[] = ['Dateline', 'MiniSearch', 'FlexSearch'];
const QUERIES = ['idlib', 'ceasefire moscow', 'sha', 'телефон', 'barike', 'حرمد', 'observation border', 'acc'];

/** Prints one table for each browser, and one of the indexes alone. */
export async function bench(rest: string[]): Promise<void> {
  const { values } = parseArgs({ args: rest, options: { count: { type: 'string' }, in: { type: 'string' } } });
  const count = Number(values.count ?? COUNT);
  const script = await readFile(await bundled('history-in-page.ts', 'browser'), 'utf8');
  const rows: string[][] = [];
  const indexes: string[][] = [];
  for (const target of TARGETS.filter((one) => values.in === undefined || one === values.in)) {
    const running = await launch({ target, extension: `dist/test-${target}`, patience: PATIENCE });
    try {
      rows.push([target, ...(await measure(running, script, count))]);
      const page = await open(running, script);
      for (const name of COMPARED) {
        tell(target, `the index of ${name}`);
        const searched = await page.evaluate((one, n, queries) => historyBench.compare(one, n, queries), name, count, QUERIES);
        indexes.push(rowOf(target, searched));
      }
    } finally {
      await running.stop();
    }
  }
  printTable(
    `The history page with ${count.toLocaleString('en')} passages (milliseconds)`,
    [
      'browser',
      'index made',
      'first rows',
      'key p50',
      'key p95',
      'scrolling: frame p50',
      'longest',
      'tasks > 50 ms',
      'index MB',
      'heap MB',
    ],
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
    tell(running.target, `passages from ${from}`);
    await seeding.evaluate((one, other) => historyBench.seed(one, other), from, Math.min(count, from + BATCH));
  }
  await seeding.evaluate(() => historyBench.vouch());
  await seeding.close();
  // Begins anew with what is there now.
  await running.stopBackground();
  tell(running.target, 'making the index');
  const first = await open(running, script);
  const made = await first.evaluate(() => historyBench.indexOpen());
  await first.close();
  tell(running.target, 'opening, typing, scrolling');
  const opened: number[] = [];
  for (let time = 0; time < OPENINGS; time++) {
    const page = await open(running, script);
    opened.push(await page.evaluate(() => historyBench.firstRows()));
    await page.close();
  }
  const page = await open(running, script);
  await page.evaluate(() => historyBench.indexOpen());
  const keys = await page.evaluate((queries) => historyBench.type(queries), QUERIES);
  const { frames, longTasks } = await page.evaluate(() => historyBench.scroll());
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
    // Firefox does not tell.
    longTasks === undefined ? '–' : String(longTasks.length),
    (bytes / 1e6).toFixed(1),
    heap,
  ];
}

/** Says what goes on: all of it takes minutes. */
function tell(target: Target, what: string): void {
  console.error(`${new Date().toISOString().slice(11, 19)} ${target}: ${what}`);
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
