/** A small dose of every fault, in each browser; `npm run faults` gives the full one. */
import { rm } from 'node:fs/promises';
import { describe, expect, inject } from 'vitest';
import { chanceFrom } from './faults/chance.ts';
import { damageClosedProfiles } from './faults/damage.ts';
import type { Trial } from './faults/desk.ts';
import { canMount, saveOnFullDisk } from './faults/full-disk.ts';
import { killWhileSaving } from './faults/kills.ts';
import { plantedBuild, type PlantName } from './faults/plants.ts';
import { stopWhileHighlighting } from './faults/stops.ts';
import { updateUnderPages } from './faults/updates.ts';
import { test as base } from './harness/test.ts';

const target = inject('target');
const isChromium = target === 'chromium';
/** Another each time: a fault found by one of them is found again with the seed of its name. */
const SEED = Date.now() % 1_000_000;

const test = base.extend<{ trial: Trial; planted: (name: PlantName) => Promise<Trial> }>({
  trial: async ({ news }, use) => use({ target, extension: `dist/test-${target}`, news }),
  planted: async ({ trial }, use) => {
    const made: string[] = [];
    await use(async (name) => {
      const extension = await plantedBuild(target, name);
      made.push(extension);
      return { ...trial, extension };
    });
    for (const folder of made) await rm(folder, { recursive: true, force: true });
  },
});

describe(`what was said to be saved is there (seed ${SEED})`, () => {
  test('after the browser was killed', async ({ trial }) => {
    // Firefox takes twice as long to start.
    const found = await killWhileSaving(trial, isChromium ? 2 : 1, chanceFrom(SEED));
    expect(found).toMatchObject({ lost: 0, failedOpens: 0, damageReports: 0 });
    expect(found.acknowledged).toBeGreaterThan(0);
  });

  test('once, or the reader is told that it is not, where the background is stopped meanwhile', async ({ trial }) => {
    const found = await stopWhileHighlighting(trial, isChromium ? 5 : 2, chanceFrom(SEED));
    expect(found).toMatchObject({ undecided: 0, lost: 0, twice: 0 });
    expect(found.saved).toBeGreaterThan(0);
  });

  test('on a disk that was full, where what does not fit is refused', async ({ trial, skip }) => {
    skip(!canMount(), 'a small disk can be mounted on Linux, as root');
    const found = await saveOnFullDisk(trial, 1, 2);
    expect(found.lost).toBe(0);
    expect(found.refused).toBeGreaterThan(0);
    expect(found.slowestReturn).toBeLessThan(2000);
  });

  test('or its loss is told, after the database was damaged', async ({ trial }) => {
    const kinds = isChromium ? (['cut short', 'the first file deleted', 'a page zeroed'] as const) : (['cut short'] as const);
    const found = await damageClosedProfiles(trial, 1, chanceFrom(SEED), kinds);
    expect(found.silent).toEqual([]);
    expect(found.back).toBe(1);
  });
});

test('an update under an open page leaves one of us there, and what was typed', async ({ trial }) => {
  const found = await updateUnderPages(trial, 1, 1);
  expect(found).toMatchObject({ undecided: 0, doubled: 0, errors: [], notesLost: 0 });
});

describe('the tests above find', () => {
  test('saves that are told too early', async ({ planted }) => {
    const trial = await planted('saved later');
    const lostWith = async (kills: number): Promise<number> => (await killWhileSaving(trial, kills, chanceFrom(SEED))).lost;
    // A kill may come when nothing was under way.
    expect((await lostWith(1)) || (await lostWith(3))).toBeGreaterThan(0);
  });

  test('passages that are there twice', async ({ planted }) => {
    const trial = await planted('reply lost, ids of the receiver');
    expect((await stopWhileHighlighting(trial, 1, chanceFrom(SEED))).twice).toBeGreaterThan(0);
  });

  test('an earlier version that is left', async ({ planted }) => {
    const found = await updateUnderPages(await planted('earlier version left'), 1, 1);
    expect(found.doubled + found.undecided).toBeGreaterThan(0);
  });

  test('a loss that nobody looks for', async ({ planted }) => {
    const trial = await planted('never compared');
    expect((await damageClosedProfiles(trial, 1, chanceFrom(SEED), ['all deleted'])).silent).toHaveLength(1);
  });
});
