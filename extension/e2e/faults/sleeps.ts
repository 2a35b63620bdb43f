/** A message wakes the background (promises R4). */
import { rm } from 'node:fs/promises';
import { Desk, type Trial } from './desk.ts';
import { freshProfile } from './profile.ts';

/** What came of it. */
export interface Sleeps {
  readonly sent: number;
  readonly answered: number;
  /** 95th percentile of the time to an answer, milliseconds. */
  readonly p95: number;
}

/** Stops the background and asks it something, so many times. */
export async function askAsleep(trial: Trial, count: number): Promise<Sleeps> {
  const profile = await freshProfile();
  const desk = await Desk.open(trial, profile, 0);
  const times: number[] = [];
  for (let sent = 0; sent < count; sent++) {
    await desk.running.stopBackground();
    const time = await desk.own.evaluate(async () => {
      const { browser } = globalThis as unknown as { browser: typeof import('webextension-polyfill') };
      const before = performance.now();
      const asking = browser.runtime.sendMessage({ dateline: 'from-own-pages', name: 'get-settings', input: {} });
      const patience = new Promise<undefined>((resolve) => setTimeout(() => resolve(undefined), 3000));
      const reply = await Promise.race([asking, patience]).catch(() => undefined);
      return (reply as { ok?: boolean } | undefined)?.ok === true ? performance.now() - before : null;
    });
    if (time !== null) times.push(time);
  }
  await desk.running.stop();
  await rm(profile, { recursive: true, force: true });
  times.sort((one, other) => one - other);
  return { sent: count, answered: times.length, p95: Math.round(times[Math.ceil(times.length * 0.95) - 1] ?? Number.NaN) };
}
