/** Builds the extension once before the end-to-end tests, so that they never drive yesterday's. */
import { execFileSync } from 'node:child_process';

/** vitest's `globalSetup`. */
export function setup(): void {
  execFileSync('npx', ['tsx', 'build.ts'], { stdio: 'inherit' });
}
