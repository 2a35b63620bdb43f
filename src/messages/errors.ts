/** How a failure travels between surfaces. */
import * as v from 'valibot';
import { ERROR_CODES } from './dateline-error.ts';

export { DatelineError, ERROR_CODES, type ErrorCode } from './dateline-error.ts';

/** Parser of a failure reply. `detail` is for a bug report and is never shown alone. */
export const Failure = v.strictObject({
  ok: v.literal(false),
  code: v.picklist(ERROR_CODES),
  detail: v.optional(v.string()),
});
