/** What a sighted reader sees on an open card, beside what the accessibility tree tells of it. */
import type { Reader } from './reader.ts';
import { until } from './until.ts';

/** Clicks the first mark with this text with the real mouse; gives the name of the card that opens. */
export async function clickMark(reader: Reader, text: string): Promise<string> {
  await reader.restOn(text);
  await reader.page.mouse.down();
  await reader.page.mouse.up();
  return until(`the card of '${text}'`, () => reader.inCard((root) => root.querySelector('.card h2')?.textContent, null));
}

/** Every dated thing that stands on the card above *Since this article* or, where that is missing, above the sources. */
export interface DatedAbove {
  /** `YYYY`, `YYYY-MM` or `YYYY-MM-DD`, as the card's `time` elements and its English text say them. */
  readonly dates: readonly string[];
  /** Labels of the strip's axis are no statement about a year: they are left out. */
  readonly text: string;
}

/** Reads the card that is open; the whole of it, also what is drawn and kept from screen readers. */
export async function datedAbove(reader: Reader): Promise<DatedAbove> {
  const read = await reader.inCard((root) => {
    const end = root.querySelector('.since, .known-until, .sources');
    const isAbove = (node: Node): boolean =>
      end !== null && (node.compareDocumentPosition(end) & Node.DOCUMENT_POSITION_FOLLOWING) !== 0;
    const times = [...root.querySelectorAll('.card time')].filter(isAbove).map((time) => (time as HTMLTimeElement).dateTime);
    const letters = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
    const text: string[] = [];
    while (letters.nextNode() !== null) {
      const { currentNode } = letters;
      if (isAbove(currentNode) && currentNode.parentElement?.closest('.years, style') === null)
        text.push(currentNode.textContent ?? '');
    }
    return { times, text: text.join(' ') };
  }, null);
  if (read === undefined) throw new Error('no card is open');
  return { dates: [...read.times, ...datesIn(read.text)], text: read.text };
}

const MONTHS = 'Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec'.split(' ');
const ENGLISH_DATE = /(?:(\d{1,2}) )?(?:(Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]* )?\b((?:19|20)\d\d)\b/g;

/** Dates in English text: `21 Feb 2020`, `February 2020`, `2020`. */
function datesIn(text: string): string[] {
  return [...text.matchAll(ENGLISH_DATE)].map(([, day, month, year]) => {
    const parts = [
      year,
      ...(month === undefined
        ? []
        : [twoDigits(MONTHS.indexOf(month) + 1), ...(day === undefined ? [] : [twoDigits(Number(day))])]),
    ];
    return parts.join('-');
  });
}

function twoDigits(number: number): string {
  return String(number).padStart(2, '0');
}
