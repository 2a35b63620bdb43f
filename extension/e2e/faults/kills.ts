/** The browser is killed while passages are saved (promises R1). */
import { rm } from 'node:fs/promises';
import { askBackground } from '../harness/own-page.ts';
import type { Chance } from './chance.ts';
import { Desk, type Trial } from './desk.ts';
import { freshProfile, killGroup } from './profile.ts';

/** What came of it. */
export interface Kills {
  readonly kills: number;
  /** Saves that were said to be saved before a kill. */
  readonly acknowledged: number;
  /** Of those, how many were not there when the profile was next opened. */
  readonly lost: number;
  /** How often what is saved could not be read at all. */
  readonly failedOpens: number;
  /** How often the extension reported damage. */
  readonly damageReports: number;
}

const LEAST_MS = 50;
const MOST_MS = 1000;

/**
 * Kills the browser with all its processes so many times, 50 to 1000 ms after the first of many saves was sent, and opens the same
 * profile again each time.
 */
export async function killWhileSaving(trial: Trial, count: number, chance: Chance): Promise<Kills> {
  const profile = await freshProfile();
  const acknowledged = new Set<string>();
  let [lost, failedOpens, damageReports] = [0, 0, 0];
  for (let kills = 0; ; kills++) {
    const desk = await Desk.open(trial, profile, 2);
    try {
      const kept = await desk.kept();
      for (const id of acknowledged) {
        if (kept.has(id)) continue;
        lost++;
        // Told once.
        acknowledged.delete(id);
      }
      if ((await askBackground(desk.own, 'keeping-state', {})).damage !== null) {
        damageReports++;
        await askBackground(desk.own, 'damage-seen', {});
      }
    } catch {
      failedOpens++;
    }
    if (kills === count) {
      await desk.running.stop();
      await rm(profile, { recursive: true, force: true });
      return { kills, acknowledged: acknowledged.size + lost, lost, failedOpens, damageReports };
    }
    await saveUntilKilled(desk, profile, LEAST_MS + chance(MOST_MS - LEAST_MS), acknowledged);
  }
}

async function saveUntilKilled(desk: Desk, profile: string, after: number, acknowledged: Set<string>): Promise<void> {
  const death = new AbortController();
  const saveOneByOne = async (): Promise<void> => {
    while (!death.signal.aborted) {
      const id = crypto.randomUUID();
      try {
        // What is heard after the kill was said before it.
        if ((await desk.save(id)).ok) acknowledged.add(id);
      } catch (error) {
        if (!death.signal.aborted) throw error;
      }
    }
  };
  const killed = new Promise<void>((resolve) => {
    setTimeout(() => {
      death.abort();
      resolve(killGroup(desk.running.browser, profile));
    }, after);
  });
  // A save that the kill cut off may never settle.
  await Promise.race([killed, Promise.all([saveOneByOne(), saveOneByOne(), saveOneByOne(), saveOneByOne()])]);
  await killed;
}
