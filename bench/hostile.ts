/** Linear time whatever the text: hostile texts of one and of four million units, against names made to suit them. */
import { cpuUsage } from 'node:process';
import { Hits } from '../src/text/hits.ts';
import { fold } from '../src/text/fold.ts';
import { sentenceStarts } from '../src/text/sentences.ts';
import { compileTrie } from '../src/text/trie-compile.ts';
import { openTrie } from '../src/text/trie-format.ts';
import { scanTrie } from '../src/text/trie-scan.ts';
import { printTable } from './table.ts';

/** What is repeated to make the text, and why it might hurt. */
const HOSTILE: readonly (readonly [name: string, piece: string])[] = [
  ['the first word of long names, again and again', 'Idl '],
  ['the same without spaces', 'Idl'],
  ['joined by hyphens', 'Idl-'],
  ['joined by full stops', 'Idl.'],
  ['first word, then a desert of commas', `Idl${','.repeat(4000)}`],
  ['first word, then a desert of spaces', `Idl${' '.repeat(4000)}`],
  ['combining marks', 'I\u0307\u0301\u0302'],
  ['one letter, then only marks', '\u0301'],
  ['zero-width signs', 'Idl\u200b\u200d\u00ad'],
  ['right-to-left with short vowels', 'إِدْلِبُ '],
  ['expanding ligatures', 'ﷺ'],
  ['halves of surrogate pairs', '\ud83d'],
  ['emoji', '👩‍🚒'],
  ['Han, each a token', '契'],
  ['closing signs after full stops', '.”) '],
  ['question marks', '?'],
  ['line ends', '\n'],
  ['units never met before', String.fromCharCode(...Array.from({ length: 5000 }, (_, i) => 0x3400 + i))],
];
const SHORT = 1_048_576;
const LONG = 4 * SHORT;
/** Few, but the shortest time of each length counts: what else the machine does only adds. */
const ROUNDS = 5;
/** A name of one word eight times over is more than any language has; every word of the text starts a walk of that depth. */
const REPEATED = 8;
/** What `promises.md` R16 asks for. */
const HIGHEST_RATIO = 2.3;
const LONGEST_4MB_MS = 1_000;

/** Prints one row a text; exits with 1 when a promise is broken. */
export async function bench(): Promise<void> {
  const names = ['Idl', 'إدلب'].flatMap((word) => [word, Array(REPEATED).fill(word).join(' ')]);
  names.push('契', '契契契');
  const trie = openTrie(compileTrie(names.map((form, value) => ({ form, value }))));
  const hits = new Hits();
  const jobs: [string, (text: string) => unknown][] = [
    ['scan', (text) => (hits.clear(), scanTrie(trie, text, hits))],
    ['fold', fold],
    ['sentences', sentenceStarts],
  ];
  let kept = true;
  for (const [job, run] of jobs) {
    const rows = HOSTILE.map(([name, piece]) => {
      const texts = [SHORT, LONG].map((length) => piece.repeat(Math.ceil(length / piece.length)).slice(0, length));
      const [short = Number.NaN, long = Number.NaN] = shortestTimes(texts.map((text) => () => run(text)));
      // Two doublings lie between.
      const growth = Math.sqrt(long / short);
      const good = growth <= HIGHEST_RATIO && (job !== 'scan' || long <= LONGEST_4MB_MS);
      kept &&= good;
      return [name, long.toFixed(0), growth.toFixed(2), good ? '' : 'BROKEN'];
    });
    printTable(`${job}: 4 MB of hostile text, and time(2n) / time(n), at most ${HIGHEST_RATIO}`, ['', 'ms', 'growth', ''], rows);
  }
  if (!kept) process.exitCode = 1;
  await Promise.resolve();
}

/** Each one's shortest time in milliseconds of the processor, run in turn; time on the wall would count what others do. */
function shortestTimes(runs: readonly (() => unknown)[]): number[] {
  const shortest = runs.map(() => Number.POSITIVE_INFINITY);
  for (let round = 0; round < ROUNDS; round++) {
    runs.forEach((run, i) => {
      const start = cpuUsage();
      run();
      shortest[i] = Math.min(shortest[i] ?? 0, milliseconds(cpuUsage(start)));
    });
  }
  return shortest;
}

function milliseconds({ user, system }: NodeJS.CpuUsage): number {
  return (user + system) / 1000;
}
