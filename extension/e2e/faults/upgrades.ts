/** The browser is killed while an update upgrades the database (promises R12). */
import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { askBackground } from '../harness/own-page.ts';
import { mirroredCount } from '../harness/store.ts';
import { until } from '../harness/until.ts';
import type { Chance } from './chance.ts';
import { Desk, type Trial } from './desk.ts';
import { plantedBuild } from './plants.ts';
import { freshProfile, killGroup } from './profile.ts';

/** What came of it. */
export interface Upgrades {
  readonly kills: number;
  /** Saved passages that were not there, or not as saved, at the next start, all profiles together. */
  readonly lost: number;
  /** Profiles in which damage was reported: something was between the old and the new. */
  readonly damageReports: number;
  /** Profiles whose passages could not be read at the next start. */
  readonly failedOpens: number;
}

const SAVED = 12;
/** The browser is killed at most this long after it was given the new version, in milliseconds: most upgrades are over sooner. */
const LATEST_KILL_MS = 1200;

/** Saves with the version before, and updates that so many times, each time on a copy of the same profile, killing the browser meanwhile. */
export async function killWhileUpgrading(trial: Trial, count: number, chance: Chance): Promise<Upgrades> {
  const before = await plantedBuild(trial.target, 'an earlier schema');
  await numberAsEarlier(join(before, 'manifest.json'));
  // The same folder for both, since Chromium knows an extension by its folder.
  const extension = await mkdtemp(join(tmpdir(), 'dateline-upgraded-'));
  const unpack = async (build: string): Promise<void> => {
    await rm(extension, { recursive: true, force: true });
    await cp(build, extension, { recursive: true });
  };
  await unpack(before);
  const good = await freshProfile();
  const saved = await saveBefore({ ...trial, extension }, good);
  let [lost, damageReports, failedOpens] = [0, 0, 0];
  for (let kills = 0; kills < count; kills++) {
    const profile = await freshProfile();
    await cp(good, profile, { recursive: true, verbatimSymlinks: true });
    await unpack(before);
    const desk = await Desk.open({ ...trial, extension }, profile, 0);
    await unpack(trial.extension);
    // Never answered where the kill comes first.
    void desk.running.browser.installExtension(extension).catch(() => undefined);
    await new Promise((resolve) => setTimeout(resolve, chance(LATEST_KILL_MS)));
    await killGroup(desk.running.browser, profile);
    const again = await Desk.open({ ...trial, extension }, profile, 0);
    try {
      const kept = await again.kept();
      lost += [...saved].filter(([id, row]) => JSON.stringify(kept.get(id)) !== row).length;
      if ((await askBackground(again.own, 'keeping-state', {})).damage !== null) damageReports++;
    } catch {
      failedOpens++;
    }
    await killGroup(again.running.browser, profile);
    await rm(profile, { recursive: true, force: true });
  }
  for (const folder of [before, extension, good]) await rm(folder, { recursive: true, force: true });
  return { kills: count, lost, damageReports, failedOpens };
}

/** Chromium goes on with the background that it has where a new version has the old number. */
async function numberAsEarlier(path: string): Promise<void> {
  const manifest = JSON.parse(await readFile(path, 'utf8')) as object;
  await writeFile(path, JSON.stringify({ ...manifest, version: '0.0.1' }));
}

/** Saves some passages, in both copies, and closes the browser. @returns each as saved, in JSON, by id */
async function saveBefore(trial: Trial, profile: string): Promise<ReadonlyMap<string, string>> {
  const desk = await Desk.open(trial, profile, 1);
  for (let at = 0; at < SAVED; at++) {
    const { ok, code } = await desk.save(crypto.randomUUID());
    if (!ok) throw new Error(`not saved: ${code}`);
  }
  await until('the second copy to have all', async () => (await mirroredCount(desk.own)) === SAVED);
  const kept = await desk.kept();
  await desk.running.stop();
  return new Map([...kept].map(([id, highlight]) => [id, JSON.stringify(highlight)]));
}
