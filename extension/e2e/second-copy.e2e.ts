/** A second copy that nobody can read is told, and made anew: in Firefox, where it stays unreadable once it is. */
import { open, readdir, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, inject } from 'vitest';
import { Desk, type Trial } from './faults/desk.ts';
import { freshProfile } from './faults/profile.ts';
import { mirroredCount } from './harness/store.ts';
import { test as base } from './harness/test.ts';
import { until } from './harness/until.ts';

/** A file's first page says that it is a database; all that it holds comes after. */
const PAGE = 4096;

const test = base.extend<{ trial: Trial; profile: string }>({
  trial: async ({ news }, use) => {
    const target = inject('target');
    await use({ target, extension: `dist/test-${target}`, news });
  },
  profile: async ({}, use) => {
    const profile = await freshProfile();
    await use(profile);
    await rm(profile, { recursive: true, force: true });
  },
});

describe.runIf(inject('target') === 'firefox')('a second copy that cannot be read', () => {
  test('is told where backups are made, and made anew by one press', { timeout: 120_000 }, async ({ trial, profile }) => {
    const before = await Desk.open(trial, profile, 1);
    expect((await before.save(crypto.randomUUID())).ok).toBe(true);
    await until('the second copy to have it', async () => (await mirroredCount(before.own)) === 1);
    await before.running.stop();
    await spoilSecondCopy(profile);

    const { own, running } = await Desk.open(trial, profile, 0);
    const problem = (): Promise<string | null> =>
      own.evaluate(() => document.querySelector('#backup .problem')?.textContent ?? null);
    await until('the report', async () => (await problem())?.includes('second copy of your highlights cannot be read'));
    await own.click('#backup .problem button');
    await until('the report gone', async () => (await problem()) === null);
    await running.stopBackground();
    const later = await running.openOwnPage('options/options.html');
    await until('a second copy again', async () => (await mirroredCount(later)) === 1);
    await running.stop();
  });
});

/** Firefox names a database's file after a hash and the letters of the name, first and last in turn. */
async function spoilSecondCopy(profile: string): Promise<void> {
  const root = join(profile, 'storage/default');
  const found = (await readdir(root, { recursive: true })).filter((path) => path.endsWith('dyaptoecl-idnneo-cse.sqlite'));
  expect(found).toHaveLength(1);
  for (const path of found) {
    const file = await open(join(root, path), 'r+');
    await file.write(new Uint8Array((await stat(join(root, path))).size - PAGE).fill(255), 0, null, PAGE);
    await file.close();
  }
}
