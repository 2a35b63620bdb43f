/** The article a page holds, as it is known by and as it would be saved. */
import type { ArticleDate } from '../../src/facts/mention.ts';
import type { SavedArticle } from '../../src/highlights/highlight.ts';
import type { PageClues } from '../../src/messages/from-page.ts';
import { type ArticleAddress, articleAddress } from '../../src/page/address.ts';
import { browser } from '../platform/browser.ts';

/** The most other addresses kept of an article; what a page claims beyond them is not believed. */
const MOST_ALIASES = 16;
/** Longest site or author taken, in UTF-16 units: as long as a record holds. */
const LONGEST_NAME = 1024;

/** Under which passages of our demonstration article are saved: its page's own address is another one in every installation. */
const DEMONSTRATION = 'https://dateline.example/welcome';

/** The addresses of the article at an address of the browser's, with what its page claims. */
export function addressOf(address: string, claims: Pick<PageClues, 'canonical' | 'alternates'>): ArticleAddress {
  if (address.startsWith(browser.runtime.getURL(''))) return { canonical: DEMONSTRATION, aliases: [] };
  return articleAddress(address, claims);
}

/** Where an article is to be seen again. */
export function addressToOpen({ address }: Pick<SavedArticle, 'address'>): string {
  return address === DEMONSTRATION ? browser.runtime.getURL('welcome/welcome.html') : address;
}

/**
 * An article by what the browser says of its page's address and what the page says of itself. Its addresses need not be of the web:
 * files are read, too.
 * @param address the page's address as the browser gives it
 */
export function articleOf(address: string, page: PageClues, date: ArticleDate | null): SavedArticle {
  const { canonical, aliases } = addressOf(address, page);
  return {
    address: canonical,
    aliases: aliases.slice(0, MOST_ALIASES),
    title: page.title,
    site: (page.siteName ?? new URL(canonical).host).slice(0, LONGEST_NAME),
    ...(page.author !== undefined && { author: page.author.slice(0, LONGEST_NAME) }),
    ...(date !== null && { date }),
  };
}

/** Every address of an article, the one it is known by first. */
export function addressesOf({ address, aliases }: Pick<SavedArticle, 'address' | 'aliases'>): readonly string[] {
  return [address, ...aliases];
}

/** Whether two articles have an address in common. */
export function isSameArticle(
  one: Pick<SavedArticle, 'address' | 'aliases'>,
  other: Pick<SavedArticle, 'address' | 'aliases'>,
): boolean {
  const addresses = new Set(addressesOf(one));
  return addressesOf(other).some((address) => addresses.has(address));
}
