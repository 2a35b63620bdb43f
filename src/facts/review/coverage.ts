/** How much a pack holds, by kind: the table under a review. */
import type { ParsedEntity } from '../compile/parse-entity.ts';
import type { ParsedPack } from '../compile/parse-pack.ts';
import { KINDS, TEXT_LANGUAGES, type TextLanguage } from '../entity.ts';
import { kindOf } from '../kind.ts';
import { gapsIn } from './statuses.ts';
import { textsOf } from './statements.ts';

/** Counts over the entities of one kind, or of all. */
export interface Coverage {
  /** A kind's name, or `all`. */
  readonly of: string;
  readonly entities: number;
  readonly facts: number;
  readonly statuses: number;
  /** Entities that have statuses, without a gap up to today. */
  readonly withoutGap: number;
  readonly tenures: number;
  /** Texts of cards by language; English has them all. */
  readonly texts: Readonly<Record<TextLanguage, number>>;
  /** Pages cited, each counted once however many files cite it. */
  readonly sources: number;
  /** Facts that name two sources or more. */
  readonly factsOfTwoSources: number;
}

/** One row a kind, and one of them all. */
export function coverageOf({ entities }: ParsedPack): Coverage[] {
  const rows = KINDS.map((kind) =>
    countIn(
      kind,
      entities.filter(({ id }) => kindOf(id) === kind),
    ),
  );
  return [...rows, countIn('all', entities)];
}

function countIn(of: string, entities: readonly ParsedEntity[]): Coverage {
  const cards = entities.map(({ entity }) => entity);
  const facts = cards.flatMap((card) => card.facts);
  const texts = cards.flatMap(textsOf);
  const inLanguage = (lang: TextLanguage) => texts.filter(({ text }) => text[lang] !== undefined).length;
  return {
    of,
    entities: cards.length,
    facts: facts.length,
    statuses: cards.flatMap(({ statuses }) => statuses).length,
    withoutGap: cards.filter(({ statuses }) => statuses.length > 0 && gapsIn(statuses).length === 0).length,
    tenures: cards.flatMap(({ office }) => office?.tenures ?? []).length,
    texts: { en: inLanguage('en'), tr: inLanguage('tr'), ar: inLanguage('ar'), ru: inLanguage('ru') },
    sources: new Set(cards.flatMap(({ sources }) => Object.values(sources).map(({ url }) => url))).size,
    factsOfTwoSources: facts.filter(({ sources }) => sources.length > 1).length,
  };
}

/** The rows as a table for a terminal. */
export function coverageTable(rows: readonly Coverage[]): string {
  const head = [
    '',
    'entities',
    'facts',
    'by two',
    'statuses',
    'no gap',
    'tenures',
    ...TEXT_LANGUAGES.map((lang) => `texts ${lang}`),
    'pages',
  ];
  const lines = rows.map((row) =>
    [
      row.of,
      row.entities,
      row.facts,
      row.factsOfTwoSources,
      row.statuses,
      row.withoutGap,
      row.tenures,
      ...TEXT_LANGUAGES.map((lang) => row.texts[lang]),
      row.sources,
    ].map(String),
  );
  const widths = head.map((title, column) => Math.max(title.length, ...lines.map((line) => line[column]?.length ?? 0)));
  return [head, ...lines]
    .map((line) =>
      line
        .map((cell, column) => (column === 0 ? cell.padEnd(widths[column] ?? 0) : cell.padStart(widths[column] ?? 0)))
        .join('  '),
    )
    .join('\n');
}
