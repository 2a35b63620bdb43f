/** The page's side of `bench/history.ts`: fills the database, and measures, in the built history page itself. */
import { Document } from 'flexsearch/debug';
import MiniSearch from 'minisearch';
import { documentOf } from '../src/highlights/search/document.ts';
import { buildPart, openPart } from '../src/highlights/search/part.ts';
import { parseQuery } from '../src/highlights/search/query.ts';
import { SearchIndex } from '../src/highlights/search/search.ts';
import { wordsOf } from '../src/highlights/search/words.ts';
import type { Highlight } from '../src/highlights/highlight.ts';
import { mirrorInStorage } from '../extension/platform/mirror-in-storage.ts';
import { connection } from '../src/store/connection.ts';
import { openKeeping, readKeeping } from '../src/store/keeping-state.ts';
import { mirrorDatabase } from '../src/store/second-copy/mirror-database.ts';
import { wholly } from '../src/store/wholly.ts';
import { witnessAfter } from '../src/store/second-copy/witness.ts';
import { ROWS_SHOWN } from '../extension/history/windowed/rows-shown.ts';
import { seededArticle, seededPassage } from './history-seed.ts';

/** Milliseconds without a change after which a list is at rest: longer than anything it waits for. */
const REST = 90;
/** Milliseconds after which a key is taken to have changed nothing. */
const LONGEST = 1500;
const SCROLLED_FRAMES = 240;
/** CSS pixels scrolled in a frame: a fast wheel. */
const STEP = 700;

/** What is compared. */
export type IndexName = 'Dateline' | 'MiniSearch' | 'FlexSearch';

/** How the list scrolled, in milliseconds. */
export interface Scrolled {
  readonly frames: readonly number[];
  /** Tasks longer than 50 ms; absent where the browser does not tell. */
  readonly longTasks?: readonly number[];
}

/** What was measured of one way to search. */
export interface Searched {
  readonly name: string;
  /** Milliseconds. */
  readonly build: number;
  readonly bytes: number;
  /** Milliseconds of each query. */
  readonly queries: readonly number[];
}

/** What the page offers to the suite. */
export interface HistoryBench {
  seed(from: number, until: number): Promise<void>;
  /** To be called after all is seeded. */
  vouch(): Promise<void>;
  /** Milliseconds from the page's beginning until a passage is in the document. */
  firstRows(): Promise<number>;
  /** Milliseconds from the page's beginning until the index answers: the filters say how many passages each would leave. */
  indexOpen(): Promise<number>;
  /** Milliseconds from each key until the list shows what it finds. */
  type(queries: readonly string[]): Promise<readonly number[]>;
  scroll(): Promise<Scrolled>;
  indexBytes(): Promise<number>;
  compare(name: IndexName, count: number, queries: readonly string[]): Searched;
}

const frame = (): Promise<number> => new Promise((resolve) => requestAnimationFrame(resolve));

/**
 * Puts passages where the background would, and that their articles were read, in one transaction. The journal is left out: nothing that
 * is measured reads more than its end.
 */
async function seed(from: number, until: number): Promise<void> {
  const store = connection();
  const highlights = Array.from({ length: until - from }, (_, step) => seededPassage(from + step));
  const articles = new Map(highlights.map((highlight) => [highlight.article.address, seededArticle(highlight)]));
  await store.run(async (db) => {
    const tx = db.transaction(['highlights', 'articles', 'keeping'], 'readwrite', { durability: 'relaxed' });
    const keeping = await openKeeping(tx.objectStore('keeping'));
    const witness = highlights.reduce(
      (before, highlight) => witnessAfter(before, before.sequence + 1, undefined, highlight),
      keeping.witness,
    );
    await wholly(tx, (write) => {
      for (const highlight of highlights) write(tx.objectStore('highlights').put(highlight));
      for (const article of articles.values()) write(tx.objectStore('articles').put(article));
      write(tx.objectStore('keeping').put({ ...keeping, witness }, 'state'));
    });
  });
  await store.close();
}

/**
 * Has the second copy say that it follows, without its records, which nothing that is measured reads: to write them takes minutes, and the
 * background would be at it meanwhile.
 */
async function vouch(): Promise<void> {
  const store = connection();
  const { witness } = await readKeeping(store);
  await store.close();
  await (mirrorInStorage() ?? mirrorDatabase()).follow({ put: [], forgotten: [], witness });
}

async function firstRows(): Promise<number> {
  for (;;) {
    const [mark] = performance.getEntriesByName(ROWS_SHOWN);
    if (mark !== undefined) return mark.startTime;
    await frame();
  }
}

async function indexOpen(): Promise<number> {
  while (document.querySelector('.filters .count') === null) await frame();
  return performance.now();
}

/**
 * Milliseconds from `act` until rows that it brought about are in the document or, where it brought about none, until the page says so;
 * resolves when the list is at rest. `undefined` where nothing changed.
 */
function timed(act: () => void): Promise<number | undefined> {
  return new Promise((resolve) => {
    performance.clearMarks(ROWS_SHOWN);
    const start = performance.now();
    let first: number | undefined;
    const done = (): void => {
      observer.disconnect();
      const [mark] = performance.getEntriesByName(ROWS_SHOWN);
      resolve(mark === undefined ? first : mark.startTime - start);
    };
    let timer = setTimeout(done, LONGEST);
    const observer = new MutationObserver(() => {
      first ??= performance.now() - start;
      clearTimeout(timer);
      timer = setTimeout(done, REST);
    });
    observer.observe(document.querySelector('main') ?? document.body, { childList: true, characterData: true, subtree: true });
    act();
  });
}

async function type(queries: readonly string[]): Promise<readonly number[]> {
  const field = document.querySelector<HTMLInputElement>('input[type=search]');
  if (field === null) throw new Error('no search field');
  const times: number[] = [];
  for (const query of queries) {
    for (let length = 1; length <= query.length; length++) {
      const took = await timed(() => {
        field.value = query.slice(0, length);
        field.dispatchEvent(new InputEvent('input', { bubbles: true }));
      });
      if (took !== undefined) times.push(took);
    }
  }
  await timed(() => {
    field.value = '';
    field.dispatchEvent(new InputEvent('input', { bubbles: true }));
  });
  return times;
}

async function scroll(): Promise<Scrolled> {
  const longTasks: number[] = [];
  const observer = new PerformanceObserver((list) => longTasks.push(...list.getEntries().map(({ duration }) => duration)));
  const isTold = PerformanceObserver.supportedEntryTypes.includes('longtask');
  if (isTold) observer.observe({ type: 'longtask' });
  const frames: number[] = [];
  let before = await frame();
  for (let step = 0; step < SCROLLED_FRAMES; step++) {
    scrollBy({ top: STEP, behavior: 'instant' });
    const now = await frame();
    frames.push(now - before);
    before = now;
  }
  observer.disconnect();
  return isTold ? { frames, longTasks } : { frames };
}

function indexBytes(): Promise<number> {
  return new Promise((resolve, reject) => {
    const opening = indexedDB.open('dateline');
    opening.onerror = () => reject(opening.error ?? new Error('not opened'));
    opening.onsuccess = () => {
      const getting = opening.result.transaction('search').objectStore('search').get('passages');
      getting.onsuccess = () => {
        opening.result.close();
        resolve((getting.result as { part: ArrayBuffer }).part.byteLength);
      };
    };
  });
}

/** Builds an index over the same passages as the others and asks it the same; rows are the first twenty. */
function compare(name: IndexName, count: number, queries: readonly string[]): Searched {
  const passages = Array.from({ length: count }, (_, at) => seededPassage(at));
  const start = performance.now();
  const { bytes, ask } = MAKERS[name](passages);
  const build = performance.now() - start;
  for (const query of queries) ask(query);
  const times = queries.map((query) => {
    const asked = performance.now();
    ask(query);
    return performance.now() - asked;
  });
  return { name, build, bytes: bytes(), queries: times };
}

interface Compared {
  readonly bytes: () => number;
  readonly ask: (query: string) => unknown;
}

function ours(passages: readonly Highlight[]): Compared {
  const part = buildPart(passages.map(documentOf));
  const [main, fresh] = [openPart(part), openPart(buildPart([]))];
  // Another one each time: it keeps what it was asked.
  const ask = (query: string) =>
    new SearchIndex(main, fresh, []).find({ conditions: parseQuery(query, Date.parse), order: 'saved' }).rows(0, 20);
  return { bytes: () => part.byteLength, ask };
}

const FIELDS = ['quote', 'note', 'tags', 'title'] as const;
const textsOf = ({ id, anchor, note, tags, article }: Highlight) => ({
  id,
  quote: anchor.quote.exact,
  note,
  tags: tags.join(' '),
  title: article.title,
});

function miniSearch(passages: readonly Highlight[]): Compared {
  const index = new MiniSearch({ fields: [...FIELDS], tokenize: (text) => [...wordsOf(text)], processTerm: (term) => term });
  index.addAll(passages.map(textsOf));
  const ask = (query: string) => index.search(query, { prefix: true, combineWith: 'AND' }).slice(0, 20);
  return { bytes: () => JSON.stringify(index).length, ask };
}

function flexSearch(passages: readonly Highlight[]): Compared {
  const index = new Document({ document: { id: 'id', index: [...FIELDS] }, tokenize: 'forward' });
  for (const passage of passages) index.add(textsOf(passage));
  const bytes = (): number => {
    let length = 0;
    index.export((_key: string, data: string | undefined) => {
      length += data?.length ?? 0;
    });
    return length;
  };
  return { bytes, ask: (query) => index.search(query, { limit: 20 }) };
}

const MAKERS: Readonly<Record<IndexName, (passages: readonly Highlight[]) => Compared>> = {
  Dateline: ours,
  MiniSearch: miniSearch,
  FlexSearch: flexSearch,
};

const historyBench: HistoryBench = { seed, vouch, firstRows, indexOpen, type, scroll, indexBytes, compare };
Object.assign(globalThis, { historyBench });
