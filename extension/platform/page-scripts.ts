/** Which news pages our script runs in: always exactly the hosts the reader granted, however they were granted. */
import { DatelineError } from '../../src/messages/errors.ts';
import { browser } from './browser.ts';

const READ = 'content/read.js';
const MARK = 'content/mark.js';
const CARD = 'content/card.js';
const HIGHLIGHT = 'content/highlight.js';
const REGISTRATION = 'read';

/** Makes the registration equal to `permissions.getAll()`. Safe to call at any time and twice. */
export async function registerPageScripts(): Promise<void> {
  const matches = await grantedHosts();
  const [registered] = await browser.scripting.getRegisteredContentScripts({ ids: [REGISTRATION] });
  if (registered === undefined) {
    if (matches.length === 0) return;
    await browser.scripting.registerContentScripts([
      { id: REGISTRATION, js: [READ], matches, runAt: 'document_idle', allFrames: false },
    ]);
  } else if (matches.length === 0) {
    await browser.scripting.unregisterContentScripts({ ids: [REGISTRATION] });
  } else if (!sameHosts(registered.matches ?? [], matches)) {
    await browser.scripting.updateContentScripts([{ id: REGISTRATION, matches }]);
  }
}

/** Reads the tabs that were open before their host was granted: a registration only counts for pages loaded later. */
export async function readOpenTabs(hosts: readonly string[]): Promise<void> {
  const patterns = hosts.filter(isWebPattern);
  if (patterns.length === 0) return;
  const tabs = await browser.tabs.query({ url: patterns });
  await Promise.allSettled(
    tabs.flatMap(({ id, discarded }) => (id === undefined || discarded === true ? [] : [injectReader(id)])),
  );
}

/** Reads the open tabs of every granted host: after an install or an update no script of this version is in any of them. */
export async function readGrantedTabs(): Promise<void> {
  await readOpenTabs(await grantedHosts());
}

/**
 * Runs the reading script in a tab's main frame; a page that has it already keeps its first one.
 * @throws DatelineError `page-refused` where the browser lets no extension in.
 */
export function injectReader(tab: number): Promise<void> {
  return inject(tab, READ);
}

/**
 * Runs the marking and the card's script beside the reading script, in this order.
 * @throws DatelineError `page-refused`
 */
export function injectCard(tab: number): Promise<void> {
  return inject(tab, MARK, CARD);
}

/**
 * Runs the script that saves and draws passages, and the card's, beside the reading script.
 * @throws DatelineError `page-refused`
 */
export function injectHighlighter(tab: number): Promise<void> {
  return inject(tab, HIGHLIGHT, CARD);
}

/** Whether the reader granted Dateline a page for good. */
export async function isGranted(address: string): Promise<boolean> {
  if (!/^https?:/.test(address)) return false;
  return browser.permissions.contains({ origins: [`${new URL(address).origin}/*`] });
}

async function inject(tab: number, ...files: string[]): Promise<void> {
  try {
    await browser.scripting.executeScript({ target: { tabId: tab, frameIds: [0] }, files });
  } catch (error) {
    throw new DatelineError('page-refused', error instanceof Error ? error.message : undefined, { cause: error });
  }
}

async function grantedHosts(): Promise<string[]> {
  const { origins = [] } = await browser.permissions.getAll();
  return origins.filter(isWebPattern).sort();
}

/** `file:` and the browser's own schemes are left out: those pages are read once, on request. */
function isWebPattern(pattern: string): boolean {
  return pattern === '<all_urls>' || /^(\*|https?):\/\//.test(pattern);
}

function sameHosts(one: readonly string[], other: readonly string[]): boolean {
  return one.length === other.length && [...one].sort().every((host, place) => host === other[place]);
}
