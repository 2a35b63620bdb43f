/** The press Dateline offers to read along with: `news-hosts.json`, in groups by language. */
import { FORM_LANGUAGES, type FormLanguage } from '../../src/facts/entity.ts';
import listed from './news-hosts.json' with { type: 'json' };

/** Hosts by the language of the press, as listed. */
export const NEWS_HOSTS: ReadonlyMap<FormLanguage, readonly string[]> = new Map(
  FORM_LANGUAGES.map((lang) => [lang, listed.filter((entry) => entry.lang === lang).map(({ host }) => host)]),
);

/** Match patterns for hosts and everything under them (`www.`, `edition.`): over `https` alone, which all of them use. */
export function patternsFor(hosts: readonly string[]): string[] {
  return hosts.map((host) => `https://*.${host}/*`);
}
