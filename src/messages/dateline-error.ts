/**
 * Every failure that crosses between surfaces: a closed list, so that each has its sentence in every interface language.
 * Free of parsers, because the script in news pages, which counts its bytes, throws and catches these too.
 */

/** What went wrong, as data. */
export const ERROR_CODES = [
  /** The message is not one we know, or does not parse. */
  'bad-message',
  /** The sender may not ask this (a page asking for what only our own pages may see). */
  'not-allowed',
  /** The tab, session or record is not there (any more). */
  'not-found',
  /** The browser will not let an extension run on this page. */
  'page-refused',
  /** The database could not be opened or written; cards still work from the packaged data. */
  'store-unavailable',
  /** The disk or the browser's quota is full. */
  'disk-full',
  /** More changes in a second than a reader makes: a page, or something in it, is at work. */
  'too-many',
  /** The packaged pack could not be read. */
  'pack-unreadable',
  /** The extension was updated or removed while this page was open. */
  'extension-gone',
  /** Something we did not foresee: a bug. */
  'unexpected',
] as const;

/** One of {@link ERROR_CODES}. */
export type ErrorCode = (typeof ERROR_CODES)[number];

/** A failure that travels by `throw` on one side and as `Failure` between sides. */
export class DatelineError extends Error {
  override readonly name = 'DatelineError';
  constructor(
    readonly code: ErrorCode,
    detail?: string,
    options?: ErrorOptions,
  ) {
    super(detail ?? code, options);
  }
}

/** The code of a failure; anything that is none of ours, such as an answer that never came, is `unexpected`. */
export function codeOf(error: unknown): ErrorCode {
  return isDatelineError(error) ? error.code : 'unexpected';
}

/** Whether it is one of ours. Not by its class: the scripts of one page are bundles of their own, and each has a class of this name. */
export function isDatelineError(error: unknown): error is DatelineError {
  return error instanceof Error && error.name === 'DatelineError';
}
