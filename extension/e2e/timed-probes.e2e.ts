/** A page that knows the extension's address measures how long it takes to be refused (promises S5). */
import { expect, inject } from 'vitest';
import { readFolder } from '../../build/files.ts';
import { test } from './harness/test.ts';
import { page, STORY } from './pages/story.ts';

/** Probes of each kind; 1,000 are the full count. */
const PROBES = Number(process.env['DATELINE_TIMED_PROBES'] ?? 100);

/** How often one of the first takes longer than one of the second, a tie counting half: 0.5 where they cannot be told apart (Mann-Whitney). */
function slower(first: readonly number[], second: readonly number[]): number {
  let count = 0;
  for (const one of first) for (const other of second) count += one > other ? 1 : one === other ? 0.5 : 0;
  return count / (first.length * second.length);
}

test('a file that is in the package is refused no sooner and no later than one that is not', async ({
  news,
  running,
  reader,
}) => {
  const [file] = [...(await readFolder(`dist/test-${inject('target')}`, '', (name) => name.endsWith('.json'))).keys()];
  if (file === undefined) throw new Error('no file');
  news.publish('timing.example/story', page(STORY, '<p>Nothing is known here.</p>'));
  await reader.open('https://timing.example/story');
  const { there, absent } = await reader.page.evaluate(
    async (addresses, probes) => {
      const measure = async (address: string): Promise<number> => {
        const from = performance.now();
        // Ten in a row: the clock of a page is coarse.
        // oxlint-disable-next-line no-restricted-globals -- the page asks
        for (let time = 0; time < 10; time++) await fetch(address).catch(() => undefined);
        return performance.now() - from;
      };
      const times = { there: [] as number[], absent: [] as number[] };
      // In turn, first one and then the other first: what slows a machine down slows both.
      for (let probe = 0; probe < probes; probe++) {
        const order = probe % 2 === 0 ? (['there', 'absent'] as const) : (['absent', 'there'] as const);
        for (const kind of order) times[kind].push(await measure(addresses[kind]));
      }
      return times;
    },
    { there: running.address(file), absent: running.address(`${file.slice(0, -5)}-none.json`) },
    PROBES,
  );
  const told = slower(there, absent);
  console.info(`${PROBES} probes: slower where the file is in ${(100 * told).toFixed(1)} % of pairs`);
  // Three standard errors of the statistic where both are alike.
  expect(Math.abs(told - 0.5)).toBeLessThan(3 * Math.sqrt((2 * PROBES + 1) / (12 * PROBES * PROBES)) + 0.02);
});
