/**
 * What the history page reads: the saved passages by their index, straight from the database. Nothing is written here but the index; what
 * the reader saved is changed by the background alone (docs/DECISIONS/history-reads-itself.md).
 */
import { nameOf } from '../../../src/facts/brief.ts';
import type { Kind, TextLanguage } from '../../../src/facts/entity.ts';
import type { Highlight } from '../../../src/highlights/highlight.ts';
import { type Field, foldedValue } from '../../../src/highlights/search/document.ts';
import { hasPhrases } from '../../../src/highlights/search/matches.ts';
import type { Condition } from '../../../src/highlights/search/query.ts';
import type { Found, Order, Row } from '../../../src/highlights/search/search.ts';
import type { Connection } from '../../../src/store/connection.ts';
import { ownPacks } from '../../../src/store/own-packs.ts';
import { type OnProgress, PassageFinder } from '../../../src/store/passage-finder.ts';
import { type Amiss, passagesById, passagesNotAsSaved, recentTags } from '../../../src/store/saved-passages.ts';
import { conditionsOf, type Wanted } from './wanted.ts';

/** How passages are put together. */
export type Grouping = 'day' | 'article' | 'entity';

/** What is asked of the library. */
export interface Request {
  readonly wanted: Wanted;
  readonly order: Order;
  readonly grouping: Grouping;
}

/** One passage of a result. */
export interface Line {
  readonly highlight: Highlight;
  /** What its group has in common: an article's address or an entity's id. */
  readonly group?: string | undefined;
  /** Not found on its page when that was last read. */
  readonly isLost: boolean;
  /** The words that stood in its place when its page was last read, where they were others. */
  readonly now?: string | undefined;
  /** What it was found by, to be marked in place. */
  readonly conditions: readonly Condition[];
}

/** A value that passages can be filtered by, and how many of those found have it. */
export interface Tally {
  readonly value: string;
  readonly count: number;
  /** An entity's as the reader's language has it; a tag's as it was last written. */
  readonly name?: string | undefined;
  readonly kind?: Kind | undefined;
}

/** How many passages each filter would leave. */
export interface Tallies {
  readonly week: number;
  readonly month: number;
  readonly all: number;
  readonly lost: number;
  readonly hasNote: number;
  readonly entity: readonly Tally[];
  readonly site: readonly Tally[];
  readonly tag: readonly Tally[];
  readonly colour: readonly Tally[];
}

/** What was found. */
export interface Result {
  /** Lines: a passage stands in several groups where it is about several entities. */
  readonly total: number;
  readonly passageCount: number;
  /** Not so where a phrase's words stand in more passages than were looked through. */
  readonly isExact: boolean;
  /** A stretch of the lines; passages that went meanwhile are left out. */
  lines(from: number, count: number): Promise<readonly Line[]>;
  /** Ids of all of it, without repeats. */
  ids(): Promise<readonly string[]>;
  /** Passages by their ids as they are saved now; those that went are left out. */
  passages(ids: readonly string[]): Promise<readonly Highlight[]>;
}

/** Values shown of each filter. */
const MOST_VALUES = 12;
/** Passages looked through for a phrase. */
const MOST_FOR_PHRASES = 3000;
/** Tags looked up to show them as they were written. */
const TAGS_AS_WRITTEN = 500;
const GROUP_FIELDS: Readonly<Record<Exclude<Grouping, 'day'>, Field>> = { article: 'article', entity: 'entity' };

/** See the head of this file. Its methods throw StoreError where the database cannot be read. */
export class Library {
  readonly #store: Connection;
  readonly #finder: PassageFinder;
  #amiss: ReadonlyMap<string, Amiss>;
  /** Ids of what was not found on its page: made when that is read, and not for each of a key's ten questions. */
  #lost: ReadonlySet<string>;
  /** Tags as last written, by their folded form; looked up when first needed. */
  #tags: Promise<ReadonlyMap<string, string>> | undefined;

  private constructor(store: Connection, finder: PassageFinder, amiss: ReadonlyMap<string, Amiss>) {
    this.#store = store;
    this.#finder = finder;
    this.#amiss = amiss;
    this.#lost = lostAmong(amiss);
  }

  /** Opens the library; `onProgress` hears where an index has to be made first. */
  static async open(store: Connection, onProgress: OnProgress): Promise<Library> {
    const [finder, amiss] = await Promise.all([PassageFinder.open(store, onProgress), passagesNotAsSaved(store)]);
    return new Library(store, finder, amiss);
  }

  /** Takes in what changed since it last looked. Gives whether anything did. */
  async refresh(): Promise<boolean> {
    const isNews = await this.#finder.refresh();
    const before = this.#amiss;
    this.#amiss = await passagesNotAsSaved(this.#store);
    this.#lost = lostAmong(this.#amiss);
    this.#tags = undefined;
    const isOther = ([id, { now }]: [string, Amiss]): boolean => !before.has(id) || before.get(id)?.now !== now;
    return isNews || this.#amiss.size !== before.size || [...this.#amiss].some(isOther);
  }

  /** Finds passages. */
  async find({ wanted, order, grouping }: Request): Promise<Result> {
    const conditions = conditionsOf(wanted, Date.now(), this.#lost);
    const found = this.#finder.find({ conditions, order, ...(grouping !== 'day' && { group: GROUP_FIELDS[grouping] }) });
    const isPhrase = conditions.some(({ kind }) => kind === 'phrase');
    const rows = isPhrase ? await this.#withPhrases(found, conditions) : undefined;
    const stretch = (from: number, count: number): readonly Row[] =>
      rows === undefined ? found.rows(from, count) : rows.slice(from, from + count);
    const total = rows?.length ?? found.total;
    const ids = (): readonly string[] => [...new Set(stretch(0, total).map(({ id }) => id))];
    return {
      total,
      passageCount: this.#passageCount(total, grouping, ids, conditions),
      isExact: rows === undefined || found.total <= MOST_FOR_PHRASES,
      lines: (from, count) => this.#lines(stretch(from, count), conditions),
      ids: () => Promise.resolve(ids()),
      passages: async (some) => (await passagesById(this.#store, some)).flatMap((highlight) => highlight ?? []),
    };
  }

  /** How many passages each filter would leave of what is wanted. Rejects with the signal's reason once nobody wants to know. */
  async tallies(wanted: Wanted, lang: TextLanguage, signal: AbortSignal): Promise<Tallies> {
    const inATurn = <T>(work: () => T): Promise<T> => turn(signal).then(work);
    const found = (change: Partial<Wanted>): Found =>
      this.#finder.find({ conditions: conditionsOf({ ...wanted, ...change }, Date.now(), this.#lost), order: 'saved' });
    const counts = (field: Field, without: Partial<Wanted>): readonly Tally[] => found(without).counts(field, MOST_VALUES);
    const total = (change: Partial<Wanted>): number => found(change).total;
    return {
      week: await inATurn(() => total({ saved: 'week' })),
      month: await inATurn(() => total({ saved: 'month' })),
      all: await inATurn(() => total({ saved: 'all' })),
      lost: await inATurn(() => total({ lost: true })),
      hasNote: await inATurn(() => total({ hasNote: true })),
      entity: await this.#named(await inATurn(() => counts('entity', { entity: undefined })), lang),
      site: await inATurn(() => counts('site', { site: undefined })),
      tag: await this.#asWritten(await inATurn(() => counts('tag', { tag: undefined }))),
      colour: await inATurn(() => counts('colour', { colour: undefined })),
    };
  }

  /** Whether anything is saved at all. */
  get isEmpty(): boolean {
    return this.#finder.passages === 0;
  }

  async #lines(rows: readonly Row[], conditions: readonly Condition[]): Promise<readonly Line[]> {
    const highlights = await passagesById(
      this.#store,
      rows.map(({ id }) => id),
    );
    return rows.flatMap(({ id, group }, at) => {
      const highlight = highlights[at];
      return highlight === undefined ? [] : [{ highlight, group, ...standing(this.#amiss.get(id)), conditions }];
    });
  }

  async #withPhrases(found: Found, conditions: readonly Condition[]): Promise<readonly Row[]> {
    const candidates = found.rows(0, MOST_FOR_PHRASES);
    const highlights = await passagesById(
      this.#store,
      candidates.map(({ id }) => id),
    );
    return candidates.filter((_row, at) => {
      const highlight = highlights[at];
      return highlight !== undefined && hasPhrases(textsOf(highlight), conditions);
    });
  }

  #passageCount(total: number, grouping: Grouping, ids: () => readonly string[], conditions: readonly Condition[]): number {
    if (grouping === 'day') return total;
    const isPhrase = conditions.some(({ kind }) => kind === 'phrase');
    return isPhrase ? ids().length : this.#finder.find({ conditions, order: 'saved' }).total;
  }

  async #asWritten(tallies: readonly Tally[]): Promise<readonly Tally[]> {
    if (tallies.length === 0) return tallies;
    this.#tags ??= recentTags(this.#store, TAGS_AS_WRITTEN).then(
      (tags) => new Map(tags.toReversed().map((tag) => [foldedValue(tag), tag])),
    );
    const written = await this.#tags;
    return tallies.map((tally) => ({ ...tally, name: written.get(tally.value) }));
  }

  async #named(tallies: readonly Tally[], lang: TextLanguage): Promise<readonly Tally[]> {
    const entities = await this.#store.run((db) => Promise.all(tallies.map(({ value }) => db.get('entities', value))));
    const own = entities.includes(undefined) ? (await ownPacks(this.#store)).flatMap((pack) => pack.entities) : [];
    return tallies.map((tally, at) => {
      const entity = entities[at] ?? own.find(({ id }) => id === tally.value);
      return entity === undefined ? tally : { ...tally, name: nameOf(entity, lang).text, kind: entity.kind };
    });
  }
}

/** Waits for a turn of its own, so that a key pressed meanwhile need not wait for all that is counted. */
async function turn(signal: AbortSignal): Promise<void> {
  await new Promise((resolve) => setTimeout(resolve));
  signal.throwIfAborted();
}

function lostAmong(amiss: ReadonlyMap<string, Amiss>): ReadonlySet<string> {
  return new Set([...amiss].flatMap(([id, { now }]) => (now === undefined ? [id] : [])));
}

/** What a line says of how its passage stands on its page. */
export function standing(amiss: Amiss | undefined): Pick<Line, 'isLost' | 'now'> {
  return { isLost: amiss !== undefined && amiss.now === undefined, now: amiss?.now };
}

/** The texts of a passage that a query looks in. */
function textsOf({ anchor, note, tags, article }: Highlight): readonly string[] {
  return [anchor.quote.exact, note, ...tags, article.title];
}
