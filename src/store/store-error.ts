/** Why the database could not do what was asked: a closed list. */
export type StoreErrorCode =
  /** IndexedDB is switched off, the profile's storage is broken, or an older Dateline that is still open holds the database. */
  | 'unavailable'
  /** The browser has the database and cannot read it: its files are damaged, or the disk fails or is full just then. */
  | 'unreadable'
  /** The disk or the browser's quota is full. */
  | 'full'
  /** A newer Dateline made this database; it was left untouched. */
  | 'newer';

/** A failure of the store; the browser's own error is its `cause`. */
export class StoreError extends Error {
  override readonly name = 'StoreError';
  constructor(
    readonly code: StoreErrorCode,
    options?: ErrorOptions,
  ) {
    super(`store ${code}`, options);
  }
}

const CODES: Readonly<Record<string, StoreErrorCode>> = {
  QuotaExceededError: 'full',
  VersionError: 'newer',
  UnknownError: 'unreadable',
  NotReadableError: 'unreadable',
};

/** Reads a browser's error as one of ours (names from the IndexedDB 3.0 specification, section 'exceptions'). */
export function asStoreError(error: unknown): StoreError {
  if (error instanceof StoreError) return error;
  const name = error instanceof DOMException || error instanceof Error ? error.name : '';
  return new StoreError(CODES[name] ?? 'unavailable', { cause: error });
}
