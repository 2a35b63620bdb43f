/** The database: its one name, its one version number, and the ladder of steps that made it what it is. */
import type { DBSchema, IDBPDatabase, IDBPTransaction, StoreNames } from 'idb';
import type { CompiledPack } from '../facts/compiled-pack.ts';
import type { OwnLexicon } from '../facts/recognise/own-lexicon.ts';
import type { ShippedEntity } from '../facts/shipped.ts';
import type { ShippedMap } from '../facts/shipped-map.ts';
import type { Highlight, SavedArticle } from '../highlights/highlight.ts';
import type { JournalEntry } from '../highlights/journal.ts';
import type { Witness } from './second-copy/witness.ts';

/** Name of the database, in the extension's own origin. */
export const DATABASE = 'dateline';

/** What the last complete load of a pack left behind; written last, in the load's own transaction. */
export interface LoadedPack {
  /** Content hash of the packaged pack. */
  readonly version: string;
  /** How many entities that pack has; another count means a purge or damage. */
  readonly entities: number;
}

/** A place's locator map and which place it is of. */
export interface StoredMap extends ShippedMap {
  readonly id: string;
}

/** The reader's own word on when an article was written. */
export interface CorrectedDate {
  /** Canonical address of the article. */
  readonly article: string;
  /** `YYYY-MM-DD`, no zone. */
  readonly day: string;
  /** Milliseconds since the epoch at which the reader said so. */
  readonly at: number;
}

/** The backup file the reader was last given. */
interface LastBackup {
  /** ISO instant. */
  readonly at: string;
  /** The journal's last line then. */
  readonly sequence: number;
}

/** What was found damaged at a start, until the reader has seen it. */
interface Damage {
  /** ISO instant. */
  readonly at: string;
  /** Passages brought back from the second copy. */
  readonly repaired: number;
  /** Passages that are in neither copy. */
  readonly lost: number;
}

/** How the reader's saved passages are kept. */
export interface Keeping {
  readonly witness: Witness;
  readonly backup: LastBackup | null;
  readonly damage: Damage | null;
  /** What there was before the damage that is being repaired; `null` but for that time, so that a repair cut short is taken up again. */
  readonly mending: Witness | null;
}

/** A part of the search index, and the line of the journal up to which it knows the passages. */
export interface StoredIndex {
  readonly part: ArrayBuffer;
  readonly upTo: number;
}

/** One article that was read, by its canonical address. */
export interface ReadArticle {
  readonly address: string;
  readonly article: SavedArticle;
  /** Days on which it was read, `YYYY-MM-DD` in the reader's calendar, the first first. */
  readonly days: readonly string[];
  /** When it was last read, an ISO instant. */
  readonly read: string;
  /** Entities met, in order of their first mention. */
  readonly entities: readonly { readonly id: string; readonly mentions: number }[];
}

/** A passage that did not stand on its page as it was saved, and when that was noticed (ISO instant). */
export interface NotAsSaved {
  readonly id: string;
  readonly at: string;
  /** The words that stood in its place; absent where it was not found at all. */
  readonly now?: string | undefined;
}

/** A pack the reader loaded, compiled by the page that loaded it. */
export interface OwnPack extends CompiledPack {
  readonly lexicon: OwnLexicon;
  /** As its `about` says. */
  readonly id: string;
  /** When it was loaded, an ISO instant. */
  readonly loaded: string;
}

/** Object stores and what is in them. */
export interface DatelineSchema extends DBSchema {
  /** The pack's entities, by id. An index of the packaged pack: rebuilt whenever it is not whole. */
  entities: { key: string; value: ShippedEntity };
  /** The recogniser's tables, by name: the form trie as a buffer, the rest as data. Part of the same index. */
  lexicon: { key: string; value: unknown };
  /** Locator maps by place id. Part of the same index. */
  maps: { key: string; value: StoredMap };
  /** `loaded`: which pack the three stores above hold. */
  pack: { key: 'loaded'; value: LoadedPack };
  /** Corrected article days, by canonical address. The reader's own: never rebuilt, never dropped. */
  'corrected-dates': { key: string; value: CorrectedDate };
  /** What the reader saved, the trash included. Only what is in the trash has a key in `by-deleted`: `null` is none. */
  highlights: {
    key: string;
    value: Highlight;
    indexes: { 'by-address': string; 'by-alias': string; 'by-created': string; 'by-deleted': string };
  };
  /** Every change to the store above, written with it. `by-entry` is unique: a change sent twice is one change. */
  journal: { key: number; value: JournalEntry; indexes: { 'by-entry': string; 'by-highlight': string } };
  /** What is known about those two as a whole; written in the transactions that change them. */
  keeping: { key: 'state'; value: Keeping };
  /** The index passages are found by: can be made again from the passages. */
  search: { key: 'passages'; value: StoredIndex };
  /** Articles read, while the reader wants that remembered. */
  articles: { key: string; value: ReadArticle; indexes: { 'by-read': string } };
  /** Passages that were not found on their page when it was last read, or in other words. */
  lost: { key: string; value: NotAsSaved };
  /** Packs of the reader's own, each whole in one row. Never rebuilt: their files are the reader's. */
  'own-packs': { key: string; value: OwnPack };
}

/** An open connection. */
export type Database = IDBPDatabase<DatelineSchema>;
type Upgrade = IDBPTransaction<DatelineSchema, StoreNames<DatelineSchema>[], 'versionchange'>;

/**
 * Step n takes a database of version n to n + 1. Steps are only ever appended: a reader may come from any old version.
 */
const LADDER: readonly ((db: Database, upgrade: Upgrade) => void)[] = [
  (db) => {
    db.createObjectStore('entities', { keyPath: 'id' });
    db.createObjectStore('lexicon');
    db.createObjectStore('pack');
  },
  (db) => {
    db.createObjectStore('maps', { keyPath: 'id' });
    db.createObjectStore('corrected-dates', { keyPath: 'article' });
  },
  (db) => {
    const highlights = db.createObjectStore('highlights', { keyPath: 'id' });
    highlights.createIndex('by-address', 'article.address');
    highlights.createIndex('by-alias', 'article.aliases', { multiEntry: true });
    highlights.createIndex('by-created', 'created');
    highlights.createIndex('by-deleted', 'deleted');
    const journal = db.createObjectStore('journal', { keyPath: 'sequence' });
    journal.createIndex('by-entry', 'id', { unique: true });
    journal.createIndex('by-highlight', 'highlight');
    db.createObjectStore('keeping');
  },
  (db) => {
    db.createObjectStore('search');
    db.createObjectStore('articles', { keyPath: 'address' }).createIndex('by-read', 'read');
    db.createObjectStore('lost', { keyPath: 'id' });
  },
  (db) => {
    db.createObjectStore('own-packs', { keyPath: 'id' });
  },
];

/** The version the ladder ends at. */
export const DATABASE_VERSION = LADDER.length;

/**
 * Climbs from `oldVersion` (0 for a new database) to `target`, inside the browser's own upgrade transaction, so that
 * a cut-short upgrade leaves the old database. `target` below {@link DATABASE_VERSION} is for replaying history in tests.
 */
export function climb(db: Database, oldVersion: number, target: number, upgrade: Upgrade): void {
  for (const step of LADDER.slice(oldVersion, target)) step(db, upgrade);
}
