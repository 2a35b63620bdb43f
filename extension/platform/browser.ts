/**
 * The WebExtension API, for the background and our own pages. This folder is the only place that touches it, so that a change of
 * browser or polyfill is a change here. The polyfill does nothing on the browsers we support (docs/DECISIONS): it gives one import and the types.
 * Scripts in news pages must not import it: its 3 KB would be paid on every page (see page-messages.ts).
 */
export { default as browser } from 'webextension-polyfill';
