/** Finding names in text: how many megabytes a second, beside the limit and beside what one could install instead. */
import { execFile } from 'node:child_process';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { promisify } from 'node:util';
import puppeteer, { type Browser } from 'puppeteer-core';
import { findBrowser } from '../build/find-browser.ts';
import { bundled } from './bundled.ts';
import type { Cell, CellJob } from './match-cell.ts';
import type { InPage } from './match-in-chromium.ts';
import { printTable } from './table.ts';

const NAMES = [100, 10_000, 100_000, 1_000_000];
const SIZES = [10_000, 100_000, 1_000_000, 10_000_000];
const OURS = ['Dateline, longest', 'Dateline, every form'];
const PEERS = {
  node: ['one RegExp', 'ahocorasick', '@monyone/aho-corasick', 'aho-corasick-node'],
  chromium: ['one RegExp', 'ahocorasick', '@monyone/aho-corasick', 'mark.js'],
};
/** Peers get this long for a cell, building included. Ours need it for a million names only. */
const PEER_LIMIT_MS = 90_000;
const OUR_LIMIT_MS = 300_000;
/** Rounds of loading from the database. */
const LOADS = 15;

type RunCell = (job: CellJob, limitMs: number) => Promise<Cell | string>;

/** `--ours`: without the other packages, for tuning. `--names=100,10000`: for these numbers of names only. */
export async function bench(argv: string[]): Promise<void> {
  const oursOnly = argv.includes('--ours');
  const names =
    argv
      .find((argument) => argument.startsWith('--names='))
      ?.slice('--names='.length)
      .split(',')
      .map(Number) ?? NAMES;
  await measure('Node', await nodeCells(), names, oursOnly ? [] : PEERS.node);
  const chromium = await startChromium();
  try {
    await measure('Chromium', chromium.runCell, names, oursOnly ? [] : PEERS.chromium);
    await chromium.printLoads();
  } finally {
    await chromium.close();
  }
}

/** A cell's job; the longest texts only for what is fast enough to be measured on them. */
function jobs(names: readonly number[], peers: readonly string[]): (CellJob & { limitMs: number })[] {
  return names.flatMap((forms) => [
    ...OURS.map((peer) => ({ peer, forms, sizes: SIZES, limitMs: OUR_LIMIT_MS })),
    ...peers.map((peer) => ({ peer, forms, sizes: peer === 'mark.js' ? SIZES.slice(0, 2) : SIZES, limitMs: PEER_LIMIT_MS })),
  ]);
}

async function measure(where: string, runCell: RunCell, names: readonly number[], peers: readonly string[]): Promise<void> {
  const rows: string[][] = [];
  for (const { limitMs, ...job } of jobs(names, peers)) {
    const cell = await runCell(job, limitMs);
    if (typeof cell === 'string') {
      rows.push([job.peer, job.forms.toLocaleString('en'), ...SIZES.map(() => cell), '', '']);
      continue;
    }
    const speeds = SIZES.map((size) => cell.sizes.find((measured) => measured.size === size)).map((measured) =>
      measured === undefined ? '' : `${(measured.size / measured.ms / 1000).toFixed(1)} (${measured.ratio.toFixed(1)})`,
    );
    const matches = cell.sizes.find(({ size }) => size === 100_000)?.matches ?? 0;
    const bytes = cell.bytes === undefined ? '' : (cell.bytes / job.forms).toFixed(1);
    rows.push([
      job.peer,
      job.forms.toLocaleString('en'),
      ...speeds,
      `${(cell.buildMs / 1000).toFixed(2)} s`,
      bytes,
      matches.toLocaleString('en'),
    ]);
  }
  const header = [
    '',
    'names',
    ...SIZES.map((size) => `${(size / 1000).toLocaleString('en')} KB`),
    'build',
    'bytes a name',
    'found in 100 KB',
  ];
  printTable(
    `${where}: MB/s, in brackets times the bare loop (1.0 = one charCodeAt and one table look-up a character)`,
    header,
    rows,
  );
}

async function nodeCells(): Promise<RunCell> {
  const script = await bundled('match-in-node.ts', 'node');
  return async (job, limitMs) => {
    try {
      const { stdout } = await promisify(execFile)(
        process.execPath,
        ['--max-old-space-size=6000', '--stack-size=4000', script, JSON.stringify(job)],
        {
          timeout: limitMs,
          maxBuffer: 2 ** 24,
        },
      );
      return JSON.parse(stdout) as Cell;
    } catch (error) {
      return failure(error, limitMs);
    }
  };
}

/** A cell that was not measured says why. */
function failure(error: unknown, limitMs: number): string {
  const text = error instanceof Error ? error.message : String(error);
  if ((error instanceof Error && 'killed' in error && error.killed === true) || /timed out/iu.test(text))
    return `over ${limitMs / 1000} s`;
  if (/stack|too large/iu.test(text)) return 'out of stack';
  return /heap|memory|closed|crash|detached/iu.test(text) ? 'out of memory' : 'fails';
}

async function startChromium(): Promise<{ runCell: RunCell; printLoads: () => Promise<void>; close: () => Promise<void> }> {
  const script = await bundled('match-in-chromium.ts', 'browser');
  const server = createServer((_request, response) => {
    response.setHeader('content-type', 'text/html');
    response.end('<!doctype html><title>bench</title>');
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
  const launch = (): Promise<Browser> =>
    puppeteer.launch({
      executablePath: findBrowser('chromium'),
      headless: true,
      pipe: true,
      args: ['--no-sandbox'],
      protocolTimeout: OUR_LIMIT_MS,
    });
  /** A browser of its own for each job: a page that hangs or dies takes nothing with it. */
  const inPage = async <T>(
    limitMs: number,
    use: (browser: Browser, open: () => ReturnType<Browser['newPage']>) => Promise<T>,
  ): Promise<T> => {
    const browser = await launch();
    const timer = setTimeout(() => browser.process()?.kill('SIGKILL'), limitMs);
    try {
      return await use(browser, async () => {
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
    runCell: async (job, limitMs) => {
      const start = Date.now();
      try {
        return await inPage(limitMs, async (_browser, open) => {
          const page = await open();
          return page.evaluate((wanted) => (globalThis as unknown as { inPage: InPage }).inPage.runCell(wanted), job);
        });
      } catch (error) {
        return Date.now() - start >= limitMs ? `over ${limitMs / 1000} s` : failure(error, limitMs);
      }
    },
    printLoads: async () => {
      const rows: string[][] = [];
      for (const count of [10_000, 1_000_000]) {
        const result = await inPage(OUR_LIMIT_MS, async (_browser, open) => {
          const writer = await open();
          await writer.evaluate((names) => (globalThis as unknown as { inPage: InPage }).inPage.storeLexicon(names), count);
          await writer.close();
          const reader = await open();
          return reader.evaluate((rounds) => (globalThis as unknown as { inPage: InPage }).inPage.loadLexicon(rounds), LOADS);
        });
        rows.push([
          count.toLocaleString('en'),
          result.openMs.toFixed(1),
          result.readMs.toFixed(1),
          result.firstScanMs.toFixed(1),
          (result.bytes / 1e6).toFixed(2),
          (result.bytes / count).toFixed(1),
        ]);
      }
      printTable(
        'Chromium: a lexicon from IndexedDB',
        ['names', 'open database, ms', 'read and open trie, ms', 'first scan of 10 KB, ms', 'MB', 'bytes a name'],
        rows,
      );
    },
    close: async () => {
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
