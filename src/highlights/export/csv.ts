/** Saved passages as a table for spreadsheets: CSV after RFC 4180, with a byte order mark, since Excel takes it for another encoding else. */
import type { Highlight } from '../highlight.ts';

const BYTE_ORDER_MARK = '\ufeff';
const LINE_END = '\r\n';
/** A cell that begins so is taken for a formula by one spreadsheet or another (OWASP, 'CSV Injection'). */
const FORMULA = /^[=+\-@\t\r\n\uff0b\uff0d\uff1d\uff20]/;

const COLUMNS: Readonly<Record<string, (highlight: Highlight) => string>> = {
  quote: ({ anchor }) => anchor.quote.exact,
  note: ({ note }) => note,
  tags: ({ tags }) => tags.join('; '),
  colour: ({ colour }) => colour,
  title: ({ article }) => article.title,
  site: ({ article }) => article.site,
  author: ({ article }) => article.author ?? '',
  written: ({ article }) => article.date?.day ?? '',
  address: ({ article }) => article.address,
  entities: ({ entities }) => entities.map(({ name }) => name).join('; '),
  created: ({ created }) => created,
  modified: ({ modified }) => modified,
  id: ({ id }) => id,
};

/** The first line: what the columns are. Names stay English, so that tables made in different languages go together. */
export function csvHead(): string {
  return BYTE_ORDER_MARK + lineOf(Object.keys(COLUMNS));
}

/** The line of one passage. */
export function csvLine(highlight: Highlight): string {
  return lineOf(Object.values(COLUMNS).map((cell) => cell(highlight)));
}

function lineOf(cells: readonly string[]): string {
  return cells.map(cellOf).join(',') + LINE_END;
}

/** A cell that no spreadsheet computes: what might be a formula is preceded by an apostrophe, which they show as text. */
function cellOf(text: string): string {
  const safe = FORMULA.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
