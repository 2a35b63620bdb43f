/** What the browser tells the background: installs, grants, keys, closed tabs, the end of a snooze. Attached synchronously. */
import { DatelineError } from '../../src/messages/errors.ts';
import { askTab, tellTabs } from '../platform/asking-tabs.ts';
import { browser } from '../platform/browser.ts';
import { askForLastingStorage } from '../platform/lasting-storage.ts';
import { reportBug } from '../platform/listening.ts';
import { forgetOnce } from '../platform/once.ts';
import { readGrantedTabs, readOpenTabs, registerPageScripts } from '../platform/page-scripts.ts';
import { readSettings } from '../platform/settings.ts';
import { dropTabSummary } from '../platform/tab-summaries.ts';
import type { Services } from './services.ts';
import { HIGHLIGHT_ENTRY, highlightSelection, makeMenuEntry } from './highlighting-selection.ts';
import { SNOOZE_ENDS, setSite } from './switches.ts';
import { keepUp } from './upkeep.ts';

const WELCOME = 'welcome/welcome.html';

/** Attaches every listener of the browser's own events, and brings the registered page scripts in line with the grants. */
export function listenForBrowserEvents(services: Services): void {
  const { readings } = services;
  browser.runtime.onInstalled.addListener(({ reason }) => {
    run(Promise.all([makeMenuEntry(), askForLastingStorage(), openWelcome(reason === 'install'), readGrantedTabs()]));
  });
  browser.permissions.onAdded.addListener(({ origins = [] }) => {
    run(registerPageScripts().then(() => readOpenTabs(origins)));
  });
  browser.permissions.onRemoved.addListener(() => {
    run(registerPageScripts().then(() => tellTabs('settings-changed')));
  });
  browser.commands.onCommand.addListener((command, tab) => {
    if (tab?.id !== undefined) run(unlessUnread(runCommand(command, tab.id, tab.url)));
  });
  browser.contextMenus.onClicked.addListener(({ menuItemId, pageUrl }, tab) => {
    if (menuItemId === HIGHLIGHT_ENTRY && tab?.id !== undefined)
      run(unlessUnread(highlightSelection(tab.id, tab.url ?? pageUrl)));
  });
  browser.tabs.onRemoved.addListener((tab) => {
    readings.drop(tab);
    run(Promise.all([dropTabSummary(tab), forgetOnce(tab)]));
  });
  browser.alarms.onAlarm.addListener(({ name }) => {
    if (name === SNOOZE_ENDS) run(tellTabs('settings-changed'));
  });
  // At every start, not only on install: hosts may have been granted by policy, in the browser's own pages, or while we slept.
  run(registerPageScripts());
  run(keepUp(services, Date.now()));
}

async function openWelcome(installed: boolean): Promise<void> {
  if (installed) await browser.tabs.create({ url: WELCOME });
}

async function runCommand(command: string, tab: number, address: string | undefined): Promise<void> {
  if (command === 'next-mention') await askTab(tab, 'move-to-mention', { direction: 'next' });
  else if (command === 'previous-mention') await askTab(tab, 'move-to-mention', { direction: 'previous' });
  else if (command === 'highlight') await highlightSelection(tab, address);
  else if (command === 'toggle' && address !== undefined) await toggleSite(new URL(address).host);
}

/** On a page that we do not read, or may not, there is nothing to move to or to save; the key then simply does nothing. */
async function unlessUnread(work: Promise<void>): Promise<void> {
  try {
    await work;
  } catch (error) {
    if (!(error instanceof DatelineError && (error.code === 'not-found' || error.code === 'page-refused'))) throw error;
  }
}

async function toggleSite(host: string): Promise<void> {
  const { sitesOff } = await readSettings();
  await setSite(host, sitesOff.includes(host));
}

function run(work: Promise<unknown>): void {
  work.catch(reportBug);
}
