/** Asking the reader for hosts. The background hears of what was granted by `permissions.onAdded` and reads the tabs that are open there. */
import { browser } from './browser.ts';

/**
 * Shows the browser's prompt for some hosts; call it inside the click that asks for them, before any `await`.
 * @returns whether they were granted
 */
export function askForHosts(patterns: readonly string[]): Promise<boolean> {
  return browser.permissions.request({ origins: [...patterns] });
}

/** The match pattern of a page's own host, every page of it; `undefined` for what is not on the web. */
export function patternOf(address: string | undefined): string | undefined {
  if (address === undefined || !/^https?:/.test(address)) return undefined;
  // Firefox refuses ports in match patterns, and a pattern without one holds for every port.
  const { protocol, hostname } = new URL(address);
  return `${protocol}//${hostname}/*`;
}
