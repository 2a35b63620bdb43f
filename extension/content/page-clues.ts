/** What a page says about itself, as it stands in the page; judged in the background. */
import type { PageClues } from '../../src/messages/from-page.ts';
import { collectDateClues } from '../../src/page/article-date/date-clues.ts';
import type { SnapshotBlock } from '../../src/page/snapshot.ts';

/** Longest value taken, in UTF-16 code units. */
const LONGEST_CLUE = 2000;

/** Collects the clues of a document; `blocks` is its text in reading order. */
export function collectPageClues(document: Document, blocks: readonly SnapshotBlock[]): PageClues {
  const named = (selector: string, attribute: string): string | undefined =>
    document.querySelector(selector)?.getAttribute(attribute)?.slice(0, LONGEST_CLUE);
  const openGraphAddress = named('meta[property="og:url"]', 'content');
  const canonical = named('link[rel~="canonical"]', 'href') ?? openGraphAddress;
  const siteName = named('meta[property="og:site_name"]', 'content');
  const author = named('meta[name="author"]', 'content');
  return {
    lang: blocks[0]?.content.box.closest('[lang]')?.getAttribute('lang') ?? document.documentElement.lang,
    title: document.title.slice(0, LONGEST_CLUE),
    alternates: [openGraphAddress, named('link[rel="amphtml"]', 'href')].filter((address) => address !== undefined),
    dates: collectDateClues(document, blocks),
    ...(canonical === undefined ? {} : { canonical }),
    ...(siteName === undefined ? {} : { siteName }),
    ...(author === undefined ? {} : { author }),
  };
}
