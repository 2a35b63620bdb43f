/** Reviews links between cards: those that lead nowhere new, and those that the other card does not return. */
import type { ParsedPack } from '../compile/parse-pack.ts';
import type { AuthoredEntity } from '../authored-entity.ts';
import { at, type Finding } from './finding.ts';

/** Findings on the links of a pack. */
export function reviewLinks({ entities }: ParsedPack): Finding[] {
  const linked = new Map(entities.map(({ id, entity }) => [id, linksOf(entity)]));
  return entities.flatMap((parsed) => {
    const { id, entity } = parsed;
    const returned = (other: string) => linked.get(other)?.has(id) ?? true;
    const reported = new Set<string>();
    return [
      ...entity.related.flatMap((other, place) => {
        const path = ['related', place];
        if (other === id || entity.related.indexOf(other) < place) {
          return [at(parsed, path, 'idle-link', other === id ? 'it is related to itself' : `${other} stands here twice`)];
        }
        if (returned(other)) return [];
        reported.add(other);
        return [at(parsed, path, 'one-way-relation', `${other} does not name ${id}`)];
      }),
      ...entity.facts.flatMap((fact, place) =>
        fact.concerns.flatMap((other) => {
          // One line a pair: twenty facts about Moscow ask the same question.
          if (returned(other) || reported.has(other)) return [];
          reported.add(other);
          return [at(parsed, ['facts', place, 'concerns'], 'one-way-concern', `${other} does not name ${id}`)];
        }),
      ),
    ];
  });
}

/** Every other card that an entity's file names, in whatever part. */
function linksOf({ related, facts, office, led_by: ledBy, event }: AuthoredEntity): ReadonlySet<string> {
  return new Set([
    ...related,
    ...facts.flatMap(({ concerns }) => concerns),
    ...(office?.tenures ?? []).map(({ person }) => person),
    ...(ledBy === undefined ? [] : [ledBy]),
    ...(event?.where ?? []),
  ]);
}
