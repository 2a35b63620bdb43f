/**
 * What reading a page costs its main thread: the real content scripts, answered by a worker in the background's place, beside walking over
 * the text nodes alone and beside wrapping what is found. Task time is the CPU time of the main thread's tasks, less what the page costs untreated; the longest task is wall time, from a trace.
 */
import puppeteer, { type Browser } from 'puppeteer-core';
import { findBrowser } from '../build/find-browser.ts';
import { bundled } from './bundled.ts';
import { mainThreadTasks } from './main-thread-tasks.ts';
import type { InPage, Treatment } from './page-in-chromium.ts';
import { printTable } from './table.ts';
import { median } from './timing.ts';

const SIZES = [1000, 10_000, 50_000];
const ROUNDS = 3;
const COMPARED: readonly Treatment[] = ['walk only', 'Dateline', 'Dateline, nothing found', 'mark.js'];

/** Milliseconds of main-thread tasks in one treatment, in all and the longest, and what came of it. */
interface Cost {
  readonly total: number;
  readonly longest: number;
  readonly marked: number;
  readonly layoutShift: number;
}

/** Prints one row for each size and treatment. */
export async function bench(): Promise<void> {
  const script = await bundled('page-in-chromium.ts', 'browser');
  const browser = await puppeteer.launch({ executablePath: findBrowser('chromium'), headless: true, args: ['--no-sandbox'] });
  try {
    const rows: string[][] = [];
    for (const size of SIZES) rows.push(...(await measureSize(browser, script, size)));
    printTable(
      `Main-thread time added to a page, Chromium, medians of ${ROUNDS} rounds`,
      ['text nodes', 'treatment', 'task ms', 'longest ms', '× walk only', '× mark.js', 'marked', 'layout shift'],
      rows,
    );
    console.log('\nGoals: at most 2.5 × walk only and 0.33 × mark.js, no task over 16 ms, no layout shift.');
  } finally {
    await browser.close();
  }
}

async function measureSize(browser: Browser, script: string, size: number): Promise<string[][]> {
  const costs = new Map<Treatment, Cost[]>();
  for (let round = 0; round < ROUNDS; round++) {
    const idle = await measure(browser, script, size, 'nothing');
    for (const treatment of COMPARED) {
      const cost = await measure(browser, script, size, treatment);
      costs.set(treatment, [...(costs.get(treatment) ?? []), { ...cost, total: Math.max(0, cost.total - idle.total) }]);
    }
  }
  const middle = (treatment: Treatment, part: keyof Cost): number =>
    median((costs.get(treatment) ?? []).map((cost) => cost[part]));
  const walked = middle('walk only', 'total');
  const wrapped = middle('mark.js', 'total');
  return COMPARED.map((treatment) => {
    const total = middle(treatment, 'total');
    return [
      size.toLocaleString('en'),
      treatment,
      total.toFixed(1),
      middle(treatment, 'longest').toFixed(1),
      (total / walked).toFixed(1),
      (total / wrapped).toFixed(2),
      String(middle(treatment, 'marked')),
      middle(treatment, 'layoutShift').toFixed(3),
    ];
  });
}

async function measure(browser: Browser, script: string, size: number, treatment: Treatment): Promise<Cost> {
  const page = await browser.newPage();
  await page.setViewport({ width: 1280, height: 800 });
  await page.addScriptTag({ path: script });
  await page.evaluate((count, withNames) => inPageHere().fill(count, withNames), size, treatment !== 'Dateline, nothing found');
  const chromium = await page.createCDPSession();
  await chromium.send('Performance.enable', { timeDomain: 'threadTicks' });
  const taskTime = async (): Promise<number> => {
    const { metrics } = await chromium.send('Performance.getMetrics');
    return (metrics.find(({ name }) => name === 'TaskDuration')?.value ?? Number.NaN) * 1000;
  };
  await page.tracing.start({ categories: ['-*', 'toplevel', 'blink.user_timing'] });
  const before = await taskTime();
  const done = await page.evaluate((how) => inPageHere().treat(how), treatment);
  const total = (await taskTime()) - before;
  const trace = await page.tracing.stop();
  await page.close();
  return { ...done, total, longest: Math.max(...mainThreadTasks(new TextDecoder().decode(trace))) };
}

/** In the page: what the bundle put on its global object. */
declare function inPageHere(): InPage;
