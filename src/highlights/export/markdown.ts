/** Saved passages as Markdown, an article at a time, by a template the reader can edit. The default one reads well in Obsidian. */
import type { Highlight } from '../highlight.ts';
import { fillTemplate, parseTemplate, type Template, type Values } from './template.ts';

/** What a template starts as. */
export const DEFAULT_TEMPLATE = `## [{{title}}]({{address}})

{{site}}{{#author}} · {{author}}{{/author}}{{#written}} · written {{written}}{{/written}}

{{#highlights}}
{{quote}}

{{#note}}
{{note}}

{{/note}}
{{#tags}}
{{tags}}

{{/tags}}
{{/highlights}}
`;

/** Everything a template may name. */
export const TEMPLATE_NAMES: ReadonlySet<string> = new Set(
  'title address site author written highlights quote note tags colour entities saved id'.split(' '),
);

/** Reads a Markdown template. @throws TemplateError */
export function markdownTemplate(text: string): Template {
  return parseTemplate(text, TEMPLATE_NAMES);
}

/** One article's passages, in the order given; `highlights` are all of one article and at least one. */
export function markdownOf(template: Template, highlights: readonly [Highlight, ...Highlight[]]): string {
  const { article } = highlights[0];
  return fillTemplate(template, {
    title: escaped(article.title === '' ? article.address : article.title),
    address: encodeURI(decodedOnce(article.address)).replace(/[()]/g, (sign) => (sign === '(' ? '%28' : '%29')),
    site: escaped(article.site),
    author: escaped(article.author ?? ''),
    written: article.date?.day ?? '',
    highlights: highlights.map(passageValues),
  });
}

function passageValues({ id, anchor, note, tags, colour, entities, created }: Highlight): Values {
  return {
    quote: quoted(anchor.quote.exact),
    // The reader's own words may be Markdown themselves.
    note,
    tags: tags.map(hashtag).join(' '),
    colour,
    entities: entities.map(({ name }) => escaped(name)).join(', '),
    saved: created.slice(0, 10),
    id,
  };
}

/** Each line of a passage as a line of a block quote. */
function quoted(text: string): string {
  return text
    .split(/\r?\n/)
    .map((line) => `> ${escaped(line)}`.trimEnd())
    .join('\n');
}

/** Text of a page, of which nothing is to be taken for Markdown or HTML. Line ends become spaces. */
function escaped(text: string): string {
  return text
    .replace(/\s+/g, ' ')
    .replace(/[\\`*_{}[\]<>#|~$%&]/g, String.raw`\$&`)
    .replace(/^(\s*)([-+]|\d+[.)])(?=\s)/, String.raw`$1\$2`);
}

/** A tag as Obsidian reads one: letters, digits, `_`, `-` and `/`. */
function hashtag(tag: string): string {
  return `#${tag.trim().replace(/[^\p{L}\p{N}\p{M}_/-]+/gu, '-')}`;
}

/** An address of which nothing is encoded twice. */
function decodedOnce(address: string): string {
  try {
    return decodeURI(address);
  } catch {
    return address;
  }
}
