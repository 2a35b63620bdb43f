/** What the background does for a news page with what the reader saves there. A page may save and change passages of its own address, and reads none. */
import type { Change } from '../../src/highlights/change.ts';
import type { Handlers } from '../../src/messages/envelope.ts';
import { DatelineError } from '../../src/messages/errors.ts';
import type { FROM_PAGE } from '../../src/messages/from-page.ts';
import { passageById } from '../../src/store/saved-passages.ts';
import { type PageSender, reportBug } from '../platform/listening.ts';
import { injectHighlighter } from '../platform/page-scripts.ts';
import { readTabSummary } from '../platform/tab-summaries.ts';
import { addressOf, isSameArticle } from './article.ts';
import type { Services } from './services.ts';
import { throwAsDatelineError } from './failures.ts';
import { openNote } from './opening-note.ts';
import { Pace } from './pace.ts';
import { repaint } from './passages-in-tabs.ts';
import { recordOf } from './saving.ts';

type Messages = 'save-highlight' | 'edit-highlight' | 'open-note' | 'need-highlighter';

/** The handlers of a page's messages about passages. */
export function passageHandlersForPages(services: Services): Pick<Handlers<typeof FROM_PAGE, PageSender>, Messages> {
  const pace = new Pace();

  const make = async (entry: string, highlight: string, change: Change): Promise<void> => {
    const changed = await services.keeper
      .change({ entry, highlight, change, at: new Date().toISOString() })
      .catch(throwAsDatelineError);
    // The acknowledgement waits for the disk alone.
    repaint(services, [changed]).catch(reportBug);
  };

  return {
    'save-highlight': async (input, sender) => {
      pace.count(sender.tab, Date.now());
      const highlight = await recordOf(services, input, sender);
      await make(input.entry, input.id, { kind: 'save', highlight });
      return {};
    },

    'edit-highlight': async ({ entry, id, edit }, sender) => {
      pace.count(sender.tab, Date.now());
      await requireOwn(services, id, sender);
      await make(entry, id, edit);
      return {};
    },

    'open-note': async ({ id }, sender) => {
      // It may open a tab.
      pace.count(sender.tab, Date.now());
      await openNote(sender, id);
      return {};
    },

    'need-highlighter': async (_input, { tab }) => {
      await injectHighlighter(tab);
      return {};
    },
  };
}

/** @throws DatelineError `not-allowed` unless the passage is of the sender's own article and container; a page learns no more than that */
async function requireOwn(
  { store, keeper, readings }: Services,
  id: string,
  { tab, address, container }: PageSender,
): Promise<void> {
  const passage = await keeper
    .ready()
    .then(() => passageById(store, id))
    .catch(throwAsDatelineError);
  const own = addressOf(address, { alternates: [] });
  const read = readings.ofTab(tab, address)?.article ?? (await readTabSummary(tab, address))?.article;
  const isOwn =
    passage !== undefined &&
    passage.container === container &&
    (isSameArticle(passage.article, { address: own.canonical, aliases: [...own.aliases] }) ||
      (read !== undefined && isSameArticle(passage.article, read)));
  if (!isOwn) throw new DatelineError('not-allowed');
}
