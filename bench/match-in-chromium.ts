/** Entry of the browser side; `bench/match.ts` calls what it puts on `globalThis`. */
import Mark from 'mark.js';
import { compileTrie } from '../src/text/trie/trie-compile.ts';
import { openTrie } from '../src/text/trie/trie-format.ts';
import { Hits } from '../src/text/trie/hits.ts';
import { scanTrie } from '../src/text/trie/trie-scan.ts';
import { makeForms, makeText } from './match-corpus.ts';
import { type Cell, type CellJob, runCell } from './match-cell.ts';
import { type Peer, PEERS } from './match-peers.ts';
import { type RecognitionCell, type RecognitionJob, runRecognition } from './recognition-cell.ts';
import { median } from './timing.ts';

const PARAGRAPH = 1_000;

/** Finds and wraps in one go, so its time holds some DOM work; what it wrapped is undone outside the measured time. */
const markJs: Peer = {
  name: 'mark.js',
  build: (forms) => ({
    search: (text) => {
      const article = document.createElement('article');
      for (let at = 0; at < text.length; at += PARAGRAPH) {
        const paragraph = document.createElement('p');
        paragraph.textContent = text.slice(at, at + PARAGRAPH);
        article.append(paragraph);
      }
      const mark = new Mark(article);
      return {
        run: () => {
          let marks = 0;
          mark.mark([...forms], { accuracy: 'exactly', separateWordSearch: false, diacritics: false, each: () => marks++ });
          return marks;
        },
        reset: () => mark.unmark(),
      };
    },
  }),
};

/** How long a lexicon of `count` names takes from the database to its first use, and how big it is. */
export interface LoadResult {
  readonly openMs: number;
  readonly readMs: number;
  readonly firstScanMs: number;
  readonly bytes: number;
}

const DATABASE = 'bench-lexicon';

function settled<T>(request: IDBRequest<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error ?? new Error('request failed'));
  });
}

async function storeLexicon(count: number): Promise<void> {
  const request = indexedDB.open(DATABASE, 1);
  request.onupgradeneeded = () => request.result.createObjectStore('lexicon');
  const database = await settled(request);
  const transaction = database.transaction('lexicon', 'readwrite');
  const done = new Promise((resolve) => transaction.addEventListener('complete', resolve));
  transaction.objectStore('lexicon').put(compileTrie(makeForms(count).map((form, value) => ({ form, value }))), 'trie');
  await done;
  database.close();
}

async function loadLexicon(rounds: number): Promise<LoadResult> {
  const text = makeText(10_000);
  const open: number[] = [];
  const read: number[] = [];
  const scan: number[] = [];
  let bytes = 0;
  for (let round = 0; round < rounds; round++) {
    const start = performance.now();
    const database = await settled(indexedDB.open(DATABASE, 1));
    const opened = performance.now();
    const buffer: unknown = await settled(database.transaction('lexicon').objectStore('lexicon').get('trie'));
    if (!(buffer instanceof ArrayBuffer)) throw new Error('the lexicon was not stored');
    const trie = openTrie(buffer);
    const loaded = performance.now();
    scanTrie(trie, text, new Hits());
    scan.push(performance.now() - loaded);
    open.push(opened - start);
    read.push(loaded - opened);
    bytes = buffer.byteLength;
    database.close();
  }
  return { openMs: median(open), readMs: median(read), firstScanMs: median(scan), bytes };
}

/** What the page offers to the suite. */
export interface InPage {
  runCell(job: CellJob): Cell;
  runRecognition(job: RecognitionJob): RecognitionCell;
  storeLexicon(count: number): Promise<void>;
  loadLexicon(rounds: number): Promise<LoadResult>;
}

const inPage: InPage = { runCell: (job) => runCell([...PEERS, markJs], job), runRecognition, storeLexicon, loadLexicon };
Object.assign(globalThis, { inPageHere: () => inPage });
