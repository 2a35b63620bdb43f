/** Keeps what open pages draw, and what is known about their tabs, in step with what the reader saved. */
import type { Highlight, SavedArticle } from '../../src/highlights/highlight.ts';
import { DatelineError } from '../../src/messages/errors.ts';
import { noteFound, passagesOfArticle } from '../../src/store/saved-passages.ts';
import { askTab } from '../platform/asking-tabs.ts';
import { signalChange } from '../platform/last-change.ts';
import { readerLanguage } from '../platform/reader-language.ts';
import { allTabSummaries, writeTabSummary } from '../platform/tab-summaries.ts';
import { addressesOf, isSameArticle } from './article.ts';
import type { Services } from './services.ts';
import { ignoreStoreError } from './failures.ts';
import type { Reading } from './reading.ts';
import { summaryOf } from './summary.ts';

/** Looks up what was saved of a reading's article, where that is not known. Without the store it stays unknown. */
export async function lookUpSaved({ store, keeper }: Pick<Services, 'store' | 'keeper'>, reading: Reading): Promise<void> {
  reading.saved ??= await keeper
    .ready()
    .then(() => passagesOfArticle(store, addressesOf(reading.article)))
    .catch(ignoreStoreError);
}

/** Has a page draw what is saved of its article, where it does not know that yet. Sends at once: pages hear of changes in their order. */
export async function paintPassages(tab: number, session: string, reading: Reading): Promise<void> {
  const highlights = reading.placePassages();
  if (highlights !== undefined) await askTab(tab, 'paint-highlights', { session, highlights }).catch(unlessGone);
}

/** Notes for the history which of an article's passages are on its page, once the whole of it was read. */
export async function noteWhatWasFound({ store }: Pick<Services, 'store'>, reading: Reading): Promise<void> {
  const found = reading.newlyFound();
  if (found.length > 0) await noteFound(store, found, new Date().toISOString()).catch(ignoreStoreError);
}

/**
 * Has passages that changed drawn anew in every tab that shows their article, and tells our own pages. The page that made the change hears of
 * it, too: what it was answered meanwhile may be older.
 */
export async function repaint(services: Services, changed: readonly Highlight[]): Promise<void> {
  const isOfThese = (article: SavedArticle): boolean => changed.some((highlight) => isSameArticle(highlight.article, article));
  const readings = services.readings.all().filter(({ reading }) => isOfThese(reading.article));
  const inMemory = new Set(readings.map(({ tab }) => tab));
  // The background slept since these were read, and has their text no more.
  const forgotten = (await allTabSummaries()).filter(({ tab, article }) => !inMemory.has(tab) && isOfThese(article));
  await Promise.all([
    signalChange(),
    ...readings.map(async ({ tab, session, reading }) => {
      reading.saved = undefined;
      await lookUpSaved(services, reading);
      await Promise.all([
        paintPassages(tab, session, reading),
        services.packs.load().then((packs) => writeTabSummary(tab, summaryOf(reading, packs, readerLanguage()))),
      ]);
    }),
    ...forgotten.map(({ tab }) => askTab(tab, 'read-again', {}).catch(unlessGone)),
  ]);
}

/** The tab may have closed or gone elsewhere meanwhile. */
function unlessGone(error: unknown): void {
  if (!(error instanceof DatelineError && error.code === 'not-found')) throw error;
}
