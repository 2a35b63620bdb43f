/** Linear time whatever the text: hostile texts of doubling length against lexicons made to suit them. */
import { Hits } from '../src/text/hits.ts';
import { fold } from '../src/text/fold.ts';
import { sentenceStarts } from '../src/text/sentences.ts';
import { compileTrie } from '../src/text/trie-compile.ts';
import { LONGEST_FORM, openTrie } from '../src/text/trie-format.ts';
import { scanTrie } from '../src/text/trie-scan.ts';
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
const LENGTHS = [65_536, 131_072, 262_144, 524_288, 1_048_576, 2_097_152, 4_194_304];
const ROUNDS = 3;
/** What `promises.md` R16 asks for. */
const HIGHEST_RATIO = 2.3;
const LONGEST_4MB_MS = 1_000;

/** Prints one row a text; exits with 1 when a promise is broken. */
export async function bench(): Promise<void> {
  // One form of one word and one as long as a form may be, so that every token starts a walk of full depth.
  const names = ['Idl', 'إدلب', '契'].flatMap((word) => [word, Array(LONGEST_FORM).fill(word).join(' ')]);
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
      const times = LENGTHS.map((length) => timeOf(() => run(piece.repeat(Math.ceil(length / piece.length)).slice(0, length))));
      // The shortest texts take less than a clock can tell; growth is judged over the last three doublings.
      const ratios = times.slice(1).map((time, i) => time / (times[i] ?? Number.NaN));
      const growth = median(ratios.slice(-3));
      const longest = times.at(-1) ?? Number.NaN;
      const good = growth <= HIGHEST_RATIO && (job !== 'scan' || longest <= LONGEST_4MB_MS);
      kept &&= good;
      return [name, longest.toFixed(0), growth.toFixed(2), good ? '' : 'BROKEN'];
    });
    printTable(`${job}: 4 MB of hostile text, and time(2n) / time(n), at most ${HIGHEST_RATIO}`, ['', 'ms', 'growth', ''], rows);
  }
  if (!kept) process.exitCode = 1;
  await Promise.resolve();
}

function timeOf(run: () => unknown): number {
  return median(
    Array.from({ length: ROUNDS }, () => {
      const start = performance.now();
      run();
      return performance.now() - start;
    }),
  );
}
