/** An article's address: one canonical form by which it is known, and the other addresses it goes by. */
import { archivedCopy } from './article-date/address-date.ts';
import IGNORED from './ignored-parameters.json';

/** Query parameters that say how a reader came or which layout they want, not which article it is. `*` ends a prefix; `name=value` is ignored with that value only. */
const IGNORED_PARAMETERS: readonly string[] = IGNORED.flatMap((line) => line.split(' '));

/** What is known of an article's addresses, all in stripped form ({@link strippedAddress}). */
export interface ArticleAddress {
  /** By which the article is known. */
  readonly canonical: string;
  /** Every other address the page has or claims; without repeats and without the canonical one. */
  readonly aliases: readonly string[];
}

/**
 * Finds an article's canonical address: what the page claims (`rel=canonical`, else `og:url`), else its own, stripped.
 * A claim counts only within the same site, and not when it points at the front page (a common fault of templates): a page
 * must not be able to pass for another site's article. An archive's copy is known by the address it was made of.
 * @param address the page's address as the browser gives it.
 */
export function articleAddress(
  address: string,
  claims: { readonly canonical?: string | undefined; readonly alternates: readonly string[] },
): ArticleAddress {
  const own = originalOf(address);
  const claimed = [claims.canonical, ...claims.alternates].flatMap((claim) => {
    const url = claim === undefined ? null : parsedUrl(claim, own);
    if (url === null) return [];
    const original = new URL(originalOf(url.href));
    return isSameSite(original, own) && (original.pathname !== '/' || own.pathname === '/') ? [strippedAddress(original)] : [];
  });
  const canonical = (claims.canonical === undefined ? undefined : claimed[0]) ?? strippedAddress(own);
  const all = new Set([...claimed, strippedAddress(own), strippedAddress(new URL(address))]);
  all.delete(canonical);
  return { canonical, aliases: [...all] };
}

/** Whether two addresses name the same article as far as the addresses alone can tell. */
export function sameAddress(one: string, other: string): boolean {
  const [a, b] = [parsedUrl(one, other), parsedUrl(other)];
  return a !== null && b !== null && pathOnSite(a) === pathOnSite(b);
}

/** Site, path and query; scheme, layout host and closing stroke do not tell articles apart. */
function pathOnSite(url: URL): string {
  const { host, pathname, search } = new URL(strippedAddress(url));
  return `${siteOf(host)}${pathname.replace(/\/$/, '')}${search}`;
}

/** The address without fragment, ignored parameters, AMP and print segments; `#!` fragments, which name a page, stay. */
function strippedAddress(url: URL): string {
  const stripped = new URL(url);
  if (!stripped.hash.startsWith('#!')) stripped.hash = '';
  // A copy, since deleting while iterating passes over entries.
  for (const [name, value] of Array.from(stripped.searchParams)) {
    if (isIgnored(name.toLowerCase(), value)) stripped.searchParams.delete(name, value);
  }
  stripped.pathname = stripped.pathname.replace(/\.amp(?=\.html?$|$)/, '').replace(/\/(amp|print)(?=\/|$)/, '') || '/';
  return stripped.href.replace(/\?$/, '');
}

function isIgnored(name: string, value: string): boolean {
  return IGNORED_PARAMETERS.some((entry) =>
    entry.endsWith('*') ? name.startsWith(entry.slice(0, -1)) : entry === name || entry === `${name}=${value}`,
  );
}

function parsedUrl(address: string, base?: URL | string): URL | null {
  return URL.canParse(address, base) ? new URL(address, base) : null;
}

/** The publisher's address behind an archive's copy or an AMP cache (`/amp/s/HOST/…`, `HOST.cdn.ampproject.org/c/s/HOST/…`). */
function originalOf(address: string): URL {
  const copy = archivedCopy(address);
  const cached = /^https:\/\/(?:www\.google\.[a-z.]+\/amp|[^/]+\.cdn\.ampproject\.org\/[cvwa])\/(s\/)?(.+)$/.exec(address);
  const original =
    copy?.original ?? (cached === null ? address : `${cached[1] === undefined ? 'http' : 'https'}://${cached[2] ?? ''}`);
  return parsedUrl(original) ?? new URL(address);
}

function isSameSite(one: URL, other: URL): boolean {
  const [a, b] = [siteOf(one.host), siteOf(other.host)];
  return /^https?:$/.test(one.protocol) && (a === b || a.endsWith(`.${b}`) || b.endsWith(`.${a}`));
}

/** A host without the label that only says which layout it serves. */
function siteOf(host: string): string {
  return host.replace(/^(www|m|mobile|amp|touch|wap)\./, '');
}
