/**
 * The WebExtension API, for the background and our own pages. This folder is the only place that touches it, so that a change of browser
 * is a change here (docs/DECISIONS/polyfill-in-own-pages.md). Scripts in news pages must not import it: they say what little they use themselves (see page-messages.ts).
 */
import browser from 'webextension-polyfill';

export { browser };
