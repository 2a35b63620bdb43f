/** Stands in for `webextension-polyfill` in the background's bundle (build/bundle.ts): the object that the polyfill would hand over. */
import type { Browser } from 'webextension-polyfill';

export default (globalThis as unknown as { readonly browser: Browser }).browser;
