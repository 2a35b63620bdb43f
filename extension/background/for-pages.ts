/** What the background does for a script in a news page (src/messages/from-page.ts). */
import { articleLanguage } from '../../src/facts/recognise/language.ts';
import type { Handlers } from '../../src/messages/envelope.ts';
import { DatelineError } from '../../src/messages/errors.ts';
import type { FROM_PAGE } from '../../src/messages/from-page.ts';
import { articleAddress } from '../../src/page/address.ts';
import { articleDate } from '../../src/page/article-date.ts';
import type { Connection } from '../../src/store/connection.ts';
import { correctedDay } from '../../src/store/corrected-dates.ts';
import { StoreError } from '../../src/store/store-error.ts';
import { askTab, tellTabs } from '../platform/asking-tabs.ts';
import type { PageSender } from '../platform/listening.ts';
import { reportBug } from '../platform/listening.ts';
import { injectCard } from '../platform/page-scripts.ts';
import { readerLanguage } from '../platform/reader-language.ts';
import { changeSettings, readSettings, settingsFor } from '../platform/settings.ts';
import { readTabSummary, writeTabSummary } from '../platform/tab-summaries.ts';
import { mayRead } from './access.ts';
import { changeDay } from './article-day.ts';
import type { PackOnHand } from './pack.ts';
import { Reading } from './reading.ts';
import type { Readings } from './readings.ts';
import { setSite, setSnooze } from './switches.ts';
import { summaryOf } from './summary.ts';

/** What the handlers work with. */
export interface PageDesk {
  readonly store: Connection;
  readonly loadPack: () => Promise<PackOnHand>;
  readonly readings: Readings;
}

/** The handlers of every message from a news page. */
export function handlersForPages({ store, loadPack, readings }: PageDesk): Handlers<typeof FROM_PAGE, PageSender> {
  return {
    'page-opened': async (_input, { tab, address }) => {
      const [settings, may] = await Promise.all([readSettings(), mayRead(tab, address)]);
      const here = settingsFor(settings, hostOf(address), Date.now());
      return { settings: { ...here, on: here.on && may } };
    },

    recognise: async ({ session, page, blocks, gone, more }, { tab, address }) => {
      const pack = await loadPack();
      const settings = await readSettings();
      let reading = readings.get(tab, session);
      if (reading === undefined) {
        if (page === undefined) return { kind: 'send-all' };
        reading = new Reading(pack, readerLanguage());
        readings.start(tab, session, reading);
      }
      if (page !== undefined) {
        reading.lang = articleLanguage(page.lang, blocks.map(({ text }) => text).join('\n'));
        reading.article = articleAddress(address, page).canonical;
        const corrected = await correctedDay(store, reading.article).catch(withoutStore);
        reading.date =
          corrected === undefined ? articleDate(page.dates, { address, today: today() }) : { day: corrected, how: 'reader' };
      }
      const host = hostOf(address);
      reading.wrong = new Set(settings.wrong.filter((one) => one.host === host).map((one) => `${one.id} ${one.form}`));
      reading.take(blocks, gone);
      const told = reading.tell();
      if (!more) writeTabSummary(tab, summaryOf(address, reading, pack.view, readerLanguage())).catch(reportBug);
      return { kind: 'mentions', date: reading.date, ...told, known: settings.known };
    },

    'correct-date': async ({ session, day }, { tab, address }) => {
      const reading = readings.get(tab, session);
      const article = reading?.article ?? (await readTabSummary(tab, address))?.article;
      if (article === undefined) throw new DatelineError('not-found', 'this page is not being read');
      await changeDay({ store, readings }, { tab, article, day });
      return {};
    },

    'know-entity': async ({ id, known }) => {
      await changeSettings((settings) => ({ known: [...settings.known.filter((one) => one !== id), ...(known ? [id] : [])] }));
      readings.clear();
      await tellTabs('read-again');
      return {};
    },

    'wrong-match': async ({ id, form, wrong }, { tab, address }) => {
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

    'switch-site': async ({ on }, { address }) => {
      await setSite(hostOf(address), on);
      return {};
    },

    snooze: async ({ hours }) => {
      await setSnooze(hours);
      return {};
    },

    'need-card': async (_input, { tab }) => {
      await injectCard(tab);
      return {};
    },
  };
}

/** A day later than ours may already have begun where the article was written; `articleDate` allows for it. */
function today(): string {
  return new Date().toISOString().slice(0, 10);
}

function hostOf(address: string): string {
  return new URL(address).host;
}

function withoutStore(error: unknown): undefined {
  if (!(error instanceof StoreError)) throw error;
}
