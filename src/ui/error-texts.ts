/** Every failure in words: a closed list, so that none reaches a reader as a code. */
import type { ErrorCode } from '../messages/errors.ts';
import type { MessageKey } from './words.ts';

/** The message for each error code. */
export const ERROR_TEXTS: Readonly<Record<ErrorCode, MessageKey>> = {
  'bad-message': 'errorBadMessage',
  'not-allowed': 'errorNotAllowed',
  'not-found': 'errorNotFound',
  'page-refused': 'errorPageRefused',
  'store-unavailable': 'errorStoreUnavailable',
  'disk-full': 'errorDiskFull',
  'too-many': 'errorTooMany',
  'pack-unreadable': 'errorPackUnreadable',
  'extension-gone': 'errorExtensionGone',
  unexpected: 'errorUnexpected',
};
