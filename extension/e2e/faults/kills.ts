/** The browser is killed while passages are saved (promises R1). */
import { rm } from 'node:fs/promises';
import { askBackground } from '../harness/own-page.ts';
import { until } from '../harness/until.ts';
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
 * Kills the browser with all its processes so many times, and opens the same profile again each time. The first kill and every second
 * one comes 50 to 1000 ms after the first of many saves was said to be saved, the others as long after it was sent.
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
    const before = acknowledged.size;
    const isKillable = (): boolean => kills % 2 === 1 || acknowledged.size > before;
    await saveUntilKilled(desk, profile, { isKillable, after: LEAST_MS + chance(MOST_MS - LEAST_MS) }, acknowledged);
  }
}

/** When a kill comes: so many milliseconds after it may come. */
interface Moment {
  readonly isKillable: () => boolean;
  readonly after: number;
}

async function saveUntilKilled(desk: Desk, profile: string, moment: Moment, acknowledged: Set<string>): Promise<void> {
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
  const kill = async (): Promise<void> => {
    await until('a first save', moment.isKillable);
    await new Promise((resolve) => setTimeout(resolve, moment.after));
    death.abort();
    await killGroup(desk.running.browser, profile);
  };
  const killed = kill();
  // A save that the kill cut off may never settle.
  await Promise.race([killed, Promise.all([saveOneByOne(), saveOneByOne(), saveOneByOne(), saveOneByOne()])]);
  await killed;
}
