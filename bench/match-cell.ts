/** One cell of the table: one way to match, one number of names, several lengths of text. Runs in Node and in browsers. */
import { makeForms, makeText } from './match-corpus.ts';
import { bareLoop, type Peer } from './match-peers.ts';
import { type Comparison, compare } from './timing.ts';

/** What to measure. */
export interface CellJob {
  readonly peer: string;
  readonly forms: number;
  /** Lengths of text in UTF-16 code units, ascending. */
  readonly sizes: readonly number[];
  /** Milliseconds for building and all lengths; what would take longer is left out. */
  readonly limitMs: number;
}

/** What was measured. */
export interface Cell {
  readonly buildMs: number;
  readonly bytes?: number;
  /** In order of size; those that would have gone over the limit are missing. */
  readonly sizes: readonly Measured[];
}

/** One length of text. */
export interface Measured extends Comparison {
  readonly size: number;
  readonly matches: number;
}

/** To count the matches, to see how long it takes, and one round. */
const LEAST_RUNS = 3;

/** So much code takes its time to be compiled; a short text would be over before. */
const WARM_UP_MS = 300;

/** Longest time spent on one length of text, beyond the round that is always done. */
const BUDGET_MS = 1_000;

/** @throws Error when no peer has the job's name */
export function runCell(peers: readonly Peer[], { peer: name, forms: count, sizes, limitMs }: CellJob): Cell {
  const peer = peers.find((candidate) => candidate.name === name);
  if (peer === undefined) throw new Error(`no peer ‘${name}’`);
  const forms = makeForms(count);
  const start = performance.now();
  const built = peer.build(forms);
  const buildMs = performance.now() - start;
  const measured: Measured[] = [];
  for (const size of sizes) {
    const last = measured.at(-1);
    const expected = last === undefined ? 0 : LEAST_RUNS * last.ms * (size / last.size);
    if (performance.now() - start + expected > limitMs) break;
    const text = makeText(size);
    const search = built.search(text);
    const matches = search.run();
    search.reset?.();
    const loop = bareLoop(text);
    if (last === undefined) warmUp(search, loop);
    measured.push({ size, matches, ...compare(search, loop, BUDGET_MS) });
  }
  return { buildMs, sizes: measured, ...(built.bytes === undefined ? {} : { bytes: built.bytes }) };
}

function warmUp(...all: readonly Parameters<typeof compare>[0][]): void {
  for (const one of all) {
    const end = performance.now() + WARM_UP_MS;
    while (performance.now() < end) {
      one.run();
      one.reset?.();
    }
  }
}
