/** The day of publication in a page's JSON-LD (schema.org), as publishing systems really write it. */
import { ARTICLE_TYPES } from './date-clue-ranks.ts';
import { readStamp, type Stamp } from './written-date.ts';

type Node = Readonly<Record<string, unknown>>;

/**
 * Gives the date of the page's own article. Where several articles with different days are described (a list, related items), it is
 * the one whose address is the page's; if none is, `null`. Parts of an article, such as comments, are never looked into.
 * @param scripts texts of `application/ld+json` scripts; what does not parse is passed over.
 * @param isThisPage tells whether an address names the page.
 */
export function jsonLdDate(scripts: readonly string[], isThisPage: (address: string) => boolean): Stamp | null {
  const nodes = scripts.flatMap((script) => topNodes(parsed(script)));
  for (const type of ARTICLE_TYPES) {
    const dated = nodes
      .filter((node) => typesOf(node).some((name) => type.test(name)))
      .flatMap((node) => {
        const stamp = stampOf(node);
        return stamp === null ? [] : [{ stamp, isOwn: addressesOf(node).some(isThisPage) }];
      });
    const own = dated.find(({ isOwn }) => isOwn);
    if (own !== undefined) return own.stamp;
    const first = dated[0];
    if (first === undefined) continue;
    if (dated.every(({ stamp }) => stamp.day === first.stamp.day)) return first.stamp;
    return null;
  }
  return null;
}

/** Parses leniently: HTML comment or CDATA marks around the JSON and raw line breaks inside strings are common on news sites. */
function parsed(script: string): unknown {
  const json = script
    .trim()
    .replace(/^(?:<!--|(?:\/\/|\/\*)?\s*<!\[CDATA\[(?:\*\/)?)/, '')
    .replace(/(?:-->|(?:\/\/|\/\*)?\s*\]\]>(?:\*\/)?)$/, '')
    .replace(/;\s*$/, '')
    // Control characters, which JSON allows nowhere inside a string.
    .replace(/\p{Cc}+/gu, ' ');
  try {
    return JSON.parse(json);
  } catch {
    return null;
  }
}

/** The nodes that stand for the page itself: list items at the top, those of `@graph`, and the main entity of a page. */
function topNodes(value: unknown): Node[] {
  if (Array.isArray(value)) return value.flatMap(topNodes);
  if (!isNode(value)) return [];
  return [value, ...topNodes(value['@graph']), ...topNodes(value['mainEntity'])];
}

function isNode(value: unknown): value is Node {
  return typeof value === 'object' && value !== null;
}

function typesOf(node: Node): string[] {
  return texts(node['@type']).map((type) => type.replace(/^(https?:\/\/)?schema\.org\//, '').replace(/^schema:/, ''));
}

function stampOf(node: Node): Stamp | null {
  for (const name of ['datePublished', 'dateCreated', 'uploadDate']) {
    for (const text of texts(node[name])) {
      const stamp = readStamp(text);
      if (stamp !== null) return stamp;
    }
  }
  return null;
}

function addressesOf(node: Node): string[] {
  const page = node['mainEntityOfPage'];
  return [...texts(node['url']), ...texts(node['@id']), ...texts(page), ...(isNode(page) ? texts(page['@id']) : [])];
}

/** A JSON-LD value as the strings it holds: one, a list, or `{"@value": ...}`. Numbers count (milliseconds since the epoch). */
function texts(value: unknown): string[] {
  if (typeof value === 'string') return [value];
  if (typeof value === 'number') return [String(value)];
  if (Array.isArray(value)) return value.flatMap(texts);
  return isNode(value) && '@value' in value ? texts(value['@value']) : [];
}
