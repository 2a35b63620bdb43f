/** Reviews sources: pages nobody cites, pages listed twice, and numbers of dead that only one publisher gives. */
import type { ParsedEntity } from '../compile/parse-entity.ts';
import type { ParsedPack } from '../compile/parse-pack.ts';
import { at, type Finding } from './finding.ts';
import { statementsOf } from './statements.ts';

/** A number beside a word for dying, in one sentence of English. */
const COUNT_OF_DEAD =
  /(\d[\d,]*|dozens|hundreds|thousands)\b[^.;]*\b(killed|dead|deaths|die|dies|lives)\b|\b(kills?|killed|killing)\b[^.;]*\b(\d[\d,]*|dozens|hundreds|thousands)\b/i;

/** Findings on the sources of a pack. */
export function reviewSources({ entities }: ParsedPack): Finding[] {
  return entities.flatMap((parsed) => [...reviewList(parsed), ...reviewCitations(parsed), ...countsOfDead(parsed)]);
}

function reviewList(parsed: ParsedEntity): Finding[] {
  const cited = new Set(statementsOf(parsed.entity).flatMap(({ sources }) => sources));
  const keyOfPage = new Map<string, string>();
  return Object.entries(parsed.entity.sources).flatMap(([key, { url }]) => {
    const findings: Finding[] = [];
    if (!cited.has(key)) findings.push(at(parsed, ['sources', key], 'unused-source', `nothing names ${key}`));
    const other = keyOfPage.get(url);
    if (other !== undefined) findings.push(at(parsed, ['sources', key], 'page-twice', `${other} is the same page`));
    keyOfPage.set(url, key);
    return findings;
  });
}

function reviewCitations(parsed: ParsedEntity): Finding[] {
  return statementsOf(parsed.entity)
    .filter(({ sources }) => new Set(sources).size < sources.length)
    .map(({ path }) => at(parsed, path, 'cited-twice', 'it names a source twice'));
}

function countsOfDead(parsed: ParsedEntity): Finding[] {
  const { facts, sources } = parsed.entity;
  return facts.flatMap((fact, place) => {
    const publishers = new Set([fact, ...fact.disputed].flatMap((said) => said.sources.map((key) => sources[key]?.publisher)));
    return publishers.size === 1 && COUNT_OF_DEAD.test(fact.text.en)
      ? [at(parsed, ['facts', place], 'one-count-of-dead', `only ${[...publishers].join()} counts these dead`)]
      : [];
  });
}
