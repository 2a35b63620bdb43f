/** What the background does for a script in a news page (src/messages/from-page.ts). */
import { articleLanguage } from '../../src/facts/recognise/language.ts';
import type { Handlers } from '../../src/messages/envelope.ts';
import { DatelineError } from '../../src/messages/errors.ts';
import type { FROM_PAGE } from '../../src/messages/from-page.ts';
import { askTab, tellTabs } from '../platform/asking-tabs.ts';
import { type PageSender, reportBug } from '../platform/listening.ts';
import { injectCard } from '../platform/page-scripts.ts';
import { readerLanguage } from '../platform/reader-language.ts';
import { changeSettings, readSettings, settingsFor } from '../platform/settings.ts';
import { readTabSummary, writeTabSummary } from '../platform/tab-summaries.ts';
import { mayRead } from './access.ts';
import { showPassageAskedFor } from './for-history.ts';
import { articleOf } from './article.ts';
import { changeDay, dayOf } from './article-day.ts';
import type { Services } from './services.ts';
import { Pace } from './pace.ts';
import { passageHandlersForPages } from './passages-for-pages.ts';
import { lookUpSaved, noteWhatWasFound, paintPassages } from './passages-in-tabs.ts';
import { Reading } from './reading.ts';
import { remember } from './remembering.ts';
import { setSite, setSnooze } from './switches.ts';
import { summaryOf } from './summary.ts';

/** The handlers of every message from a news page. */
export function handlersForPages(services: Services): Handlers<typeof FROM_PAGE, PageSender> {
  const { store, packs, readings } = services;
  const pace = new Pace();
  return {
    ...passageHandlersForPages(services),

    'page-opened': async (_input, { tab, address }) => {
      const [settings, may] = await Promise.all([readSettings(), mayRead(tab, address)]);
      const here = settingsFor(settings, hostOf(address), Date.now());
      return { settings: { ...here, on: here.on && may } };
    },

    recognise: async ({ session, page, blocks, gone, more }, { tab, address, container }) => {
      const onHand = await packs.load();
      const settings = await readSettings();
      const date = page && (await dayOf(store, address, page));
      let reading = readings.get(tab, session);
      if (reading === undefined) {
        if (page === undefined) return { kind: 'send-all' };
        reading = new Reading(onHand, readerLanguage(), container);
        readings.start(tab, session, reading);
      }
      if (page !== undefined) {
        reading.lang = articleLanguage(page.lang, blocks.map(({ text }) => text).join('\n'));
        reading.date = date ?? null;
        reading.openedAt(address, articleOf(address, page, reading.date));
      }
      // While the text is recognised; what is drawn waits for the last batch.
      const looking = more ? undefined : lookUpSaved(services, reading);
      const host = hostOf(address);
      reading.wrong = new Set(settings.wrong.filter((one) => one.host === host).map((one) => `${one.id} ${one.form}`));
      reading.take(blocks, gone);
      const told = reading.tell();
      const answer = { kind: 'mentions' as const, date: reading.date, ...told, known: settings.known };
      if (more) return answer;
      await looking;
      paintPassages(tab, session, reading).catch(reportBug);
      // Our own pages hear of it by the summary: first what they read then.
      Promise.all([noteWhatWasFound(services, reading), remember(services, settings, reading)])
        .then(() => writeTabSummary(tab, summaryOf(reading, onHand, readerLanguage())))
        .catch(reportBug);
      showPassageAskedFor(tab).catch(reportBug);
      return answer;
    },

    'correct-date': async ({ session, day }, { tab, address }) => {
      pace.count(tab, Date.now());
      const reading = readings.get(tab, session);
      const article = (reading ?? (await readTabSummary(tab, address)))?.article.address;
      if (article === undefined) throw new DatelineError('not-found', 'this page is not being read');
      await changeDay({ store, readings }, { tab, article, day });
      return {};
    },

    'know-entity': async ({ id, known }, { tab }) => {
      pace.count(tab, Date.now());
      await changeSettings((settings) => ({ known: [...settings.known.filter((one) => one !== id), ...(known ? [id] : [])] }));
      readings.clear();
      await tellTabs('read-again');
      return {};
    },

    'wrong-match': async ({ id, form, wrong }, { tab, address }) => {
      pace.count(tab, Date.now());
      const host = hostOf(address);
      await changeSettings((settings) => ({
        wrong: [
          ...settings.wrong.filter((one) => one.host !== host || one.id !== id || one.form !== form),
          ...(wrong ? [{ host, id, form }] : []),
        ],
      }));
      readings.drop(tab);
      await askTab(tab, 'read-again', {});
      return {};
    },

    'switch-site': async ({ on }, { tab, address }) => {
      pace.count(tab, Date.now());
      await setSite(hostOf(address), on);
      return {};
    },

    snooze: async ({ hours }, { tab }) => {
      pace.count(tab, Date.now());
      await setSnooze(hours);
      return {};
    },

    'need-card': async (_input, { tab }) => {
      await injectCard(tab);
      return {};
    },
  };
}

function hostOf(address: string): string {
  return new URL(address).host;
}
