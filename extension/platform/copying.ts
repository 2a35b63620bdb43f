/** A passage and its source, for the clipboard. */
import { type Cited, markdownCitation, plainCitation } from '../../src/highlights/citation.ts';
import type { Highlight } from '../../src/highlights/highlight.ts';
import { formatDate } from '../../src/ui/dates.ts';

/** Puts a quote with its source on the clipboard; call it inside a click. Rejects where the browser does not allow it. */
export function copyHighlight({ anchor, article }: Highlight, as: 'plain' | 'markdown', locale: string): Promise<void> {
  const { title, address, site, author, date } = article;
  const cited: Cited = {
    quote: anchor.quote.exact,
    title,
    address,
    site,
    author,
    day: date === undefined ? undefined : formatDate(date.day, locale),
  };
  return navigator.clipboard.writeText(as === 'plain' ? plainCitation(cited) : markdownCitation(cited));
}
