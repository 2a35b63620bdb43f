/** What the background does for the history page, which reads the database itself and has changes made here. */
import { DatelineError } from '../../src/messages/errors.ts';
import type { Handlers } from '../../src/messages/envelope.ts';
import type { FROM_OWN_PAGES } from '../../src/messages/from-own-pages.ts';
import { passageById } from '../../src/store/saved-passages.ts';
import { keepPassageToShow, openArticle, takePassageToShow, turnToTab } from '../platform/article-tabs.ts';
import { askTab } from '../platform/asking-tabs.ts';
import { reportBug } from '../platform/listening.ts';
import { allTabSummaries } from '../platform/tab-summaries.ts';
import { addressToOpen, isSameArticle } from './article.ts';
import type { Services } from './services.ts';
import { throwAsDatelineError } from './failures.ts';
import { repaint } from './passages-in-tabs.ts';

/** The handlers of the history page's own messages. */
export function handlersForHistory(
  services: Services,
): Pick<Handlers<typeof FROM_OWN_PAGES, undefined>, 'change-highlights' | 'open-highlight'> {
  const { store, keeper } = services;
  return {
    'change-highlights': async ({ changes }) => {
      const at = new Date().toISOString();
      const requests = changes.map(({ entry, id, edit }) => ({ entry, highlight: id, change: edit, at }));
      const changed = await keeper.changeAll(requests).catch(throwAsDatelineError);
      if (changed.length > 0) repaint(services, changed).catch(reportBug);
      return { changed: changed.length };
    },

    'open-highlight': async ({ id }) => {
      const highlight = await passageById(store, id).catch(throwAsDatelineError);
      if (highlight === undefined) throw new DatelineError('not-found');
      const open = (await allTabSummaries()).find(({ article }) => isSameArticle(highlight.article, article));
      if (open !== undefined && (await shown(open.tab, id))) return {};
      const tab = await openArticle(addressToOpen(highlight.article));
      if (tab !== undefined) await keepPassageToShow(tab, id);
      return {};
    },
  };
}

/** Shows the passage a tab was opened for, once its article was read. */
export async function showPassageAskedFor(tab: number): Promise<void> {
  const passage = await takePassageToShow(tab);
  if (passage !== undefined) await askTab(tab, 'show-highlight', { id: passage });
}

/** Turns to a tab and scrolls to the passage; `false` where that tab is gone, or the passage not in it any more. */
async function shown(tab: number, id: string): Promise<boolean> {
  try {
    await askTab(tab, 'ping', {});
    await turnToTab(tab);
    await askTab(tab, 'show-highlight', { id });
    return true;
  } catch (error) {
    if (error instanceof DatelineError && error.code === 'not-found') return false;
    throw error;
  }
}
