/** Profiles of their own for browsers that are to be harmed, and the harm done to processes. */
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser } from 'puppeteer-core';
import { until } from '../harness/until.ts';

/** An empty folder for a profile; whoever asks removes it. */
export function freshProfile(): Promise<string> {
  return mkdtemp(join(tmpdir(), 'dateline-faults-'));
}

/** Kills the browser and every process it started, at once; resolves when it is gone and its profile can be opened again. */
export async function killGroup(browser: Browser, profile: string): Promise<void> {
  const started = browser.process();
  if (started?.pid === undefined) throw new Error('this browser was not started here');
  const gone = once(started, 'exit');
  // The driver starts each browser as the leader of a process group.
  process.kill(-started.pid, 'SIGKILL');
  await gone;
  // The driver puts back the settings it had set aside.
  await until('the settings put back', () => !existsSync(join(profile, 'prefs.js.puppeteer')));
}
