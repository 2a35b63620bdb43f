/** Switching marks off and on: for a site, or everywhere for an hour. Every open page hears of it at once. */
import { browser } from '../platform/browser.ts';
import { tellTabs } from '../platform/asking-tabs.ts';
import { changeSettings } from '../platform/settings.ts';

const HOUR_MS = 3_600_000;
/** Name of the alarm that ends a snooze. */
export const SNOOZE_ENDS = 'snooze-ends';

/** Switches a host off or on. */
export async function setSite(host: string, on: boolean): Promise<void> {
  await changeSettings(({ sitesOff }) => ({ sitesOff: [...sitesOff.filter((one) => one !== host), ...(on ? [] : [host])] }));
  await tellTabs('settings-changed');
}

/** Snoozes everywhere for so many hours from now; 0 wakes. */
export async function setSnooze(hours: 0 | 1): Promise<void> {
  const until = hours === 0 ? 0 : Date.now() + hours * HOUR_MS;
  await changeSettings(() => ({ snoozedUntil: until }));
  if (until === 0) await browser.alarms.clear(SNOOZE_ENDS);
  else await browser.alarms.create(SNOOZE_ENDS, { when: until });
  await tellTabs('settings-changed');
}
