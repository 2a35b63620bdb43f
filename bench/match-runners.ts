/** Where matching is measured: a fresh Node process or a fresh Chromium for every job, so that none slows down or kills another. */
import { execFile } from 'node:child_process';
import { writeFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { promisify } from 'node:util';
import puppeteer, { type Browser, type Page } from 'puppeteer-core';
import { findBrowser } from '../build/find-browser.ts';
import { bundled } from './bundled.ts';
import type { Cell, CellJob } from './match-cell.ts';
import type { InPage } from './match-in-chromium.ts';
import type { RecognitionCell, RecognitionJob } from './recognition-cell.ts';

/** One place to measure in. */
export interface Runner {
  readonly name: string;
  /** One way to match; a text that says why where nothing could be measured. */
  runCell(job: CellJob): Promise<Cell | string>;
  /** Whole recognition. */
  runRecognition(job: RecognitionJob): Promise<RecognitionCell>;
}

/** Making names and texts takes this long at most; it is no peer's fault. */
const MAKING_MS = 8_000;
const RECOGNITION_LIMIT_MS = 60_000;

/** Runs jobs in Node. */
export async function nodeRunner(): Promise<Runner> {
  const script = await bundled('match-in-node.ts', 'node');
  const file = `${script}.json`;
  const run = async (job: CellJob | RecognitionJob, timeout: number): Promise<unknown> => {
    await writeFile(file, JSON.stringify(job));
    const options = ['--max-old-space-size=6000', '--stack-size=4000'];
    const { stdout } = await promisify(execFile)(process.execPath, [...options, script, file], { timeout });
    return JSON.parse(stdout);
  };
  return {
    name: 'Node',
    runCell: (job) => (run(job, job.limitMs + MAKING_MS) as Promise<Cell>).catch((error: unknown) => failure(error, job.limitMs)),
    runRecognition: (job) => run(job, RECOGNITION_LIMIT_MS) as Promise<RecognitionCell>,
  };
}

/** Why a cell was not measured. */
function failure(error: unknown, limitMs: number): string {
  const text = error instanceof Error ? error.message : String(error);
  if ((error instanceof Error && 'killed' in error && error.killed === true) || /timed out/iu.test(text)) return over(limitMs);
  if (/stack|too large/iu.test(text)) return 'out of stack';
  return /heap|memory|closed|crash|detached/iu.test(text) ? 'out of memory' : 'fails';
}

/** How a table says that something would take too long. */
export function over(limitMs: number): string {
  return `over ${limitMs / 1000} s`;
}

/** Runs jobs in Chromium, and whatever else needs pages of one browser. */
export interface ChromiumRunner extends Runner {
  /** Opens pages one after the other in one browser, which is killed after `limitMs` milliseconds. */
  inPages<T>(limitMs: number, use: (open: () => Promise<Page>) => Promise<T>): Promise<T>;
  close(): Promise<void>;
}

/** Starts the server that the pages come from. */
export async function chromiumRunner(): Promise<ChromiumRunner> {
  const script = await bundled('match-in-chromium.ts', 'browser');
  const server = createServer((_request, response) => {
    response.setHeader('content-type', 'text/html');
    response.end('<!doctype html><title>bench</title>');
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
  const inPages: ChromiumRunner['inPages'] = async (limitMs, use) => {
    const browser = await launch(limitMs);
    const timer = setTimeout(() => browser.process()?.kill('SIGKILL'), limitMs);
    try {
      return await use(async () => {
        const page = await browser.newPage();
        await page.goto(address);
        await page.addScriptTag({ path: script });
        return page;
      });
    } finally {
      clearTimeout(timer);
      await browser.close();
    }
  };
  return {
    name: 'Chromium',
    inPages,
    runCell: async (job) => {
      const start = Date.now();
      const limitMs = job.limitMs + MAKING_MS;
      try {
        return await inPages(limitMs, async (open) => (await open()).evaluate((wanted) => inPageHere().runCell(wanted), job));
      } catch (error) {
        return Date.now() - start >= limitMs ? over(job.limitMs) : failure(error, job.limitMs);
      }
    },
    runRecognition: (job) =>
      inPages(RECOGNITION_LIMIT_MS, async (open) =>
        (await open()).evaluate((wanted) => inPageHere().runRecognition(wanted), job),
      ),
    close: async () => {
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

function launch(limitMs: number): Promise<Browser> {
  return puppeteer.launch({
    executablePath: findBrowser('chromium'),
    headless: true,
    pipe: true,
    args: ['--no-sandbox'],
    protocolTimeout: limitMs,
  });
}

/** In the page: what the bundle put on its global object. */
declare function inPageHere(): InPage;
