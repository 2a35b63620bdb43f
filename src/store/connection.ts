/** One connection to the database, opened on first use and opened again after the browser closed it under us. */
import { openDB } from 'idb';
import { climb, DATABASE, DATABASE_VERSION, type Database, type DatelineSchema } from './schema.ts';
import { asStoreError } from './store-error.ts';

/** Runs database work; see {@link connection}. */
export interface Connection {
  /**
   * Runs `work` on the open database. Where the connection turns out to be dead (after a full disk, a purge), opens a new one and runs it
   * once more: so `work` must be safe to repeat.
   * @throws StoreError
   */
  run<T>(work: (db: Database) => Promise<T>): Promise<T>;
  /** Closes the connection; the next `run` opens it again. */
  close(): Promise<void>;
}

/** A connection to the database of this name; nothing is opened before the first `run`. */
export function connection(name: string = DATABASE): Connection {
  let opening: Promise<Database> | undefined;

  const forget = () => {
    opening = undefined;
  };
  const open = () => {
    opening ??= openDB<DatelineSchema>(name, DATABASE_VERSION, {
      upgrade: (db, oldVersion, newVersion, transaction) => {
        climb(db, oldVersion, newVersion ?? DATABASE_VERSION, transaction);
      },
      // Another context of ours wants to upgrade or delete: let it, and open again when next needed.
      blocking: (_current, _next, event) => {
        forget();
        (event.target as IDBDatabase).close();
      },
      terminated: forget,
    }).catch((error: unknown) => {
      forget();
      throw error;
    });
    return opening;
  };

  return {
    async run(work) {
      try {
        const db = await open();
        try {
          return await work(db);
        } catch (error) {
          if (!isDeadConnection(error)) throw error;
          forget();
          return await work(await open());
        }
      } catch (error) {
        throw asStoreError(error);
      }
    },
    async close() {
      const closing = opening;
      forget();
      (await closing?.catch(() => undefined))?.close();
    },
  };
}

/** After one failed commit browsers may close the connection; every later transaction then throws InvalidStateError (promises R6). */
function isDeadConnection(error: unknown): boolean {
  return error instanceof DOMException && error.name === 'InvalidStateError';
}
