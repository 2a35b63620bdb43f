/** Finding names in text: how many megabytes a second, beside the limit and beside what one could install instead. */
import { fileURLToPath } from 'node:url';
import { compilePack } from '../src/facts/pack-compile.ts';
import { readPackFolder } from '../src/facts/pack-read.ts';
import type { Cell, CellJob } from './match-cell.ts';
import type { InPage } from './match-in-chromium.ts';
import { type ChromiumRunner, chromiumRunner, nodeRunner, over, type Runner } from './match-runners.ts';
import { ON_SUBJECT, type PageKind, writePages } from './recognition-pages.ts';
import { printTable } from './table.ts';

const NAMES = [100, 10_000, 100_000, 1_000_000];
const SIZES = [10_000, 100_000, 1_000_000, 10_000_000];
const RECOGNITION_SIZES = [10_000, 100_000, 1_000_000];
const OURS = ['Dateline, longest', 'Dateline, every form'];
const PEERS: Readonly<Record<string, readonly string[]>> = {
  Node: ['one RegExp', 'ahocorasick', '@monyone/aho-corasick', 'aho-corasick-node'],
  Chromium: ['one RegExp', 'ahocorasick', '@monyone/aho-corasick', 'mark.js'],
};
/** A peer gets this long for a cell, building included, so that all of them take less than ten minutes. */
const PEER_LIMIT_MS = 8_000;
/** Ours get as long as they need; they need it for a million names only. */
const OUR_LIMIT_MS = 120_000;
/** Rounds of loading from the database. */
const LOADS = 15;

/** `--ours`: without the other packages, for tuning. `--names=100,10000`: for these numbers of names only; `--names=` for none. */
export async function bench(argv: string[]): Promise<void> {
  const asked = argv.find((argument) => argument.startsWith('--names='))?.slice('--names='.length);
  const names = asked === undefined ? NAMES : asked.split(',').filter(Boolean).map(Number);
  const chromium = await chromiumRunner();
  try {
    const runners = [await nodeRunner(), chromium];
    await printRecognition(runners);
    if (names.length === 0) return;
    for (const runner of runners) {
      await printMatching(runner, names, argv.includes('--ours') ? [] : (PEERS[runner.name] ?? []));
    }
    await printLoads(chromium);
  } finally {
    await chromium.close();
  }
}

/** Whole recognition with the pack of the repository: one row a kind of page and place. */
async function printRecognition(runners: readonly Runner[]): Promise<void> {
  const { lexicon } = compilePack(await readPackFolder(fileURLToPath(new URL('../src/facts/pack', import.meta.url))));
  const trie = [...new Uint32Array(lexicon.trie)];
  const rows: string[][] = [];
  for (const runner of runners) {
    for (const kind of Object.keys(ON_SUBJECT) as PageKind[]) {
      const cells = [];
      for (const size of RECOGNITION_SIZES) {
        cells.push(await runner.runRecognition({ trie, rules: lexicon.rules, pages: writePages(kind, size) }));
      }
      const mentions = cells.find(({ size }) => size === 100_000)?.mentions ?? 0;
      rows.push([`${kind}, ${runner.name}`, ...cells.map(speed), mentions.toLocaleString('en')]);
    }
  }
  printTable(
    'Whole recognition, conditions, senses and offices included: MB/s, in brackets times the bare loop (goal: at most 8)',
    ['', ...RECOGNITION_SIZES.map(inKilobytes), 'mentions in 100 KB'],
    rows,
  );
}

async function printMatching(runner: Runner, names: readonly number[], peers: readonly string[]): Promise<void> {
  const rows: string[][] = [];
  for (const forms of names) {
    for (const peer of [...OURS, ...peers]) {
      const limitMs = OURS.includes(peer) ? OUR_LIMIT_MS : PEER_LIMIT_MS;
      const job: CellJob = { peer, forms, sizes: SIZES, limitMs };
      rows.push([peer, forms.toLocaleString('en'), ...columns(job, await runner.runCell(job))]);
    }
  }
  printTable(
    `${runner.name}: MB/s, in brackets times the bare loop (1.0 = one charCodeAt and one table look-up a character)`,
    ['', 'names', ...SIZES.map(inKilobytes), 'build', 'bytes a name', 'found in 100 KB'],
    rows,
  );
}

/** One column a size, then the building's time, bytes a name and matches; a cell that was not measured says why. */
function columns({ forms, limitMs }: CellJob, cell: Cell | string): string[] {
  if (typeof cell === 'string') return [...SIZES.map(() => cell), '', '', ''];
  const speeds = SIZES.map((size) => {
    const measured = cell.sizes.find((one) => one.size === size);
    return measured === undefined ? over(limitMs) : speed(measured);
  });
  const matches = cell.sizes.find(({ size }) => size === 100_000)?.matches;
  return [
    ...speeds,
    `${(cell.buildMs / 1000).toFixed(2)} s`,
    cell.bytes === undefined ? '' : (cell.bytes / forms).toFixed(1),
    matches?.toLocaleString('en') ?? '',
  ];
}

function speed({ size, ms, ratio }: { readonly size: number; readonly ms: number; readonly ratio: number }): string {
  return `${(size / ms / 1000).toFixed(1)} (${ratio.toFixed(1)})`;
}

function inKilobytes(size: number): string {
  return `${(size / 1000).toLocaleString('en')} KB`;
}

async function printLoads(chromium: ChromiumRunner): Promise<void> {
  const rows: string[][] = [];
  for (const count of [10_000, 1_000_000]) {
    const result = await chromium.inPages(OUR_LIMIT_MS, async (open) => {
      const writer = await open();
      await writer.evaluate((names) => inPageHere().storeLexicon(names), count);
      await writer.close();
      return (await open()).evaluate((rounds) => inPageHere().loadLexicon(rounds), LOADS);
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
}

/** In the page: what the bundle put on its global object. */
declare function inPageHere(): InPage;
