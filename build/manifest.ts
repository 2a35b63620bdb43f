/** `manifest.json` is written once for both browsers; here each gets what it understands, so that neither warns about the other's keys. */
import manifest from '../manifest.json' with { type: 'json' };
import packageJson from '../package.json' with { type: 'json' };

/** The browsers Dateline is built for. */
export const TARGETS = ['chromium', 'firefox'] as const;
/** One of {@link TARGETS}. */
export type Target = (typeof TARGETS)[number];

/**
 * The manifest of one browser.
 * `hostsGranted` is the variant the tests load: what a reader grants site by site is then granted from the start, and nothing else differs.
 */
export function manifestFor(target: Target, { hostsGranted }: { hostsGranted: boolean }): object {
  const { background, minimum_chrome_version, browser_specific_settings, optional_host_permissions, ...rest } = manifest;
  const { permissions, side_panel, sidebar_action, ...both } = rest;
  const { service_worker, scripts, type } = background;
  return {
    ...both,
    version: packageJson.version,
    ...(hostsGranted ? { host_permissions: optional_host_permissions } : { optional_host_permissions }),
    ...(target === 'chromium'
      ? // Chromium refuses `background.scripts` in version 3 and lists `browser_specific_settings` as an unknown key.
        { permissions, side_panel, background: { service_worker, type }, minimum_chrome_version }
      : // Firefox has no extension service worker: the same file runs as its event page.
        // Its sidebar needs no permission.
        {
          permissions: permissions.filter((name) => name !== 'sidePanel'),
          sidebar_action,
          background: { scripts, type },
          browser_specific_settings,
        }),
  };
}
