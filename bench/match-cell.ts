/** One cell of the table: one way to match, one number of names, several lengths of text. Runs in Node and in browsers. */
import { makeForms, makeText } from './match-corpus.ts';
import { bareLoop, type Peer } from './match-peers.ts';
import { type Comparison, compare } from './timing.ts';

/** What to measure. */
export interface CellJob {
  readonly peer: string;
  readonly forms: number;
  /** Lengths of text in UTF-16 code units. */
  readonly sizes: readonly number[];
}

/** What was measured. */
export interface Cell {
  readonly buildMs: number;
  readonly bytes?: number;
  readonly sizes: readonly (Comparison & { readonly size: number; readonly matches: number })[];
}

/** Longest time spent on one length of text, beyond the three rounds that are always done. */
const BUDGET_MS = 2_000;

/** @throws Error when no peer has the job's name */
export function runCell(peers: readonly Peer[], { peer: name, forms: count, sizes }: CellJob): Cell {
  const peer = peers.find((candidate) => candidate.name === name);
  if (peer === undefined) throw new Error(`no peer ‘${name}’`);
  const forms = makeForms(count);
  const start = performance.now();
  const built = peer.build(forms);
  const buildMs = performance.now() - start;
  const measured = sizes.map((size) => {
    const text = makeText(size);
    const search = built.search(text);
    const matches = search.run();
    search.reset?.();
    return { size, matches, ...compare(search, bareLoop(text), BUDGET_MS) };
  });
  return { buildMs, sizes: measured, ...(built.bytes === undefined ? {} : { bytes: built.bytes }) };
}
