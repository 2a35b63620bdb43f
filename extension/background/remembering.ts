/** Remembering which articles were read, while the reader wants that. Private windows never get here: Dateline is not let into them. */
import { noteReading } from '../../src/store/read-articles.ts';
import { browser } from '../platform/browser.ts';
import { localDay } from '../platform/local-day.ts';
import type { Settings } from '../platform/settings.ts';
import type { Services } from './services.ts';
import { ignoreStoreError } from './failures.ts';
import type { Reading } from './reading.ts';

/** What was last noted of each reading: a page that goes on changing is not written down at every change. */
const noted = new WeakMap<Reading, string>();

/** Notes an article that was read to its end. Our own pages, files, and pages that hold neither a date nor a name are none. */
export async function remember({ store }: Services, { remembers }: Settings, reading: Reading): Promise<void> {
  const { article, found: entities, page } = reading;
  const isArticle = article.date !== undefined || entities.length > 0;
  if (!remembers || !isArticle || !page.startsWith('http') || page.startsWith(browser.runtime.getURL(''))) return;
  const now = Date.now();
  const day = localDay(now);
  const note = JSON.stringify([day, article, entities]);
  if (noted.get(reading) === note) return;
  noted.set(reading, note);
  await noteReading(store, { article, entities, day, at: new Date(now).toISOString() }).catch(ignoreStoreError);
}
