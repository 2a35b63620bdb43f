/** What is done for the saved passages without being asked, at every start. */
import { passagesInTrash } from '../../src/store/saved-passages.ts';
import { onceASession } from '../platform/once-a-session.ts';
import type { Services } from './services.ts';
import { ignoreStoreError } from './failures.ts';

const DAY_MS = 86_400_000;
/** How long a deleted passage can be brought back. */
const IN_TRASH_MS = 30 * DAY_MS;

/**
 * Has both copies of everything read once a session, and forgets what was deleted 30 days ago or longer. Without the store there is
 * nothing to be done. `now` in milliseconds since the epoch.
 */
export async function keepUp({ store, keeper }: Pick<Services, 'store' | 'keeper'>, now: number): Promise<void> {
  try {
    await onceASession('audit', () => keeper.audit());
    await keeper.ready();
    const old = await passagesInTrash(store, new Date(now - IN_TRASH_MS).toISOString());
    if (old.length > 0) await keeper.forget(old.map(({ id }) => id));
  } catch (error) {
    ignoreStoreError(error);
  }
}
