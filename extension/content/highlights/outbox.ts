/**
 * Holds what the reader did until the background says that it is on disk. A message may be lost with the background it was sent to and a
 * reply with it; everything here can be sent twice (promises R3), so it is sent again until somebody answers.
 */
import type * as v from 'valibot';
import { DatelineError, type ErrorCode, isDatelineError } from '../../../src/messages/dateline-error.ts';
import type { FROM_PAGE, FromPage } from '../../../src/messages/from-page.ts';
import type { HighlightingPort } from '../ports/highlighting-port.ts';

/** Pauses before sending again, in milliseconds. With the waiting for replies, everything is decided after five seconds (promises R3). */
const PAUSES = [100, 300, 800];
/** Longest wait for a reply before another is asked for, in milliseconds: the background may have to start, and to load its pack. */
const PATIENCE = 950;
/** Failures that another attempt may not meet. */
const PASSING: readonly ErrorCode[] = ['unexpected', 'store-unavailable', 'too-many'];

type Send = HighlightingPort['send'];
type Input<Name extends FromPage> = v.InferInput<(typeof FROM_PAGE)[Name]['input']>;
/** What a page may do to a saved passage. */
export type EditInPage = Input<'edit-highlight'>['edit'];

/**
 * Saves a passage; settles when it is on disk.
 * @throws {DatelineError} when it could not be saved in time, or cannot be
 */
export async function postSave({ send }: { readonly send: Send }, save: Input<'save-highlight'>): Promise<void> {
  await post(() => send('save-highlight', save));
}

/**
 * Changes a saved passage; settles when the change is on disk.
 * @throws {DatelineError} when it could not be made in time, or cannot be
 */
export async function postEdit({ send }: { readonly send: Send }, edit: Input<'edit-highlight'>): Promise<void> {
  await post(() => send('edit-highlight', edit));
}

async function post(send: () => Promise<unknown>): Promise<void> {
  const replies: Promise<unknown>[] = [];
  for (let attempt = 0; ; attempt++) {
    try {
      const reply = send();
      replies.push(reply);
      // A reply to an earlier attempt counts as well, however late.
      await Promise.race([reply, Promise.any(replies), silence()]);
      return;
    } catch (error) {
      const pause = PAUSES[attempt];
      if (pause === undefined || !isDatelineError(error) || !PASSING.includes(error.code)) throw error;
      await new Promise((resolve) => setTimeout(resolve, pause));
    }
  }
}

function silence(): Promise<never> {
  return new Promise((_resolve, reject) => setTimeout(() => reject(new DatelineError('unexpected', 'no reply')), PATIENCE));
}
