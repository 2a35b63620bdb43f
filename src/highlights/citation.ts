/** A quote with its source, as it is pasted elsewhere. */

/** What is cited. Texts are a page's: nothing in them is taken for markup. */
export interface Cited {
  readonly quote: string;
  readonly title: string;
  readonly address: string;
  readonly site?: string | undefined;
  readonly author?: string | undefined;
  /** The day it was written, as the reader's language writes days. */
  readonly day?: string | undefined;
}

/** As plain text: the quote in quotation marks, then the source in a line of its own. */
export function plainCitation(cited: Cited): string {
  const { title, address, quote } = cited;
  return `“${quote}”\n— ${[...whoAndWhere(cited, title || address)].join(', ')}${title === '' ? '' : `. ${address}`}\n`;
}

/** As Markdown (CommonMark 0.31): a block quote whose last line names and links the source. */
export function markdownCitation(cited: Cited): string {
  const { title, address, quote } = cited;
  const link = `[${escaped(title || address)}](<${address.replace(/[<>\\]/g, encodeURIComponent)}>)`;
  const source = `— ${[...whoAndWhere(cited, link, escaped)].join(', ')}`;
  return `${[...quote.split('\n').map(escaped), '', source].map((line) => `> ${line}`.trimEnd()).join('\n')}\n`;
}

function* whoAndWhere({ author, site, day }: Cited, title: string, write = (text: string): string => text): Generator<string> {
  if (author) yield write(author);
  yield title;
  if (site) yield write(site);
  if (day) yield write(day);
}

/** Puts a backslash before what could begin markup; line ends become spaces. */
function escaped(text: string): string {
  return text
    .replace(/\s+/g, ' ')
    .replace(/[\\`*_[\]<>#|~!&]/g, '\\$&')
    .replace(/^(\d+)([.)])/, '$1\\$2')
    .replace(/^[-+=]/, '\\$&');
}
