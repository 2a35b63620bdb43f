import { expect, test } from 'vitest';
import { FORM_LANGUAGES } from '../../src/facts/entity.ts';
import listed from './news-hosts.json' with { type: 'json' };
import { NEWS_HOSTS, patternsFor } from './news-hosts.ts';

test('lists at least 150 hosts, none twice', () => {
  const hosts = listed.map(({ host }) => host);
  expect(hosts.length).toBeGreaterThanOrEqual(150);
  expect(new Set(hosts).size).toBe(hosts.length);
});

test.each(listed)('$host is a bare host name', ({ host, lang }) => {
  expect(host).toMatch(/^[a-z0-9-]+(\.[a-z0-9-]+)+$/);
  expect(host).not.toMatch(/^www\./);
  expect(new URL(`https://${host}/`).host).toBe(host);
  expect(FORM_LANGUAGES).toContain(lang);
});

test('every language has a press to choose, and nothing is lost between the languages', () => {
  const groups = [...NEWS_HOSTS.values()];
  for (const hosts of groups) expect(hosts.length).toBeGreaterThanOrEqual(10);
  expect(groups.flat().length).toBe(listed.length);
});

test('a pattern holds for a host and what is under it, over https', () => {
  expect(patternsFor(['bbc.com'])).toEqual(['https://*.bbc.com/*']);
});
