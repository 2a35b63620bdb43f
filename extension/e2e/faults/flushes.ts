/** What is said to be saved was flushed to the disk first (promises R2): counted with strace, so only where that is installed. */
import { execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readFileSync } from 'node:fs';
import { readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { Browser } from 'puppeteer-core';
import { until } from '../harness/until.ts';
import { Desk, type Trial } from './desk.ts';
import { freshProfile } from './profile.ts';

/** What came of it. */
export interface Flushes {
  readonly saves: number;
  /** Flushes of the files of a database (fsync and fdatasync) meanwhile. */
  readonly flushes: number;
  /** Saves before which, since the save before, no file of a database was flushed. */
  readonly unflushed: number;
}

/** Whether strace is there. */
export function canTrace(): boolean {
  try {
    execFileSync('strace', ['--version'], { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
}

/** Saves so many passages, one after the other, and counts. */
export async function countFlushes(trial: Trial, count: number): Promise<Flushes> {
  const profile = await freshProfile();
  const desk = await Desk.open(trial, profile, 1);
  // The first save makes files; what it flushes says little of the next.
  await desk.save(crypto.randomUUID());
  const log = join(profile, 'flushes');
  const processes = groupOf(desk.running.browser);
  const tracing = ['-f', '-qq', '-y', '-ttt', '-e', 'trace=fsync,fdatasync', '-o', log];
  const traced = spawn('strace', [...tracing, ...processes.flatMap((pid) => ['-p', `${pid}`])], { stdio: 'ignore' });
  const ended = once(traced, 'exit');
  await until('the tracing', () => processes.every(isTraced));
  const said: number[] = [];
  const from = Date.now();
  while (said.length < count) {
    const { ok } = await desk.save(crypto.randomUUID());
    if (ok) said.push(Date.now());
    // Slower than the pace at which a page is refused.
    await new Promise((resolve) => setTimeout(resolve, 60));
  }
  traced.kill('SIGINT');
  await ended;
  const times = flushTimes(await readFile(log, 'utf8'));
  await desk.running.stop();
  await rm(profile, { recursive: true, force: true });
  const meanwhile = times.filter((time) => time >= from);
  const unflushed = said.filter((time, at) => {
    const before = said[at - 1] ?? from;
    return !meanwhile.some((flushed) => flushed >= before && flushed <= time);
  });
  return { saves: said.length, flushes: meanwhile.length, unflushed: unflushed.length };
}

/** Every process that the browser started, and itself. */
function groupOf(browser: Browser): readonly number[] {
  const leader = browser.process()?.pid;
  if (leader === undefined) throw new Error('this browser was not started here');
  const list = execFileSync('ps', ['-e', '-o', 'pid=,ppid='], { encoding: 'utf8' }).trim().split('\n');
  const parents = list.map((line) => line.trim().split(/\s+/).map(Number));
  const group = [leader];
  // Grows as it is walked: children of children.
  for (const parent of group) for (const [pid, ppid] of parents) if (ppid === parent && pid !== undefined) group.push(pid);
  return group;
}

function isTraced(pid: number): boolean {
  const status = `/proc/${pid}/status`;
  // One that ended meanwhile writes nothing.
  return !existsSync(status) || !/^TracerPid:\s*0$/m.test(readFileSync(status, 'utf8'));
}

/** When a file of a database was flushed, milliseconds since the epoch; see strace(1) for `-y` and `-ttt`. */
function flushTimes(log: string): readonly number[] {
  return log
    .split('\n')
    .filter((line) => /f(data)?sync\(/.test(line) && /IndexedDB|\/idb\//.test(line))
    .map((line) => 1000 * Number(/ (\d+\.\d+) /.exec(line)?.[1] ?? Number.NaN));
}
