/** The disk is full, and then it is not (promises R6): on a small disk of its own, in memory, so only where one may be mounted. */
import { execFileSync } from 'node:child_process';
import { mkdir, open, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { askBackground } from '../harness/own-page.ts';
import { until } from '../harness/until.ts';
import { Desk, type Trial } from './desk.ts';
import { freshProfile } from './profile.ts';

/** What came of it. */
export interface FullDisks {
  readonly filled: number;
  /** Saves that were said to be saved, before, during and after. */
  readonly acknowledged: number;
  /** Saves that were refused while the disk was full. */
  readonly refused: number;
  /** Of those said to be saved, how many were not there when the profile was opened again. */
  readonly lost: number;
  /** Of those lost, how many the extension did not tell of then. */
  readonly untold: number;
  /** Longest time from room on the disk to the next save, milliseconds. */
  readonly slowestReturn: number;
}

const DISK = '300m';
const CHUNK = new Uint8Array(1 << 20);
/** Saves tried on each full disk: few enough that the pace of a reader is never the reason of a refusal. */
const TRIES = 6;

/** Whether a disk of its own can be mounted here. */
export function canMount(): boolean {
  return process.platform === 'linux' && process.getuid?.() === 0;
}

/**
 * So many times on a new disk: fills it, saves on it, makes room again; then looks what is there at the next start, and what is told.
 * @param fills full disks in one session. After ten or so Chromium's two stores lose what was saved last, both of them (docs/DECISIONS/second-copy.md)
 */
export async function saveOnFullDisk(trial: Trial, count: number, fills: number): Promise<FullDisks> {
  const all = { filled: 0, acknowledged: 0, refused: 0, lost: 0, untold: 0, slowestReturn: 0 };
  for (let time = 0; time < count; time++) {
    const one = await onNewDisk(trial, fills);
    all.filled += one.filled;
    all.acknowledged += one.acknowledged;
    all.refused += one.refused;
    all.lost += one.lost;
    all.untold += one.untold;
    all.slowestReturn = Math.max(all.slowestReturn, one.slowestReturn);
  }
  return all;
}

async function onNewDisk(trial: Trial, fills: number): Promise<FullDisks> {
  const disk = await freshProfile();
  execFileSync('mount', ['-t', 'tmpfs', '-o', `size=${DISK}`, 'dateline-faults', disk]);
  try {
    return await fillAndFree(trial, disk, fills);
  } finally {
    execFileSync('umount', ['--lazy', disk]);
    await rm(disk, { recursive: true, force: true });
  }
}

async function fillAndFree(trial: Trial, disk: string, fills: number): Promise<FullDisks> {
  const profile = join(disk, 'profile');
  await mkdir(profile);
  const acknowledged = new Set<string>();
  let [refused, slowestReturn] = [0, 0];
  const desk = await Desk.open(trial, profile, 2);
  const save = async (): Promise<boolean> => {
    const id = crypto.randomUUID();
    const { ok } = await desk.save(id);
    if (ok) acknowledged.add(id);
    return ok;
  };
  await until('a first save', save);
  for (let filled = 0; filled < fills; filled++) {
    const ballast = join(disk, 'ballast');
    await fill(ballast);
    for (let tries = 0; tries < TRIES; tries++) if (!(await save())) refused++;
    await rm(ballast);
    const freed = Date.now();
    await until('a save after room was made', save);
    slowestReturn = Math.max(slowestReturn, Date.now() - freed);
  }
  await desk.running.stop();
  const again = await Desk.open(trial, profile, 0);
  const kept = await again.kept();
  const { damage } = await askBackground(again.own, 'keeping-state', {});
  await again.running.stop();
  const lost = [...acknowledged].filter((id) => !kept.has(id)).length;
  const untold = Math.max(0, lost - (damage?.lost ?? 0));
  return { filled: fills, acknowledged: acknowledged.size, refused, lost, untold, slowestReturn };
}

/** Writes until there is no room for one more byte. */
async function fill(path: string): Promise<void> {
  const file = await open(path, 'w');
  try {
    for (let size = CHUNK.length; size >= 1; ) {
      try {
        await file.write(CHUNK.subarray(0, size));
      } catch (error) {
        if ((error as NodeJS.ErrnoException).code !== 'ENOSPC') throw error;
        size >>= 4;
      }
    }
  } finally {
    await file.close();
  }
}
