import { describe, expect, test } from 'vitest';
import { manifestFor, TARGETS } from './manifest.ts';

describe.each(TARGETS)('the manifest for %s', (target) => {
  test('is the one that was signed off: a new key or permission needs a person to look at it', async () => {
    await expect(`${JSON.stringify(manifestFor(target, { hostsGranted: false }), null, 2)}\n`).toMatchFileSnapshot(
      `snapshots/manifest-${target}.json`,
    );
  });

  test('asks for no host at install; only the tests’ variant does', () => {
    expect(manifestFor(target, { hostsGranted: false })).not.toHaveProperty('host_permissions');
    expect(manifestFor(target, { hostsGranted: true })).toMatchObject({ host_permissions: ['https://*/*', 'http://*/*'] });
  });
});
