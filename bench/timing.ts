/** Timing that holds up on a noisy machine: medians, and ratios of neighbours in time. Runs in Node and in browsers. */

/** The middle of some numbers; the mean of the two middle ones when their count is even. `NaN` of none. */
export function median(numbers: readonly number[]): number {
  const sorted = [...numbers].sort((a, b) => a - b);
  const half = sorted.length >> 1;
  const upper = sorted[half] ?? Number.NaN;
  return sorted.length % 2 === 1 ? upper : (upper + (sorted[half - 1] ?? Number.NaN)) / 2;
}

/** Something to be timed. */
export interface Timed {
  run(): unknown;
  /** Undone outside the measured time, after every run. */
  reset?(): void;
}

/** A sample shorter than this says more about the clock than about the code. */
const SHORTEST_SAMPLE_MS = 10;

/** Milliseconds a run takes, over as many runs as a clock of 0.1 ms needs. */
function sample(timed: Timed, runs: number): number {
  let total = 0;
  if (timed.reset === undefined) {
    const start = performance.now();
    for (let i = 0; i < runs; i++) timed.run();
    total = performance.now() - start;
  } else {
    for (let i = 0; i < runs; i++) {
      const start = performance.now();
      timed.run();
      total += performance.now() - start;
      timed.reset();
    }
  }
  return total / runs;
}

/** Runs a sample needs, by trial; the trial also warms the code up. */
function runsFor(timed: Timed): number {
  let runs = 1;
  for (;;) {
    const took = sample(timed, runs) * runs;
    if (took >= SHORTEST_SAMPLE_MS) return runs;
    runs *= took < SHORTEST_SAMPLE_MS / 8 ? 8 : 2;
  }
}

/** How something compares with a baseline. */
export interface Comparison {
  /** Median milliseconds a run. */
  readonly ms: number;
  /** Median over the rounds of its time to the baseline's time in the same round. */
  readonly ratio: number;
}

/** Times both in turn for at least one round, then until 15 rounds or `budgetMs` milliseconds are over. */
export function compare(timed: Timed, baseline: Timed, budgetMs: number): Comparison {
  const baselineRuns = runsFor(baseline);
  const runs = runsFor(timed);
  const times: number[] = [];
  const ratios: number[] = [];
  const end = performance.now() + budgetMs;
  do {
    const base = sample(baseline, baselineRuns);
    const time = sample(timed, runs);
    times.push(time);
    ratios.push(time / base);
  } while (times.length < 15 && performance.now() < end);
  return { ms: median(times), ratio: median(ratios) };
}
