/** What the background does for our own pages (src/messages/from-own-pages.ts). */
import type { Handlers } from '../../src/messages/envelope.ts';
import { DatelineError } from '../../src/messages/errors.ts';
import type { FROM_OWN_PAGES } from '../../src/messages/from-own-pages.ts';
import { askTab, tellTabs } from '../platform/asking-tabs.ts';
import { browser } from '../platform/browser.ts';
import { signalChange } from '../platform/last-change.ts';
import { allowOnce } from '../platform/once.ts';
import { injectReader } from '../platform/page-scripts.ts';
import { changeSettings, readSettings, settingsFor } from '../platform/settings.ts';
import { readTabSummary } from '../platform/tab-summaries.ts';
import { accessTo } from './access.ts';
import { changeDay } from './article-day.ts';
import type { Services } from './services.ts';
import { handlersForHistory } from './for-history.ts';
import { passageHandlersForOwnPages } from './passages-for-own-pages.ts';
import { mainEntities } from './summary.ts';
import { setSite, setSnooze } from './switches.ts';

const NOTHING_FOUND = { date: null, entities: [] };

/** The handlers of every message from our own pages. */
export function handlersForOwnPages(services: Services): Handlers<typeof FROM_OWN_PAGES, undefined> {
  return {
    ...passageHandlersForOwnPages(services),
    ...handlersForHistory(services),

    'tab-state': async ({ tab }) => {
      const { url } = await browser.tabs.get(tab);
      const [settings, access, summary] = await Promise.all([readSettings(), accessTo(tab, url), readTabSummary(tab, url ?? '')]);
      const host = url === undefined || access === 'refused' ? '' : new URL(url).host;
      const snoozedUntil = settings.snoozedUntil > Date.now() ? settings.snoozedUntil : 0;
      const { date, entities } = summary ?? NOTHING_FOUND;
      const on = !settings.sitesOff.includes(host);
      return { access, host, on, snoozedUntil, date, count: entities.length, entities: mainEntities(entities) };
    },

    'read-once': async ({ tab }) => {
      const { url } = await browser.tabs.get(tab);
      if (url === undefined) throw new DatelineError('page-refused');
      await allowOnce(tab, url);
      await injectReader(tab);
      return {};
    },

    'set-site': async ({ host, on }) => {
      await setSite(host, on);
      return {};
    },

    'set-date': async ({ tab, day }) => {
      const { url = '' } = await browser.tabs.get(tab);
      const summary = await readTabSummary(tab, url);
      if (summary === undefined) throw new DatelineError('not-found', 'this tab is not being read');
      await changeDay(services, { tab, article: summary.article.address, day });
      return {};
    },

    'set-snooze': async ({ hours }) => {
      await setSnooze(hours);
      return {};
    },

    'go-to-entity': async ({ tab, id }) => askTab(tab, 'show-entity', { id }),

    'get-settings': async () => settingsFor(await readSettings(), '', Date.now()),

    'set-settings': async ({ marks, open, theme }) => {
      await changeSettings(() => ({ marks, open, theme }));
      await tellTabs('settings-changed');
      return {};
    },

    remembering: async ({ on }) => {
      const { remembers } = await (on === null ? readSettings() : changeSettings(() => ({ remembers: on })));
      return { on: remembers };
    },

    choices: async () => {
      const { sitesOff, known, wrong } = await readSettings();
      return { sitesOff, known: known.length, wrong: wrong.length };
    },

    'packs-changed': async () => {
      services.packs.forget();
      services.readings.clear();
      await Promise.all([signalChange(), tellTabs('read-again')]);
      return {};
    },

    forget: async ({ what }) => {
      await changeSettings(() => (what === 'known' ? { known: [] } : { wrong: [] }));
      await tellTabs('read-again');
      return {};
    },
  };
}
