/** Every fact of a pack in order of time as one HTML page without a script, for an editor to read through and find what does not agree. */
import type { ParsedEntity } from '../compile/parse-entity.ts';
import type { ParsedPack } from '../compile/parse-pack.ts';
import type { AuthoredEntity } from '../authored-entity.ts';
import { TEXT_LANGUAGES } from '../entity.ts';
import { earliestDay } from '../on-the-day.ts';

type Fact = AuthoredEntity['facts'][number];

/** A fact with the card it is on. */
interface Entry {
  readonly parsed: ParsedEntity;
  readonly fact: Fact;
  /** As the file writes it. */
  readonly from: string;
  readonly line: number;
}

const STYLE = `
body { max-width: 60rem; margin: 2rem auto; padding: 0 1rem; font: 16px/1.5 system-ui, sans-serif; color-scheme: light dark }
article { display: grid; grid-template-columns: 11rem 1fr; gap: 0 1rem; border-top: 1px solid #8884; padding: .5rem 0 }
article > * { grid-column: 2; margin: 0 } article > time { grid-column: 1; grid-row: 1 / span 9; font-variant-numeric: tabular-nums }
.card, small { opacity: .75; font-size: .85rem } blockquote { border-inline-start: 3px solid #8888; padding-inline-start: .75rem }
nav a { margin-inline-end: .75rem }`;

/** The page. Texts and titles are escaped; addresses are http or https, which the parser has seen to. */
export function timelinePage({ about, entities }: ParsedPack): string {
  const entries = entities.flatMap(entriesOf).toSorted((a, b) => earliestDay(a.from).localeCompare(earliestDay(b.from)));
  const years = [...new Set(entries.map(yearOf))];
  return [
    '<!doctype html>',
    `<html lang="en"><meta charset="utf-8"><title>${escape(about.name)}: every fact</title><style>${STYLE}</style>`,
    `<h1>${escape(about.name)}</h1>`,
    `<p>${entries.length} facts of ${entities.length} cards, known until ${escape(about.knownUntil)}.</p>`,
    `<nav>${years.map((year) => `<a href="#y${year}">${year}</a>`).join('')}</nav>`,
    ...years.map((year) =>
      [
        `<section id="y${year}"><h2>${year}</h2>`,
        ...entries.filter((entry) => yearOf(entry) === year).map(articleOf),
        '</section>',
      ].join('\n'),
    ),
    '</html>\n',
  ].join('\n');
}

function entriesOf(parsed: ParsedEntity): Entry[] {
  return parsed.entity.facts.map((fact, place) => ({
    parsed,
    fact,
    from: 'on' in fact ? fact.on : fact.from,
    line: parsed.file.lineOf(['facts', place]),
  }));
}

function yearOf({ from }: Entry): string {
  return from.slice(0, 4);
}

function articleOf({ parsed, fact, from, line }: Entry): string {
  const { entity, file } = parsed;
  const dates = 'on' in fact ? from : `${from} – ${fact.until ?? ''}`.trim();
  const sourcesOf = (keys: readonly string[]) => keys.map((key) => linkTo(entity, key)).join('; ');
  return [
    `<article><time>${escape(dates)}</time>`,
    `<p class="card">${escape(entity.names.en)}, ${escape(file.path)}:${line}</p>`,
    ...TEXT_LANGUAGES.flatMap((lang) => {
      const text = fact.text[lang];
      return text === undefined ? [] : [`<p lang="${lang}" dir="auto">${escape(text)}</p>`];
    }),
    ...fact.disputed.map(
      ({ by, text, sources }) =>
        `<blockquote><b>${escape(by.en)}:</b> ${escape(text.en)} <small>${sourcesOf(sources)}</small></blockquote>`,
    ),
    `<small>${sourcesOf(fact.sources)}</small></article>`,
  ].join('\n');
}

function linkTo({ sources }: AuthoredEntity, key: string): string {
  const source = sources[key];
  if (source === undefined) return escape(key);
  const { publisher, title, date, url } = source;
  const when = date === undefined ? '' : ` (${escape(date)})`;
  return `${escape(publisher)}: <a href="${escape(url)}">${escape(title)}</a>${when}`;
}

function escape(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');
}
