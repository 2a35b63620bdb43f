/** What the background does for our own pages with what the reader saved. */
import * as v from 'valibot';
import { SavedArticle } from '../../src/highlights/highlight.ts';
import type { Handlers } from '../../src/messages/envelope.ts';
import type { FROM_OWN_PAGES } from '../../src/messages/from-own-pages.ts';
import { noteBackup, noteKeeping, readKeeping } from '../../src/store/keeping-state.ts';
import { passagesAfter, passagesInTrash, passagesOfArticle, recentTags, versionsOfNote } from '../../src/store/saved-passages.ts';
import { askTab } from '../platform/asking-tabs.ts';
import { browser } from '../platform/browser.ts';
import { reportBug } from '../platform/listening.ts';
import { signalChange } from '../platform/last-change.ts';
import { takeNoteToOpen } from '../platform/note-to-open.ts';
import { readTabSummary } from '../platform/tab-summaries.ts';
import { addressesOf } from './article.ts';
import type { Services } from './services.ts';
import { throwAsDatelineError } from './failures.ts';
import { repaint } from './passages-in-tabs.ts';

/** The most tags offered for completion. */
const MOST_TAGS = 100;

type Messages =
  | 'article-in-tab'
  | 'change-highlight'
  | 'note-versions'
  | 'recent-tags'
  | 'go-to-highlight'
  | 'attach-to-selection'
  | 'note-to-open'
  | 'trash'
  | 'empty-trash'
  | 'keeping-state'
  | 'damage-seen'
  | 'highlights-after'
  | 'backed-up'
  | 'merge-highlights';

/** The handlers of our own pages' messages about passages. */
export function passageHandlersForOwnPages(services: Services): Pick<Handlers<typeof FROM_OWN_PAGES, undefined>, Messages> {
  const { store, keeper } = services;
  /** Nothing is said of what is saved before it was looked after (promises R5): a list may be short for a reason. */
  const kept = async <T>(work: () => Promise<T>): Promise<T> => {
    try {
      await keeper.ready();
      return await work();
    } catch (error) {
      return throwAsDatelineError(error);
    }
  };
  return {
    'article-in-tab': async ({ tab }) => {
      const { url } = await browser.tabs.get(tab);
      const summary = await readTabSummary(tab, url ?? '');
      if (summary === undefined) return { article: null, entities: [], highlights: [] };
      const { article, entities, passages } = summary;
      const saved = await kept(() => passagesOfArticle(store, addressesOf(article)));
      const places = new Map(passages.map(({ id, ...place }, order) => [id, { place, order }]));
      const highlights = saved
        .map((highlight) => ({ highlight, ...(places.get(highlight.id) ?? { place: UNKNOWN, order: places.size }) }))
        .sort((one, other) => one.order - other.order)
        .map(({ highlight, place }) => ({ highlight, ...place }));
      return { article: v.is(SavedArticle, article) ? article : null, entities, highlights };
    },

    'change-highlight': async ({ entry, id, edit }) => {
      const at = new Date().toISOString();
      const highlight = await kept(() => keeper.change({ entry, highlight: id, change: edit, at }));
      repaint(services, [highlight]).catch(reportBug);
      return { highlight };
    },

    'note-versions': async ({ id }) => ({ versions: [...(await kept(() => versionsOfNote(store, id)))] }),

    'recent-tags': async () => ({ tags: await kept(() => recentTags(store, MOST_TAGS)) }),

    'go-to-highlight': async ({ tab, id }) => askTab(tab, 'show-highlight', { id }),

    'attach-to-selection': async ({ tab, entry, id }) => {
      const { anchor } = await askTab(tab, 'anchor-of-selection', {});
      if (anchor === null) return { attached: false };
      const at = new Date().toISOString();
      const change = { kind: 'reattach', anchor } as const;
      const highlight = await kept(() => keeper.change({ entry, highlight: id, change, at }));
      repaint(services, [highlight]).catch(reportBug);
      return { attached: true };
    },

    'note-to-open': async ({ tab }) => ({ id: await takeNoteToOpen(tab) }),

    trash: async () => ({ highlights: await kept(() => passagesInTrash(store)) }),

    'empty-trash': async ({ ids }) => {
      const all = ids ?? (await kept(() => passagesInTrash(store))).map(({ id }) => id);
      const forgotten = await kept(() => keeper.forget(all));
      await signalChange();
      return { forgotten };
    },

    'keeping-state': async () => {
      const { saved, witness, backup, damage } = await kept(() => readKeeping(store));
      return {
        count: saved,
        lastBackup: backup?.at ?? null,
        changesSince: witness.sequence - (backup?.sequence ?? 0),
        damage,
      };
    },

    'damage-seen': async () => {
      await kept(() => noteKeeping(store, () => ({ damage: null })));
      await signalChange();
      return {};
    },

    'backed-up': async ({ at }) => {
      await kept(() => noteBackup(store, at));
      await signalChange();
      return {};
    },

    'merge-highlights': async ({ highlights }) => {
      const merged = await kept(() => keeper.merge(highlights));
      if (merged.added + merged.updated > 0) repaint(services, highlights).catch(reportBug);
      return merged;
    },

    'highlights-after': async ({ after, limit }) => kept(() => passagesAfter(store, after, limit)),
  };
}

const UNKNOWN = { how: 'unknown', start: null } as const;
