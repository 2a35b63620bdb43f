/** One connection to the database, opened on first use and opened again after the browser closed it under us. */
import { type DBSchema, type IDBPDatabase, openDB, type OpenDBCallbacks } from 'idb';
import { climb, DATABASE, DATABASE_VERSION, type DatelineSchema } from './schema.ts';
import { asStoreError } from './store-error.ts';

/** Runs database work; see {@link connection}. */
export interface Connection<Schema extends DBSchema = DatelineSchema> {
  /**
   * Runs `work` on the open database. Where the connection turns out to be dead (after a full disk, a purge), opens a new one and runs it
   * once more: so `work` must be safe to repeat.
   * @throws StoreError
   */
  run<T>(work: (db: IDBPDatabase<Schema>) => Promise<T>): Promise<T>;
  /** Closes the connection; the next `run` opens it again. */
  close(): Promise<void>;
  /** How often it was closed under us so far: what is in the database may be something else each time. */
  readonly losses: number;
}

/** A connection to the database of this name; nothing is opened before the first `run`. */
export function connection(name: string = DATABASE): Connection {
  return connectionTo<DatelineSchema>(name, DATABASE_VERSION, (db, oldVersion, newVersion, transaction) => {
    climb(db, oldVersion, newVersion ?? DATABASE_VERSION, transaction);
  });
}

/** A connection to a database of any schema; `upgrade` makes it what this version needs, in the browser's own transaction. */
export function connectionTo<Schema extends DBSchema>(
  name: string,
  version: number,
  upgrade: NonNullable<OpenDBCallbacks<Schema>['upgrade']>,
): Connection<Schema> {
  let opening: Promise<IDBPDatabase<Schema>> | undefined;

  let losses = 0;

  const forget = () => {
    opening = undefined;
  };
  const lose = () => {
    losses++;
    forget();
  };
  const open = () => {
    opening ??= openDB<Schema>(name, version, {
      upgrade,
      // Another context of ours wants to upgrade or delete: let it, and open again when next needed.
      blocking: (_current, _next, event) => {
        lose();
        (event.target as IDBDatabase).close();
      },
      terminated: lose,
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
          lose();
          return await work(await open());
        }
      } catch (error) {
        throw asStoreError(error);
      }
    },
    get losses() {
      return losses;
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
