/** Collects from a document, unjudged, every string that may say on which day its article was written. */
import type { DateClues } from './article-date.ts';

/** JSON-LD longer than this, in UTF-16 code units, is sent without its long parts: live blogs carry megabytes. */
const LONGEST_CLUE = 10_000;
const LONG_PARTS = /^(articleBody|liveBlogUpdate|comment|description|hasPart|image|itemListElement)$/;
/** The most clues of one kind that are taken. */
const MOST_CLUES = 40;
/** How many elements around a `time` element are named. */
const PLACES_NAMED = 6;
/** How many blocks from the headline on may hold a dateline, and how much of each. */
const OPENING_BLOCKS = 15;
const OPENING_LENGTH = 200;

/** A block of the article's text, as `snapshot.ts` gives it. */
interface OpeningBlock {
  readonly content: { readonly box: Element; readonly text: string };
}

/**
 * Collects the clues of `document`.
 * @param blocks the article's text in reading order; lines are taken from its headline on, so that a clock above it is not.
 */
export function collectDateClues(document: Document, blocks: readonly OpeningBlock[]): DateClues {
  const headline = blocks.findIndex(({ content }) => content.box.closest('h1') !== null);
  return {
    jsonLd: all(document, 'script[type="application/ld+json" i]').map((script) => shortened(script.textContent)),
    meta: all(document, 'meta[content]').flatMap((meta): [string, string][] => {
      const name = meta.getAttribute('property') ?? meta.getAttribute('name') ?? meta.getAttribute('itemprop') ?? '';
      const content = meta.getAttribute('content') ?? '';
      return DATE_NAME.test(name) && content.length <= LONGEST_DATE ? [[name, content]] : [];
    }),
    times: all(document, 'time, [itemprop="datePublished"]:not(meta)').map((time) => [
      time.getAttribute('datetime') ?? time.getAttribute('content') ?? '',
      time.textContent.trim().slice(0, LONGEST_DATE),
      placesAround(time),
    ]),
    opening: blocks
      .slice(Math.max(headline, 0))
      .slice(0, OPENING_BLOCKS)
      .map(({ content }) => content.text.slice(0, OPENING_LENGTH)),
  };
}

const DATE_NAME = /date|time|publi|issued|creat|dcterms/i;
const LONGEST_DATE = 60;

function shortened(json: string): string {
  if (json.length <= LONGEST_CLUE) return json;
  try {
    return JSON.stringify(JSON.parse(json), (name, value: unknown) => (LONG_PARTS.test(name) ? undefined : value)).slice(
      0,
      LONGEST_CLUE,
    );
  } catch {
    return '';
  }
}

function all(document: Document, selector: string): Element[] {
  return [...document.querySelectorAll(selector)].slice(0, MOST_CLUES);
}

/** An element and those around it, innermost first: `time.published[datePublished] < div.byline < article`. */
function placesAround(element: Element): string {
  const places: string[] = [];
  for (let place: Element | null = element; place !== null && places.length < PLACES_NAMED; place = place.parentElement) {
    const { localName, id, classList } = place;
    if (localName === 'body') break;
    const property = place.getAttribute('itemprop');
    places.push(
      [localName, ...(id === '' ? [] : [`#${id}`]), ...[...classList].map((name) => `.${name}`)].join('') +
        (property === null ? '' : `[${property}]`),
    );
  }
  return places.join(' < ').slice(0, 400);
}
