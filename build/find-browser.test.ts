import { chmod, mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { findBrowser } from './find-browser.ts';

let folder: string;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'browsers-'));
  vi.stubEnv('PATH', folder);
  vi.stubEnv('CHROMIUM', undefined);
  vi.stubEnv('FIREFOX', undefined);
});

afterEach(() => vi.unstubAllEnvs());

async function install(command: string, script = ''): Promise<void> {
  await writeFile(join(folder, command), `#!/bin/sh\n${script}\n`);
  await chmod(join(folder, command), 0o755);
}

test('takes the executable a variable names', () => {
  vi.stubEnv('FIREFOX', '/opt/nightly/firefox');
  expect(findBrowser('firefox')).toBe('/opt/nightly/firefox');
});

test('prefers Firefox ESR, the oldest version we support', async () => {
  await install('firefox');
  await install('firefox-esr');
  expect(findBrowser('firefox')).toBe(join(folder, 'firefox-esr'));
});

test('says what to install where it may not install anything', () => {
  expect(() => findBrowser('chromium')).toThrow('sudo apt-get install chromium');
});

test.runIf(process.getuid?.() === 0)('installs the package where it may', async () => {
  // A package manager that leaves behind what it was asked for.
  await install('apt-get', `case "$*" in *install*chromium) echo > ${folder}/chromium; /bin/chmod +x ${folder}/chromium;; esac`);
  expect(findBrowser('chromium')).toBe(join(folder, 'chromium'));
});
