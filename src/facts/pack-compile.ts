/**
 * Compiles a pack: its files as text in, what ships out. Everything wrong with it is found before anything is refused, so that an
 * author mends a pack in one round.
 */
import * as v from 'valibot';
import { checkPack } from './compile/check-pack.ts';
import { compileLexicon } from './compile/lexicon.ts';
import { CueGroups, WordLists } from './compile/pack-files.ts';
import { type ParsedEntity, parseEntity } from './compile/parse-entity.ts';
import { PackError, type PackProblem } from './compile/problem.ts';
import { shipEntity } from './compile/ship-entity.ts';
import { type PackFile, readYaml, type YamlFile } from './compile/yaml.ts';
import { type CompiledPack, PackAbout } from './compiled-pack.ts';
import { Titles } from './forms/titles.ts';

/** Files every pack has beside its entities, and their shapes. */
const PACK_FILES = {
  'pack.yaml': PackAbout,
  'cues.yaml': CueGroups,
  'titles.yaml': Titles,
  'everyday-words.yaml': WordLists,
} as const;

/**
 * Compiles the files of a pack, paths inside its folder. Needs no file system.
 * @throws PackError with everything that is wrong, by file and line
 */
export function compilePack(files: readonly PackFile[]): CompiledPack {
  const problems: PackProblem[] = [];
  const take = <T>(result: T | PackProblem[]): T | undefined => {
    if (!Array.isArray(result)) return result;
    problems.push(...result);
    return undefined;
  };
  const yaml = new Map(
    files.flatMap((file) => [take(readYaml(file))].flatMap((read) => (read ? [[file.path, read] as const] : []))),
  );
  const about = take(parseFile(yaml, 'pack.yaml', PACK_FILES['pack.yaml']));
  const cues = take(parseFile(yaml, 'cues.yaml', PACK_FILES['cues.yaml']));
  const titles = take(parseFile(yaml, 'titles.yaml', PACK_FILES['titles.yaml']));
  const everydayWords = take(parseFile(yaml, 'everyday-words.yaml', PACK_FILES['everyday-words.yaml']));
  const entities = [...yaml.values()]
    .filter(({ path }) => !Object.hasOwn(PACK_FILES, path))
    .flatMap((file): ParsedEntity[] => {
      const entity = take(parseEntity(file));
      return entity === undefined ? [] : [entity];
    })
    .toSorted((a, b) => (a.id < b.id ? -1 : 1));
  const cueFile = yaml.get('cues.yaml');
  if (!about || !cues || !cueFile || !titles || !everydayWords || problems.length > 0) throw new PackError(problems);
  problems.push(...checkPack(entities, new Set(Object.keys(cues))));
  const { lexicon, problems: everyday } = compileLexicon({ entities, cues, cueFile, titles, everydayWords });
  problems.push(...everyday);
  if (problems.length > 0) throw new PackError(problems);
  return { about, entities: entities.map(({ id, entity }) => shipEntity(id, entity)), lexicon };
}

function parseFile<S extends v.GenericSchema>(
  files: ReadonlyMap<string, YamlFile>,
  path: string,
  schema: S,
): v.InferOutput<S> | PackProblem[] {
  const file = files.get(path);
  if (file === undefined) return [{ code: 'missing-file', file: path, line: 1, message: `a pack has a file ${path}` }];
  const parsed = v.safeParse(schema, file.value);
  if (parsed.success) return parsed.output;
  return parsed.issues.map((issue) => {
    const keys = (issue.path ?? []).map(({ key }) => (typeof key === 'number' ? key : String(key)));
    return { code: 'wrong-shape', file: path, line: file.lineOf(keys), message: `${keys.join('.')}: ${issue.message}` };
  });
}
