/** `npm run bench -- SUITE …`: side-by-side measurements. Without a suite it lists them. */
import { argv, exit } from 'node:process';

/** Suite → what it measures and where it is; each module has an `async function bench(arguments: string[])`. */
const SUITES: Readonly<Record<string, { says: string; load: () => Promise<{ bench: (rest: string[]) => Promise<void> }> }>> = {
  match: {
    says: 'finding names: speed beside the limit and other packages, load time, bytes a form',
    load: () => import('./match.ts'),
  },
  accuracy: {
    says: 'precision and recall on the labelled corpus, beside other ways of marking the same names',
    load: () => import('./accuracy.ts'),
  },
  anchor: {
    says: 'placing saved passages again: time, right, labelled, silently wrong, beside other rules and packages',
    load: () => import('./anchor.ts'),
  },
  page: {
    says: 'main-thread time of reading and marking a page, beside walking only and wrapping',
    load: () => import('./page.ts'),
  },
  storm: {
    says: 'what a page in constant motion costs: share of a core, longest task, heap',
    load: () => import('./storm.ts'),
  },
  history: {
    says: 'the history page with 100,000 passages: opening, searching, scrolling; its index beside other packages',
    load: () => import('./history.ts'),
  },
  hostile: { says: 'linear time on hostile text: time(2n) / time(n)', load: () => import('./hostile.ts') },
};

const [name, ...rest] = argv.slice(2);
const suite = name === undefined ? undefined : SUITES[name];
if (suite === undefined) {
  if (name !== undefined) console.error(`There is no suite ‘${name}’.`);
  console.error('npm run bench -- SUITE, where SUITE is one of:');
  for (const [key, { says }] of Object.entries(SUITES)) console.error(`  ${key.padEnd(10)} ${says}`);
  exit(name === undefined ? 0 : 2);
}
await (await suite.load()).bench(rest);
