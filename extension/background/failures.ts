/** Failures of the store, in the words surfaces know. */
import { ChangeError } from '../../src/highlights/change.ts';
import { DatelineError } from '../../src/messages/errors.ts';
import { StoreError } from '../../src/store/store-error.ts';

/** Throws what the store threw as a DatelineError: `disk-full`, `store-unavailable`, `not-found` or `not-allowed`; anything else as it is. For `catch`. */
export function throwAsDatelineError(error: unknown): never {
  if (error instanceof StoreError) {
    throw new DatelineError(error.code === 'full' ? 'disk-full' : 'store-unavailable', error.message, { cause: error });
  }
  if (error instanceof ChangeError) {
    throw new DatelineError(error.code === 'no-such-highlight' ? 'not-found' : 'not-allowed', error.message, { cause: error });
  }
  throw error;
}

/** Gives `undefined` in place of an error of the store; anything else is thrown on. For `catch`, where the reader can do without. */
export function ignoreStoreError(error: unknown): undefined {
  if (!(error instanceof StoreError)) throw error;
}
