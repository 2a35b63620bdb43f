/** The passages saved last, straight from the store: what the history shows before its index is there. */
import type { Highlight } from '../highlights/highlight.ts';
import type { Connection } from './connection.ts';
import { readKeeping } from './keeping-state.ts';
import { type Amiss, passagesNotAsSaved } from './saved-passages.ts';

/** Passages looked at at most for one that is shown: the trash may hold many that were saved last. */
const LOOKED_AT = 5;

/** See the head of this file. */
export interface Newest {
  /** The last saved first, those in the trash left out. */
  readonly highlights: readonly Highlight[];
  /** What is amiss with any of them, by id. */
  readonly amiss: ReadonlyMap<string, Amiss>;
  /** How many passages there are in all, the trash left out. */
  readonly saved: number;
}

/** At most `most` of them; fewer also where the trash holds many that were saved last. @throws StoreError */
export async function newestPassages(store: Connection, most: number): Promise<Newest> {
  const reading = store.run(async (db) => {
    const newest: Highlight[] = [];
    const byCreated = db.transaction('highlights').store.index('by-created');
    let left = most * LOOKED_AT;
    for (let cursor = await byCreated.openCursor(null, 'prev'); cursor !== null; cursor = await cursor.continue()) {
      if (cursor.value.deleted === null) newest.push(cursor.value);
      if (newest.length === most || --left === 0) break;
    }
    return newest;
  });
  const [highlights, amiss, { saved }] = await Promise.all([reading, passagesNotAsSaved(store), readKeeping(store)]);
  return { highlights, amiss, saved };
}
