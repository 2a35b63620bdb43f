/** Every failure that crosses between surfaces: a closed list, so that each has its sentence in every interface language. */
import * as v from 'valibot';

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
  /** The packaged pack could not be read. */
  'pack-unreadable',
  /** The extension was updated or removed while this page was open. */
  'extension-gone',
  /** Something we did not foresee: a bug. */
  'unexpected',
] as const;

/** One of {@link ERROR_CODES}. */
export type ErrorCode = (typeof ERROR_CODES)[number];

/** Parser of a failure reply. `detail` is for a bug report and is never shown alone. */
export const Failure = v.strictObject({
  ok: v.literal(false),
  code: v.picklist(ERROR_CODES),
  detail: v.optional(v.string()),
});

/** A failure that travels by `throw` on one side and as {@link Failure} between sides. */
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
