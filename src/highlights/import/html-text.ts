/**
 * The text of a piece of HTML, for imports. By hand, since our pages let no string become a document (Trusted Types); what comes out is only
 * ever used as text, so markup that is read wrongly is ugly and not dangerous.
 */

const NAMED: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'", nbsp: '\u00a0' };
/** Elements that begin a line of their own. */
const LINE = /^<\/?(?:p|div|li|ul|ol|br|h[1-6]|blockquote|tr|table|pre|figure)\b/i;

/** Text without markup, white space as a browser shows it: one space, one line end between blocks. Linear, whatever the text. */
export function textOfHtml(html: string): string {
  return html
    .replace(/<[^<>]*>/g, (tag) => (LINE.test(tag) ? '\n' : ''))
    .replace(/&(?:#(\d{1,7})|#x([0-9a-f]{1,6})|([a-z]{2,6}));/gi, (whole, decimal?: string, hex?: string, name?: string) => {
      if (name !== undefined) return NAMED[name.toLowerCase()] ?? whole;
      return characterOf(decimal === undefined ? Number.parseInt(hex ?? '', 16) : Number(decimal)) ?? whole;
    })
    .split('\n')
    .map((line) => line.replace(/[ \t\r]+/g, ' ').trim())
    .filter((line) => line !== '')
    .join('\n');
}

/** The character of a code point; `undefined` for what is none. */
function characterOf(point: number): string | undefined {
  const exists = point > 0 && point <= 0x10ffff && (point < 0xd800 || point > 0xdfff);
  return exists ? String.fromCodePoint(point) : undefined;
}
