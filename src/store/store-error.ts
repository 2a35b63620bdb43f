/** Why the database could not do what was asked: a closed list. */
export type StoreErrorCode =
  /** IndexedDB is switched off, or the profile's storage is broken. */
  | 'unavailable'
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

/** Reads a browser's error as one of ours (names from the IndexedDB 3.0 specification, section 'exceptions'). */
export function asStoreError(error: unknown): StoreError {
  if (error instanceof StoreError) return error;
  const name = error instanceof DOMException || error instanceof Error ? error.name : '';
  const code = name === 'QuotaExceededError' ? 'full' : name === 'VersionError' ? 'newer' : 'unavailable';
  return new StoreError(code, { cause: error });
}
