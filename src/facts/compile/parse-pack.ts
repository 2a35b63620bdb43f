/** A pack's files read and parsed each by itself; what lies between them is looked at by `check-pack.ts` and `review/`. */
import * as v from 'valibot';
import { PackAbout } from '../compiled-pack.ts';
import { Titles } from '../forms/titles.ts';
import { CueGroups, WordLists } from './pack-files.ts';
import { type ParsedEntity, parseEntity } from './parse-entity.ts';
import { PackError, type PackProblem, problemsIn } from './problem.ts';
import { type PackFile, readYaml, type YamlFile } from './yaml.ts';

/** Files every pack has beside its entities, and their shapes. */
const PACK_FILES = {
  'pack.yaml': PackAbout,
  'cues.yaml': CueGroups,
  'titles.yaml': Titles,
  'everyday-words.yaml': WordLists,
} as const;

/** Every file of a pack after parsing. */
export interface ParsedPack {
  readonly about: PackAbout;
  readonly cues: CueGroups;
  /** `cues.yaml` itself, for its lines. */
  readonly cueFile: YamlFile;
  /** `null`: offices write their forms themselves, as in a reader's own pack. */
  readonly titles: Titles | null;
  readonly everydayWords: WordLists;
  /** In order of id. */
  readonly entities: readonly ParsedEntity[];
}

/**
 * Parses the files of a pack, paths inside its folder. Needs no file system.
 * @throws PackError with everything that is wrong in any file, by file and line
 */
export function parsePack(files: readonly PackFile[]): ParsedPack {
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
  return { about, cues, cueFile, titles, everydayWords, entities };
}

function parseFile<S extends v.GenericSchema>(
  files: ReadonlyMap<string, YamlFile>,
  path: string,
  schema: S,
): v.InferOutput<S> | PackProblem[] {
  const file = files.get(path);
  if (file === undefined) return [{ code: 'missing-file', file: path, line: 1, path: [], message: `a pack has a file ${path}` }];
  const parsed = v.safeParse(schema, file.value);
  if (parsed.success) return parsed.output;
  const problem = problemsIn(file);
  return parsed.issues.map((issue) => {
    const keys = (issue.path ?? []).map(({ key }) => (typeof key === 'number' ? key : String(key)));
    return problem('wrong-shape', keys, `${keys.join('.')}: ${issue.message}`);
  });
}
