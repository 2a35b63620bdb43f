/** Where the real browsers are on this machine, and what to do where they are not. */
import { execFileSync } from 'node:child_process';
import { accessSync, constants } from 'node:fs';
import { delimiter, join } from 'node:path';
import type { Target } from './manifest.ts';

interface Installation {
  /** Environment variable that names the executable, for unusual places. */
  readonly variable: string;
  /** Commands looked for on the PATH, best first. Firefox ESR comes first: it is the oldest version we support. */
  readonly commands: readonly string[];
  /** Debian's package. */
  readonly packageName: string;
}

const INSTALLATIONS: Readonly<Record<Target, Installation>> = {
  chromium: { variable: 'CHROMIUM', commands: ['chromium', 'chromium-browser'], packageName: 'chromium' },
  firefox: { variable: 'FIREFOX', commands: ['firefox-esr', 'firefox'], packageName: 'firefox-esr' },
};

/**
 * Path of the browser's executable. Installs it where we may (Debian or Ubuntu, as root).
 * @throws Error that says what to install where we may not.
 */
export function findBrowser(target: Target): string {
  const { variable, commands, packageName } = INSTALLATIONS[target];
  const found = process.env[variable] ?? firstOnPath(commands);
  if (found !== undefined) return found;
  if (process.getuid?.() === 0 && firstOnPath(['apt-get']) !== undefined) {
    console.error(`${commands[0]} is not installed: installing Debian's package ${packageName}`);
    execFileSync('apt-get', ['update', '-q'], { stdio: ['ignore', 'ignore', 'inherit'] });
    execFileSync('apt-get', ['install', '-y', '-q', packageName], { stdio: ['ignore', 'ignore', 'inherit'] });
    const installed = firstOnPath(commands);
    if (installed !== undefined) return installed;
  }
  throw new Error(
    `No ${target} found. Run: sudo apt-get install ${packageName}\n(or name an executable in the variable ${variable})`,
  );
}

function firstOnPath(commands: readonly string[]): string | undefined {
  const folders = (process.env['PATH'] ?? '').split(delimiter);
  return commands.flatMap((command) => folders.map((folder) => join(folder, command))).find(isExecutable);
}

function isExecutable(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}
