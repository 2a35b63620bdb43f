/** What code and documents refer to is there: numbered promises, decisions, and files of the repository. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, test } from 'vitest';

const SOURCES = ['src', 'extension', 'build', 'bench', 'docs'].flatMap((folder) =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((path) => /\.(ts|tsx|css|md)$/.test(path))
    .map((path) => join(folder, path)),
);
const DOCUMENTS = ['README.md', ...SOURCES.filter((path) => path.endsWith('.md'))];

const read = (path: string): string => readFileSync(path, 'utf8');

test('every promise that is named by its number is in docs/PROMISES.md', () => {
  const promised = new Set([...read('docs/PROMISES.md').matchAll(/^\| ([FRS]\d+) \|/gm)].map(([, number]) => number));
  const named = SOURCES.flatMap((path) =>
    [...read(path).matchAll(/promises? ([FRS]\d+)\b/gi)].map(([, number]) => ({ path, number })),
  );
  expect(named.length).toBeGreaterThan(0);
  expect(named.filter(({ number }) => !promised.has(number))).toEqual([]);
});

test('every decision is in the index', () => {
  const records = readdirSync('docs/DECISIONS').filter((name) => name !== 'README.md');
  const listed = [...read('docs/DECISIONS/README.md').matchAll(/\]\(([\w-]+\.md)\)/g)].map(([, name]) => name);
  expect(new Set(listed)).toEqual(new Set(records));
});

describe.each(DOCUMENTS)('%s', (path) => {
  test('links to what is there', () => {
    const links = [...read(path).matchAll(/\]\(([^)#:]+)\)/g)].map(([, link]) => join(dirname(path), link ?? ''));
    expect(links.filter((link) => !existsSync(link))).toEqual([]);
  });

  test('names files that are there', () => {
    const named = [...read(path).matchAll(/`((?:src|extension|build|bench|docs)\/[\w./-]+)`/g)].map(([, name]) => name ?? '');
    const isPattern = (name: string): boolean => /\b(KIND|SLUG|SUITE)\b/.test(name);
    expect(named.filter((name) => !isPattern(name) && !existsSync(name))).toEqual([]);
  });
});

test('every document that the code names is there', () => {
  const named = SOURCES.filter((path) => !path.endsWith('.md')).flatMap((path) =>
    [...read(path).matchAll(/\bdocs\/[\w/-]+\.md/g)].map(([name]) => ({ path, name })),
  );
  expect(named.length).toBeGreaterThan(0);
  expect(named.filter(({ name }) => !existsSync(name))).toEqual([]);
});
