/**
 * `npm run faults -- [chromium|firefox] [FAULT …] [--count=N] [--seed=N]`: kills, stops, full disks and damage, in the numbers that are
 * promised, and for each the planted fault that it must find. Without arguments all of them in both browsers, which takes hours.
 */
import { rm } from 'node:fs/promises';
import { argv } from 'node:process';
import { parseArgs } from 'node:util';
import { type Target, TARGETS } from '../../../build/manifest.ts';
import { News } from '../harness/news.ts';
import { type Chance, chanceFrom } from './chance.ts';
import { damageClosedProfiles } from './damage.ts';
import type { Trial } from './desk.ts';
import { canTrace, countFlushes } from './flushes.ts';
import { canMount, saveOnFullDisk } from './full-disk.ts';
import { killWhileSaving } from './kills.ts';
import { plantedBuild, type PlantName } from './plants.ts';
import { askAsleep } from './sleeps.ts';
import { stopWhileHighlighting } from './stops.ts';
import { updateUnderPages } from './updates.ts';
import { killWhileUpgrading } from './upgrades.ts';

/** One fault: what is tried, how often, and when the extension has kept its promise. */
interface Fault {
  readonly promise: string;
  readonly counts: Readonly<Record<Target, number>>;
  /** @returns the figures, and whether they are as promised */
  readonly run: (trial: Trial, count: number, chance: Chance) => Promise<readonly [figures: object, isKept: boolean]>;
  /** A build in which the promise is broken, and how many times it is tried there. */
  readonly plant: readonly [PlantName, count: number];
  /** Why it cannot be tried on this machine. */
  readonly obstacle?: () => string | undefined;
}

const FAULTS: Readonly<Record<string, Fault>> = {
  kills: {
    promise: 'R1',
    counts: { chromium: 200, firefox: 100 },
    run: async (trial, count, chance) => {
      const found = await killWhileSaving(trial, count, chance);
      return [found, found.lost + found.failedOpens + found.damageReports === 0 && found.acknowledged > 0];
    },
    plant: ['saved later', 4],
  },
  flushes: {
    promise: 'R2',
    counts: { chromium: 100, firefox: 100 },
    run: async (trial, count) => {
      const found = await countFlushes(trial, count);
      return [found, found.flushes >= found.saves && found.unflushed === 0];
    },
    plant: ['not flushed', 30],
    obstacle: () => (canTrace() ? undefined : 'strace is not installed'),
  },
  stops: {
    promise: 'R3',
    counts: { chromium: 300, firefox: 300 },
    run: async (trial, count, chance) => {
      const found = await stopWhileHighlighting(trial, count, chance);
      return [found, found.lost + found.twice + found.undecided === 0 && found.saved > 0];
    },
    plant: ['reply lost, ids of the receiver', 3],
  },
  sleeps: {
    promise: 'R4',
    counts: { chromium: 200, firefox: 200 },
    run: async (trial, count) => {
      const found = await askAsleep(trial, count);
      return [found, found.answered === found.sent];
    },
    plant: ['listens late', 5],
  },
  damage: {
    promise: 'R5',
    counts: { chromium: 100, firefox: 100 },
    run: async (trial, count, chance) => {
      const found = await damageClosedProfiles(trial, count, chance);
      return [found, found.silent.length === 0 && found.back >= 0.99];
    },
    plant: ['never compared', 1],
  },
  'full-disk': {
    promise: 'R6',
    counts: { chromium: 50, firefox: 50 },
    run: async (trial, count) => {
      const found = await saveOnFullDisk(trial, count, 2);
      return [found, found.lost === 0 && found.refused > 0 && found.slowestReturn <= 2000];
    },
    plant: ['saved later', 1],
    obstacle: () => (canMount() ? undefined : 'no disk can be mounted here without being root'),
  },
  // So many that both of Chromium's stores lose the last passages: which nothing can prevent here, and must be told.
  'full-disks': {
    promise: 'R6',
    counts: { chromium: 5, firefox: 5 },
    run: async (trial, count) => {
      const found = await saveOnFullDisk(trial, count, 20);
      return [found, found.untold === 0 && found.refused > 0];
    },
    plant: ['never compared', 2],
    obstacle: () => (canMount() ? undefined : 'no disk can be mounted here without being root'),
  },
  updates: {
    promise: 'R10',
    counts: { chromium: 50, firefox: 50 },
    run: async (trial, count) => {
      const found = await updateUnderPages(trial, count, 5);
      const isKept = found.undecided + found.doubled + found.errors.length + found.notesLost === 0;
      return [found, isKept && found.slowestRefusal <= 1000];
    },
    plant: ['earlier version left', 1],
  },
  upgrades: {
    promise: 'R12',
    counts: { chromium: 50, firefox: 50 },
    run: async (trial, count, chance) => {
      const found = await killWhileUpgrading(trial, count, chance);
      return [found, found.lost + found.damageReports + found.failedOpens === 0];
    },
    plant: ['upgraded in two steps', 4],
  },
};

const { values, positionals } = parseArgs({
  args: argv.slice(2),
  allowPositionals: true,
  options: { count: { type: 'string' }, seed: { type: 'string' } },
});
const seed = Number(values.seed ?? Date.now() % 1_000_000);
const targets = TARGETS.filter((target) => positionals.includes(target));
const names = Object.keys(FAULTS).filter((name) => positionals.includes(name));
const unknown = positionals.filter((word) => ![...TARGETS, ...Object.keys(FAULTS)].includes(word));
if (unknown.length > 0) throw new Error(`There is no ${unknown.join(', no ')}; there are ${Object.keys(FAULTS).join(', ')}.`);

const news = await News.start();
for (const target of targets.length > 0 ? targets : TARGETS) {
  for (const [name, fault] of Object.entries(FAULTS)) {
    if (names.length > 0 && !names.includes(name)) continue;
    const obstacle = fault.obstacle?.();
    if (obstacle !== undefined) say(`${fault.promise} ${name}, ${target}: left out, ${obstacle}`);
    else await tryBoth(name, fault, target).catch((error: unknown) => failed(`${fault.promise} ${name}, ${target}`, error));
  }
}
news.stop();
// What could not be tried may have left a browser behind, which ends with this process.
process.exit();

/** The extension, and then the planted fault: the one must keep the promise, the other must be seen to break it. */
async function tryBoth(name: string, { promise, counts, run, plant }: Fault, target: Target): Promise<void> {
  const count = Number(values.count ?? counts[target]);
  const [figures, isKept] = await run({ target, extension: `dist/test-${target}`, news }, count, chanceFrom(seed));
  say(`${promise} ${name}, ${target}, seed ${seed}: ${isKept ? 'kept' : 'BROKEN'} ${JSON.stringify(figures)}`);
  const [fault, times] = plant;
  const extension = await plantedBuild(target, fault);
  const [found, isMissed] = await run({ target, extension, news }, times, chanceFrom(seed));
  await rm(extension, { recursive: true, force: true });
  say(`   planted ‘${fault}’: ${isMissed ? 'NOT FOUND' : 'found'} ${JSON.stringify(found)}`);
  if (!isKept || isMissed) process.exitCode = 1;
}

/** One fault that cannot be tried must not cost the hours of the others. */
function failed(what: string, error: unknown): void {
  say(`${what}: could not be tried. ${error instanceof Error ? error.stack : String(error)}`);
  process.exitCode = 1;
}

function say(line: string): void {
  // oxlint-disable-next-line no-console -- a command line's only voice
  console.log(line);
}
