/**
 * A pack of the reader's own: one JSON file, made by `npm run pack`, that the options page takes. It holds what a pack's folder holds,
 * not what the build makes of it, so that it goes through the same parser and compiler as ours and can hold nothing but data. It trusts
 * nothing (promises S8): whatever is wrong refuses the whole of it. `docs/DECISIONS/a-pack-of-ones-own.md` says where it goes from here.
 */
import * as v from 'valibot';
import { compileParsed } from './compile/compile-parsed.ts';
import { CueGroups, WordLists } from './compile/pack-files.ts';
import { type ParsedEntity, parseEntity } from './compile/parse-entity.ts';
import type { ParsedPack } from './compile/parse-pack.ts';
import { PackError, type PackProblem, type PackProblemCode, type PartPath } from './compile/problem.ts';
import { type CompiledPack, PackAbout } from './compiled-pack.ts';
import { EntityId, FORM_LANGUAGES } from './entity.ts';
import { countAlternatives } from './forms/alternatives.ts';
import { firstUnfit } from './unfit.ts';

const FORMAT = 'dateline-pack';
const VERSION = 1;
/** Spellings of all forms and cue words before endings: half as many as Dateline's own pack has, and a few seconds' work. */
const MOST_SPELLINGS = 10_000;
/** Once there are so many problems no more files are looked at. */
const ENOUGH_PROBLEMS = 100;

const File = v.strictObject({
  format: v.literal(FORMAT),
  version: v.literal(VERSION),
  about: PackAbout,
  cues: CueGroups,
  everydayWords: WordLists,
  /** Each as its YAML file has it, and its id. */
  entities: v.pipe(v.array(v.looseObject({ id: EntityId })), v.minLength(1)),
});
type File = v.InferOutput<typeof File>;
const AnyVersion = v.looseObject({ format: v.literal(FORMAT), version: v.number() });

/** What of Dateline's own pack bears on another. */
export interface OurPack {
  readonly about: PackAbout;
  /** Ids it has: others may name them in texts, never have them. */
  readonly ids: ReadonlySet<string>;
  /** Its `everyday-words.yaml`, which every pack's forms are held against. */
  readonly everydayWords: WordLists;
}

/** Why a file is not taken: it is something else, a later Dateline's, or a pack with something wrong in it. */
export type OwnPackRefusal = 'not-a-pack' | 'newer' | readonly PackProblem[];

/** The text of a file that holds a pack. {@link readOwnPack} says whether it will be taken. */
export function ownPackText({ about, cues, everydayWords, entities }: ParsedPack): string {
  const head = JSON.stringify({ format: FORMAT, version: VERSION, about, cues, everydayWords }).slice(0, -1);
  return `${head},"entities":[\n${entities.map(({ id, entity }) => JSON.stringify({ id, ...entity })).join(',\n')}\n]}\n`;
}

/**
 * Reads a file's value, as `parseUntrusted` gives it: at most eight deep.
 * @param others names of the reader's other packs, by the ids they have
 */
export function readOwnPack(value: unknown, ours: OurPack, others: ReadonlyMap<string, string>): CompiledPack | OwnPackRefusal {
  if (!v.is(AnyVersion, value)) return 'not-a-pack';
  if (value.version > VERSION) return 'newer';
  const unfit = firstUnfit(value);
  if (unfit !== undefined) return [problem('unfit', ...nearest(value, unfit.path), unfit.message)];
  const parsed = v.safeParse(File, value);
  if (!parsed.success) {
    return parsed.issues.map((issue) => {
      const path = (issue.path ?? []).map(({ key }) => (typeof key === 'number' ? key : String(key)));
      return problem('wrong-shape', ...nearest(value, path), issue.message);
    });
  }
  const file = parsed.output;
  const taken = takenIds(file, ours, others);
  if (taken.length > 0) return taken;
  if (spellingsOf(file) > MOST_SPELLINGS) {
    return [problem('too-many', 'entities', [], `its forms and cue words are more than ${MOST_SPELLINGS} spellings`)];
  }
  const entities = parseEntities(file);
  return isParsed(entities) ? compiled(file, entities, ours) : entities;
}

function compiled({ about, cues, everydayWords }: File, entities: readonly ParsedEntity[], ours: OurPack) {
  const everyday = FORM_LANGUAGES.map((lang) => [lang, [...(ours.everydayWords[lang] ?? []), ...(everydayWords[lang] ?? [])]]);
  const cueFile = { path: 'cues', value: cues, lineOf: () => NO_LINE };
  try {
    return compileParsed(
      { about, cues, cueFile, titles: null, everydayWords: Object.fromEntries(everyday) as WordLists, entities },
      ours.ids,
    );
  } catch (error) {
    if (error instanceof PackError) return error.problems;
    throw error;
  }
}

function takenIds({ about, entities }: File, ours: OurPack, others: ReadonlyMap<string, string>): PackProblem[] {
  const problems = about.id === ours.about.id ? [problem('id-taken', 'about', ['id'], `${about.id} is Dateline’s own pack`)] : [];
  const seen = new Set<string>();
  for (const { id } of entities) {
    const owner = ours.ids.has(id) ? 'Dateline’s own pack' : seen.has(id) ? 'this file twice' : others.get(id);
    if (owner !== undefined) problems.push(problem('id-taken', id, ['id'], `${id} is in ${owner}`));
    seen.add(id);
  }
  return problems;
}

/** How many spellings there are to be written out, counted before any is: a few brackets can stand for more than any memory holds. */
function spellingsOf({ entities, cues }: File): number {
  const count = (texts: unknown): number =>
    [texts].flat().reduce<number>((sum, text) => sum + (typeof text === 'string' ? countAlternatives(text) : 0), 0);
  const ofForms = entities.map(({ forms }) =>
    Array.isArray(forms) ? forms.map((form) => count(v.is(v.looseObject({ text: v.unknown() }), form) ? form.text : '')) : 0,
  );
  const ofCues = Object.values(cues).flatMap((group) => Object.values(group).map(count));
  return [...ofForms.flat(), ...ofCues].reduce((sum, one) => sum + one, 0);
}

function parseEntities({ entities }: File): ParsedEntity[] | PackProblem[] {
  const parsed: ParsedEntity[] = [];
  const problems: PackProblem[] = [];
  for (const { id, ...value } of entities) {
    const result = parseEntity({ path: id, value, lineOf: () => NO_LINE });
    if (Array.isArray(result)) problems.push(...result);
    else parsed.push(result);
    if (problems.length >= ENOUGH_PROBLEMS) break;
  }
  for (const { id, entity } of parsed) {
    for (const [key, { url }] of Object.entries(entity.sources)) {
      if (!URL.canParse(url)) problems.push(problem('bad-address', id, ['sources', key, 'url'], 'this is no address'));
    }
  }
  return problems.length > 0 ? problems : parsed.toSorted((one, other) => (one.id < other.id ? -1 : 1));
}

function isParsed(result: ParsedEntity[] | PackProblem[]): result is ParsedEntity[] {
  return result.every((one) => 'entity' in one);
}

/** A JSON file's lines say nothing to its author. */
const NO_LINE = 1;

function problem(code: PackProblemCode, file: string, path: PartPath, message: string): PackProblem {
  return { code, file, line: NO_LINE, path, message };
}

/** A path from the file's top as the entity it leads into and the path inside that, or as its first key and the rest. */
function nearest({ entities }: { readonly [key: string]: unknown }, path: PartPath): [file: string, path: PartPath] {
  const [first = 'file', second, ...rest] = path;
  if (first !== 'entities' || typeof second !== 'number') return [String(first), path.slice(1)];
  const entity: unknown = Array.isArray(entities) ? entities[second] : undefined;
  return [v.is(v.looseObject({ id: EntityId }), entity) ? entity.id : `entities.${second}`, rest];
}
