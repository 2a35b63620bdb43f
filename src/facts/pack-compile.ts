/**
 * Compiles a pack: its files as text in, what ships out. Everything wrong with it is found before anything is refused, so that an
 * author mends a pack in one round.
 */
import { checkPack } from './compile/check-pack.ts';
import { compileLexicon } from './compile/lexicon.ts';
import { parsePack } from './compile/parse-pack.ts';
import { PackError } from './compile/problem.ts';
import { shipEntity } from './compile/ship-entity.ts';
import type { PackFile } from './compile/yaml.ts';
import type { CompiledPack } from './compiled-pack.ts';

/**
 * Compiles the files of a pack, paths inside its folder. Needs no file system.
 * @throws PackError with everything that is wrong, by file and line
 */
export function compilePack(files: readonly PackFile[]): CompiledPack {
  const parsed = parsePack(files);
  const { about, entities, cues } = parsed;
  const { lexicon, problems: everyday } = compileLexicon(parsed);
  const problems = [...checkPack(entities, new Set(Object.keys(cues))), ...everyday];
  if (problems.length > 0) throw new PackError(problems);
  return { about, entities: entities.map(({ id, entity }) => shipEntity(id, entity)), lexicon };
}
