/**
 * The WebExtension API, for the background and our own pages. This folder is the only place that touches it, so that a change of
 * browser is a change here. Both browsers we support have it as `browser` (docs/DECISIONS); the polyfill's package gives the types.
 * Scripts in news pages must not import it: they say what little they use themselves (see page-messages.ts).
 */
import type { Browser } from 'webextension-polyfill';

/** See the head of this file. */
export const { browser } = globalThis as unknown as { readonly browser: Browser };
