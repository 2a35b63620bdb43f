/**
 * What following a page in constant motion costs its main thread and its heap: a thousand changes a second, treated and untreated by
 * turns (promises R15). CPU is the time of the main thread's tasks; the longest task of ours is what the treated page has beyond the
 * untreated one, by wall time, so it is only as true as the machine is quiet.
 */
import puppeteer, { type Browser } from 'puppeteer-core';
import { findBrowser } from '../build/find-browser.ts';
import { bundled } from './bundled.ts';
import { mainThreadTasks } from './main-thread-tasks.ts';
import type { InPage, Storm, Treatment } from './page-in-chromium.ts';
import { printTable } from './table.ts';
import { median } from './timing.ts';

const STORMS: readonly Storm[] = ['churn', 'feed'];
const TEXT_NODES = 2000;
const DEFAULT_SECONDS = 30;
const ROUNDS = 3;
const MB = 2 ** 20;

/** One storm: milliseconds of tasks, the longest of them, and bytes the heap grew by. */
interface Weathered {
  readonly total: number;
  readonly longest: number;
  readonly heap: number;
}

/** Prints one row for each kind of storm and treatment. `rest` may name the seconds of one storm. */
export async function bench(rest: readonly string[]): Promise<void> {
  const seconds = Number(rest[0] ?? DEFAULT_SECONDS);
  const script = await bundled('page-in-chromium.ts', 'browser');
  const browser = await puppeteer.launch({
    executablePath: findBrowser('chromium'),
    headless: true,
    args: ['--no-sandbox', '--js-flags=--expose-gc'],
  });
  try {
    const rows: string[][] = [];
    for (const storm of STORMS) {
      const weathered: Record<'nothing' | 'Dateline', Weathered[]> = { nothing: [], Dateline: [] };
      for (let round = 0; round < ROUNDS; round++)
        for (const treatment of ['nothing', 'Dateline'] as const)
          weathered[treatment].push(await weather(browser, script, treatment, storm, seconds));
      const middle = (treatment: 'nothing' | 'Dateline', part: keyof Weathered): number =>
        median(weathered[treatment].map((one) => one[part]));
      for (const treatment of ['nothing', 'Dateline'] as const)
        rows.push([
          storm,
          treatment,
          `${((100 * middle(treatment, 'total')) / (seconds * 1000)).toFixed(1)} %`,
          middle(treatment, 'longest').toFixed(1),
          (middle(treatment, 'heap') / MB).toFixed(1),
        ]);
    }
    printTable(
      `A page of ${TEXT_NODES} text nodes and 1,000 changes a second for ${seconds} s, Chromium, medians of ${ROUNDS} rounds`,
      ['storm', 'treatment', 'of a core', 'longest ms', 'heap + MB'],
      rows,
    );
    console.log('\nGoals: beyond the untreated page under 5 % of a core, no task of ours over 50 ms, at most 5 MB of heap.');
  } finally {
    await browser.close();
  }
}

async function weather(
  browser: Browser,
  script: string,
  treatment: Treatment,
  storm: Storm,
  seconds: number,
): Promise<Weathered> {
  const page = await browser.newPage();
  await page.setViewport({ width: 1280, height: 800 });
  await page.addScriptTag({ path: script });
  await page.evaluate((count) => inPageHere().fill(count, true), TEXT_NODES);
  await page.evaluate((how) => inPageHere().treat(how), treatment);
  const chromium = await page.createCDPSession();
  await chromium.send('Performance.enable', { timeDomain: 'threadTicks' });
  const metrics = async (): Promise<{ tasks: number; heap: number }> => {
    await chromium.send('HeapProfiler.collectGarbage');
    const found = new Map((await chromium.send('Performance.getMetrics')).metrics.map(({ name, value }) => [name, value]));
    return { tasks: (found.get('TaskDuration') ?? Number.NaN) * 1000, heap: found.get('JSHeapUsedSize') ?? Number.NaN };
  };
  const before = await metrics();
  await page.tracing.start({ categories: ['-*', 'toplevel', 'blink.user_timing'] });
  await page.evaluate(
    (kind, time) => {
      performance.mark('treatment');
      return inPageHere().storm(kind, time);
    },
    storm,
    seconds,
  );
  const trace = await page.tracing.stop();
  const after = await metrics();
  await page.close();
  return {
    total: after.tasks - before.tasks,
    longest: Math.max(...mainThreadTasks(new TextDecoder().decode(trace))),
    heap: after.heap - before.heap,
  };
}

/** In the page: what the bundle put on its global object. */
declare function inPageHere(): InPage;
