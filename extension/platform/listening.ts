/** The background's end of every message: one listener, attached synchronously, that knows a news page from a page of ours. */
import type { Runtime } from 'webextension-polyfill';
import { answer, envelopeFor, type Handlers } from '../../src/messages/envelope.ts';
import { FROM_OWN_PAGES } from '../../src/messages/from-own-pages.ts';
import { FROM_PAGE } from '../../src/messages/from-page.ts';
import { browser } from './browser.ts';

/** What the browser itself says about the page a message came from. The message's own body is never asked for any of this. */
export interface PageSender {
  readonly tab: number;
  /** The window the tab is in. */
  readonly window: number;
  /** Address of the page's main frame, as the browser sees it. */
  readonly address: string;
  /** Firefox' container (`cookieStoreId`) the tab is in; `null` outside any, and in Chromium. */
  readonly container: string | null;
}

/** Firefox' name for being in no container. */
const NO_CONTAINER = 'firefox-default';

/** Handlers of the two directions that end in the background. */
export interface BackgroundHandlers {
  readonly fromPage: Handlers<typeof FROM_PAGE, PageSender>;
  readonly fromOwnPages: Handlers<typeof FROM_OWN_PAGES, undefined>;
}

/**
 * Answers every message to the background; a foreign message is left to pass by. Call it synchronously at start, or a message
 * that woke the background is lost (promises R4).
 */
export function listenForMessages(handlers: BackgroundHandlers): void {
  browser.runtime.onMessage.addListener((message: unknown, sender: Runtime.MessageSender) => {
    const own = envelopeFor('from-own-pages', message);
    if (own !== undefined) {
      // Our pages open in tabs too, so `sender.tab` says nothing: only the origin does (promises S6).
      if (!isOwnPage(sender)) return Promise.resolve({ ok: false, code: 'not-allowed' });
      return answer(FROM_OWN_PAGES, handlers.fromOwnPages, own, undefined, reportBug);
    }
    const page = envelopeFor('from-page', message);
    if (page === undefined) return undefined;
    const from = pageSender(sender);
    if (from === undefined) return Promise.resolve({ ok: false, code: 'not-allowed' });
    return answer(FROM_PAGE, handlers.fromPage, page, from, reportBug);
  });
}

/** Something we did not foresee, for the browser's extension console. Never holds what the reader read or wrote. */
export function reportBug(error: unknown): void {
  // oxlint-disable-next-line no-console -- the one place where it may be said: a bug has no other reader
  console.error('Dateline:', error);
}

/** Both browsers say the sender's origin themselves; a page cannot. */
function isOwnPage(sender: Runtime.MessageSender & { readonly origin?: string }): boolean {
  return sender.origin !== undefined && sender.origin === new URL(browser.runtime.getURL('')).origin;
}

/** Only the main frame of a tab is read, so only it may speak. The welcome page reads its own demo article by the same messages. */
function pageSender({ tab, url, frameId }: Runtime.MessageSender): PageSender | undefined {
  if (tab?.id === undefined || tab.windowId === undefined || url === undefined || frameId !== 0) return undefined;
  const container = tab.cookieStoreId ?? NO_CONTAINER;
  return { tab: tab.id, window: tab.windowId, address: url, container: container === NO_CONTAINER ? null : container };
}
