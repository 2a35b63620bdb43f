/** Linear time whatever the text: hostile texts of one and of four million units, against names made to suit them. */
import { cpuUsage } from 'node:process';
import { Hits } from '../src/text/trie/hits.ts';
import { fold } from '../src/text/fold.ts';
import { sentenceStarts } from '../src/text/sentences.ts';
import { compileTrie } from '../src/text/trie/trie-compile.ts';
import { openTrie } from '../src/text/trie/trie-format.ts';
import { scanTrie } from '../src/text/trie/trie-scan.ts';
import { printTable } from './table.ts';
import { median } from './timing.ts';

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
/** The middle one of these counts, for the time and for the growth of it. */
const ROUNDS = 5;
/** A name of one word eight times over is more than any language has; every word of the text starts a walk of that depth. */
const REPEATED = 8;
/** What counts as linear (promises R16): time(2n) / time(n), and milliseconds for 4 MB. */
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
      const rounds = Array.from({ length: ROUNDS }, () => texts.map((text) => processorTime(() => run(text))));
      const long = median(rounds.map(([, time = Number.NaN]) => time));
      // Two doublings lie between; a round's two times were measured next to each other, on an equally busy machine.
      const growth = Math.sqrt(median(rounds.map(([one = Number.NaN, four = Number.NaN]) => four / one)));
      const good = growth <= HIGHEST_RATIO && (job !== 'scan' || long <= LONGEST_4MB_MS);
      kept &&= good;
      return [name, long.toFixed(0), growth.toFixed(2), good ? '' : 'BROKEN'];
    });
    printTable(`${job}: 4 MB of hostile text, and time(2n) / time(n), at most ${HIGHEST_RATIO}`, ['', 'ms', 'growth', ''], rows);
  }
  if (!kept) process.exitCode = 1;
  await Promise.resolve();
}

/** Milliseconds of the processor; time on the wall would count what others do. */
function processorTime(run: () => unknown): number {
  const start = cpuUsage();
  run();
  const { user, system } = cpuUsage(start);
  return (user + system) / 1000;
}
