/**
 * Finds saved passages by the search index, which is kept in the database as one buffer with the number of the journal's line it goes up
 * to. What the journal has beyond that line is looked up and held in a small part beside it; so nothing has to be written with a change,
 * and the index is never made anew for one.
 */
import type { Highlight } from '../highlights/highlight.ts';
import { documentOf, type SearchDocument } from '../highlights/search/document.ts';
import { buildPart, openPart, type Part } from '../highlights/search/part.ts';
import { type Found, type Search, SearchIndex } from '../highlights/search/search.ts';
import type { Connection } from './connection.ts';
import { readKeeping } from './keeping-state.ts';
import { passagesAfter } from './saved-passages.ts';
import type { StoredIndex } from './schema.ts';

/** Passages read at a time while the index is made. */
const BATCH = 2000;
/** With more changes than this beside the large part, both are merged. */
const MOST_CHANGES = 1000;

/** Hears how far the making of the index has come. */
export type OnProgress = (done: number, all: number) => void;

/** A passage that changed since the large part was made; `null` where it is not to be found any more. */
interface Changed {
  readonly created: number;
  readonly document: SearchDocument | null;
}

/** The index of one database; see the head of this file. Every method but `find` throws StoreError where the database cannot be read. */
export class PassageFinder {
  readonly #store: Connection;
  readonly #onProgress: OnProgress;
  #main: Part;
  /** What changed since the large part was made, by id. */
  readonly #changed = new Map<string, Changed>();
  /** The journal's line up to which changes are known. */
  #upTo: number;
  #index: SearchIndex;

  private constructor(store: Connection, onProgress: OnProgress, { part, upTo }: StoredIndex) {
    this.#store = store;
    this.#onProgress = onProgress;
    this.#main = openPart(part);
    this.#upTo = upTo;
    this.#index = indexOf(this.#main, this.#changed);
  }

  /** Opens the stored index, or makes it where there is none that fits. */
  static async open(store: Connection, onProgress: OnProgress): Promise<PassageFinder> {
    const stored = await store.run((db) => db.get('search', 'passages'));
    const finder = fitting(stored) ? new PassageFinder(store, onProgress, stored) : await PassageFinder.#made(store, onProgress);
    await finder.refresh();
    return finder;
  }

  static async #made(store: Connection, onProgress: OnProgress): Promise<PassageFinder> {
    return new PassageFinder(store, onProgress, await makeIndex(store, onProgress));
  }

  /** Takes in what changed since it last looked. Gives whether anything did. */
  async refresh(): Promise<boolean> {
    const { witness, saved } = await readKeeping(this.#store);
    if (witness.sequence === this.#upTo && saved === this.#index.documents) return false;
    for (const row of await changedSince(this.#store, this.#upTo)) this.#changed.set(row.id, changeOf(row));
    this.#upTo = witness.sequence;
    this.#index = indexOf(this.#main, this.#changed);
    // A repair, or forgetting what was just put in the trash, changes rows without leaving a line in the journal.
    if (saved !== this.#index.documents) this.#replace(await makeIndex(this.#store, this.#onProgress));
    else if (this.#index.changes > MOST_CHANGES) await this.#merge();
    return true;
  }

  /** How many passages there are, as of the last refresh; the trash left out. */
  get passages(): number {
    return this.#index.documents;
  }

  /** Finds by the index as of the last refresh. */
  find(search: Search): Found {
    return this.#index.find(search);
  }

  async #merge(): Promise<void> {
    const merged = { part: this.#index.merged(), upTo: this.#upTo };
    await keep(this.#store, merged);
    this.#replace(merged);
  }

  #replace({ part, upTo }: StoredIndex): void {
    this.#main = openPart(part);
    this.#upTo = upTo;
    this.#changed.clear();
    this.#index = indexOf(this.#main, this.#changed);
  }
}

/** Whether a stored index can be opened: it may be of another version, or damaged. */
function fitting(stored: StoredIndex | undefined): stored is StoredIndex {
  if (stored === undefined) return false;
  try {
    openPart(stored.part);
    return true;
  } catch {
    return false;
  }
}

async function makeIndex(store: Connection, onProgress: OnProgress): Promise<StoredIndex> {
  // Read first: what changes while the passages are read is taken in by the next refresh.
  const { witness, saved } = await readKeeping(store);
  const documents: SearchDocument[] = [];
  let after: string | null = null;
  for (let more = true; more; ) {
    const batch: Awaited<ReturnType<typeof passagesAfter>> = await passagesAfter(store, after, BATCH);
    for (const highlight of batch.highlights) if (highlight.deleted === null) documents.push(documentOf(highlight));
    after = batch.highlights.at(-1)?.id ?? after;
    more = batch.more;
    onProgress(documents.length, saved);
  }
  const made = { part: buildPart(documents), upTo: witness.sequence };
  await keep(store, made);
  return made;
}

/** The passages that lines of the journal after this one tell of, as they are now; those that are forgotten are left out. */
function changedSince(store: Connection, line: number): Promise<readonly Highlight[]> {
  return store.run(async (db) => {
    const tx = db.transaction(['journal', 'highlights']);
    const lines = await tx.objectStore('journal').getAll(IDBKeyRange.lowerBound(line, true));
    const ids = [...new Set(lines.map(({ highlight }) => highlight))];
    const rows = await Promise.all(ids.map((id) => tx.objectStore('highlights').get(id)));
    return rows.flatMap((row) => row ?? []);
  });
}

function changeOf(highlight: Highlight): Changed {
  const document = documentOf(highlight);
  return { created: document.created, document: highlight.deleted === null ? document : null };
}

function indexOf(main: Part, changed: ReadonlyMap<string, Changed>): SearchIndex {
  const documents = [...changed.values()].flatMap(({ document }) => document ?? []);
  const outdated = Array.from(changed, ([id, { created }]) => ({ id, created }));
  return new SearchIndex(main, openPart(buildPart(documents)), outdated);
}

/** Durability is relaxed: it can be made again. */
async function keep(store: Connection, index: StoredIndex): Promise<void> {
  await store.run(async (db) => {
    const tx = db.transaction('search', 'readwrite', { durability: 'relaxed' });
    await tx.store.put(index, 'passages');
    await tx.done;
  });
}
