/** The database's files are damaged while the browser is closed (promises R5). */
import { cp, readdir, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { Target } from '../../../build/manifest.ts';
import type { Highlight } from '../../../src/highlights/highlight.ts';
import { DatelineError } from '../../../src/messages/errors.ts';
import { askBackground } from '../harness/own-page.ts';
import { mirroredCount } from '../harness/store.ts';
import { until } from '../harness/until.ts';
import type { Chance } from './chance.ts';
import { Desk, type Trial } from './desk.ts';
import { HARM_NAMES, type HarmName, HARMS, copyInto } from './harms.ts';
import { freshProfile, killGroup } from './profile.ts';

/** How one damaged profile was found. */
export type Finding =
  /** All is there as it was saved, repaired or never hurt. */
  | 'whole'
  | 'repaired, reported'
  | 'partly lost, reported'
  /** The extension says that it cannot read what is saved. */
  | 'unreadable, said so'
  /** Something is missing or changed, and nobody says so. */
  | 'silent';

/** What came of it. */
export interface Damages {
  readonly profiles: number;
  readonly found: Readonly<Partial<Record<Finding, number>>>;
  /** Records there afterwards, as a share of those saved. */
  readonly back: number;
  /** Kind of damage and number of each profile that was found `silent`. */
  readonly silent: readonly string[];
}

const SAVED = 12;

/** Damages the database in so many profiles for each of these kinds, in each case a copy of one that was closed in good order. */
export async function damageClosedProfiles(
  trial: Trial,
  each: number,
  chance: Chance,
  kinds: readonly HarmName[] = HARM_NAMES,
): Promise<Damages> {
  const good = await freshProfile();
  const apart = await freshProfile();
  const half = kinds.includes('an old copy in its place') ? SAVED / 2 : 0;
  if (half > 0) await saveUpTo(half, trial, good);
  const older = half > 0 ? await copyInto(apart, await databaseFiles(trial.target, good)) : [];
  const saved = await saveUpTo(SAVED, trial, good);
  const found: Partial<Record<Finding, number>> = {};
  const silent: string[] = [];
  let [profiles, back] = [0, 0];
  // Kind by kind in turn: a run that is cut short has tried all of them alike.
  for (let time = 0; time < each; time++) {
    for (const kind of kinds) {
      const profile = await freshProfile();
      await cp(good, profile, { recursive: true, verbatimSymlinks: true });
      await HARMS[kind]({ files: await databaseFiles(trial.target, profile), older }, chance);
      const { finding, there } = await look(trial, profile, saved);
      await rm(profile, { recursive: true, force: true });
      found[finding] = (found[finding] ?? 0) + 1;
      if (finding === 'silent') silent.push(`${kind} ${time}`);
      profiles++;
      back += there;
    }
  }
  for (const folder of [good, apart]) await rm(folder, { recursive: true, force: true });
  return { profiles, found, back: back / (profiles * SAVED), silent };
}

/** Saves passages until there are so many, in both copies, and closes the browser. @returns all of them */
async function saveUpTo(count: number, trial: Trial, profile: string): Promise<ReadonlyMap<string, Highlight>> {
  const desk = await Desk.open(trial, profile, 1);
  for (let at = (await desk.kept()).size; at < count; at++) {
    const { ok, code } = await desk.save(crypto.randomUUID());
    if (!ok) throw new Error(`not saved: ${code}`);
  }
  await until('the second copy to have all', async () => (await mirroredCount(desk.own)) === count);
  const saved = await desk.kept();
  await desk.running.stop();
  return saved;
}

async function look(
  trial: Trial,
  profile: string,
  saved: ReadonlyMap<string, Highlight>,
): Promise<{ finding: Finding; there: number }> {
  const desk = await Desk.open(trial, profile, 0);
  try {
    // In vain where the database cannot be read.
    await until('both copies read through', () => isAudited(desk)).catch(() => undefined);
    const kept = await desk.kept();
    const { damage } = await askBackground(desk.own, 'keeping-state', {});
    const there = [...saved].filter(([id, highlight]) => JSON.stringify(kept.get(id)) === JSON.stringify(highlight)).length;
    const isWhole = there === saved.size && kept.size === saved.size;
    if (isWhole) return { finding: damage === null ? 'whole' : 'repaired, reported', there };
    return { finding: damage !== null && damage.lost > 0 ? 'partly lost, reported' : 'silent', there };
  } catch (error) {
    if (!(error instanceof DatelineError) || error.code !== 'store-unavailable') throw error;
    return { finding: 'unreadable, said so', there: 0 };
  } finally {
    // The profile is of no more use: there is nothing to close in good order.
    await killGroup(desk.running.browser, profile);
  }
}

/** Whether the once-a-session reading of both copies is done. */
function isAudited(desk: Desk): Promise<boolean> {
  return desk.own.evaluate(async () => {
    const { browser } = globalThis as unknown as { browser: typeof import('webextension-polyfill') };
    return 'done-audit' in (await browser.storage.session.get('done-audit'));
  });
}

/** The files of the database of saved passages, and not of its second copy, that hold more than nothing. */
async function databaseFiles(target: Target, profile: string): Promise<readonly string[]> {
  const root = join(profile, target === 'chromium' ? 'Default/IndexedDB' : 'storage/default');
  // Chromium keeps an origin in a folder of its own. Firefox names a database's file after a hash and the letters of the name, first and last in turn.
  const isOurs =
    target === 'chromium' ? /chrome-extension_[^/]*\/(?!LOCK|LOG)[^/]+$/ : /moz-extension[^/]*\/idb\/\d+deantiel\.[^/]+$/;
  const found: string[] = [];
  for (const entry of await readdir(root, { recursive: true, withFileTypes: true })) {
    const path = join(entry.parentPath, entry.name);
    if (entry.isFile() && isOurs.test(path) && (await stat(path)).size > 0) found.push(path);
  }
  if (found.length === 0) throw new Error(`no database below ${root}`);
  return found.sort();
}
