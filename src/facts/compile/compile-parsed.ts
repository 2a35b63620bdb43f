/** From a pack's parsed files to what ships; everything wrong between the files is found first. Reads no YAML, so our own pages use it too. */
import type { CompiledPack } from '../compiled-pack.ts';
import { checkPack } from './check-pack.ts';
import { compileLexicon } from './lexicon.ts';
import type { ParsedPack } from './parse-pack.ts';
import { PackError } from './problem.ts';
import { shipEntity } from './ship-entity.ts';

/**
 * Compiles a parsed pack.
 * @param elsewhere ids of another pack that its texts may name
 * @throws PackError with everything that is wrong between its files, and with its forms
 */
export function compileParsed(parsed: ParsedPack, elsewhere?: ReadonlySet<string>): CompiledPack {
  const { about, entities, cues } = parsed;
  const { lexicon, problems: ofForms } = compileLexicon(parsed);
  const problems = [...checkPack(entities, new Set(Object.keys(cues)), elsewhere), ...ofForms];
  if (problems.length > 0) throw new PackError(problems);
  return { about, entities: entities.map(({ id, entity }) => shipEntity(id, entity)), lexicon };
}
