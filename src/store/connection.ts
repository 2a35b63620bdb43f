/** One connection to the database, opened on first use and opened again after the browser closed it under us. */
import { type DBSchema, type IDBPDatabase, type OpenDBCallbacks, wrap } from 'idb';
import { databases, moveOut } from './home.ts';
import { climb, DATABASE, DATABASE_VERSION, type DatelineSchema } from './schema.ts';
import { asStoreError, StoreError } from './store-error.ts';

/**
 * How long the database may take to open before that is said, in milliseconds. Something of an older Dateline may hold it and never let go,
 * and a browser tells that only to the first who waits (promises R11).
 */
const PATIENCE_MS = 2500;

/** Runs database work; see {@link connection}. */
export interface Connection<Schema extends DBSchema = DatelineSchema> {
  /**
   * Runs `work` on the open database. Where the connection turns out to be dead (after a full disk, a purge), opens a new one and runs it
   * once more: so `work` must be safe to repeat.
   * @throws StoreError; `unavailable` also where the database does not open in time. It is still being waited for: a later call may find it open
   */
  run<T>(work: (db: IDBPDatabase<Schema>) => Promise<T>): Promise<T>;
  /** Closes the connection; the next `run` opens it again. */
  close(): Promise<void>;
  /** Has the browser throw the whole database away; the next `run` makes a new one. @throws StoreError */
  discard(): Promise<void>;
  /** Whether any work on it was done so far. */
  readonly hasWorked: boolean;
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

  let isUpgrading = false;
  let losses = 0;
  let hasWorked = false;

  const forget = () => {
    opening = undefined;
    isUpgrading = false;
  };
  const lose = () => {
    losses++;
    forget();
  };
  // The browser's types know of no schema: it is what `upgrade` makes of the database.
  const withSchema = (db: unknown) => db as IDBPDatabase<Schema>;
  const openAnew = async (): Promise<IDBPDatabase<Schema>> => {
    const request = (await databases()).open(name, version);
    request.addEventListener('upgradeneeded', (event) => {
      isUpgrading = true;
      if (request.transaction === null) throw new Error('an upgrade without a transaction');
      const transaction = wrap(request.transaction) as unknown as Parameters<typeof upgrade>[3]; // likewise
      upgrade(withSchema(wrap(request.result)), event.oldVersion, event.newVersion, transaction, event);
    });
    const opened = withSchema(await wrap(request));
    // Another context of ours wants to upgrade or delete: let it, and open again when next needed.
    request.result.addEventListener('versionchange', () => {
      lose();
      request.result.close();
    });
    request.result.addEventListener('close', lose);
    return opened;
  };
  const open = () => {
    opening ??= openAnew().catch((error: unknown) => {
      forget();
      throw error;
    });
    return opening;
  };
  const openInTime = async () => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    const late = new Promise<never>((_resolve, reject) => {
      timer = setTimeout(() => {
        // An upgrade that has begun is held up by nobody, and may have much to do.
        if (!isUpgrading) reject(new StoreError('unavailable', { cause: new Error(`not open after ${PATIENCE_MS} ms`) }));
      }, PATIENCE_MS);
    });
    try {
      return await Promise.race([open(), late]);
    } finally {
      clearTimeout(timer);
    }
  };

  const close = async () => {
    const closing = opening;
    forget();
    (await closing?.catch(() => undefined))?.close();
  };

  return {
    async run(work) {
      try {
        const db = await openInTime();
        let done;
        try {
          done = await work(db);
        } catch (error) {
          if (!isDeadConnection(error)) throw error;
          lose();
          done = await work(await openInTime());
        }
        hasWorked = true;
        return done;
      } catch (error) {
        throw asStoreError(error);
      }
    },
    get hasWorked() {
      return hasWorked;
    },
    get losses() {
      return losses;
    },
    close,
    async discard() {
      await close();
      losses++;
      try {
        await wrap((await databases()).deleteDatabase(name)).catch(moveOut);
      } catch (error) {
        throw asStoreError(error);
      }
    },
  };
}

/** After one failed commit browsers may close the connection; every later transaction then throws InvalidStateError (promises R6). */
function isDeadConnection(error: unknown): boolean {
  return error instanceof DOMException && error.name === 'InvalidStateError';
}
