import { unzipSync } from 'fflate';
import { afterEach, expect, test, vi } from 'vitest';
import { bytesOf } from './files.ts';
import { zip } from './zip.ts';

const a = ['a.txt', bytesOf('first')] as const;
const b = ['folder/b.txt', bytesOf('second')] as const;

afterEach(() => vi.unstubAllEnvs());

test('holds every file', () => {
  const files = unzipSync(zip(new Map([a, b])));
  expect(Object.fromEntries(Object.entries(files).map(([path, bytes]) => [path, new TextDecoder().decode(bytes)]))).toEqual({
    'a.txt': 'first',
    'folder/b.txt': 'second',
  });
});

test('does not depend on the order in which files were made', () => {
  expect(zip(new Map([b, a]))).toEqual(zip(new Map([a, b])));
});

test('does not depend on the time zone', () => {
  vi.stubEnv('TZ', 'Asia/Damascus');
  const there = zip(new Map([a]));
  vi.stubEnv('TZ', 'America/Los_Angeles');
  expect(zip(new Map([a]))).toEqual(there);
});
