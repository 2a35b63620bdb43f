/** Builds the extension once before the end-to-end tests, so that they never drive yesterday's. */
import { execFileSync } from 'node:child_process';

/** Both browsers' projects ask; they are set up in one process, one after the other. */
const DONE = 'DATELINE_BUILT_FOR_TESTS';

/** vitest's `globalSetup`. */
export function setup(): void {
  if (process.env[DONE] !== undefined) return;
  execFileSync('npm', ['run', '--silent', 'build'], { stdio: 'inherit' });
  process.env[DONE] = 'yes';
}
