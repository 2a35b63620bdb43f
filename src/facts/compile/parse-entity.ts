/** One entity's file parsed and its own references checked: shape, dates, sources, lengths, addresses. */
import * as v from 'valibot';
import { AuthoredEntity } from '../authored-entity.ts';
import { EntityId } from '../entity.ts';
import { type PackProblem, type PackProblemCode, type PartPath, problemsIn } from './problem.ts';
import type { YamlFile } from './yaml.ts';

/** An entity with its id and the file it came from. */
export interface ParsedEntity {
  readonly id: string;
  readonly entity: AuthoredEntity;
  readonly file: YamlFile;
}

/** Parses `KIND/SLUG.yaml`; gives everything wrong with it instead of an entity where something is. */
export function parseEntity(file: YamlFile): ParsedEntity | PackProblem[] {
  const problem = problemsIn(file);
  const id = file.path.replace(/\.yaml$/, '');
  if (!v.is(EntityId, id)) return [problem('wrong-shape', [], `${file.path} is no KIND/SLUG.yaml`)];
  const missing = missingDatesAndSources(file.value).map(({ code, path, message }) => problem(code, path, message));
  if (missing.length > 0) return missing;
  const parsed = v.safeParse(AuthoredEntity, file.value);
  if (!parsed.success) {
    return parsed.issues.map((issue) => {
      const { code, path, message } = innermost(issue, []);
      return problem(code, path, message);
    });
  }
  const entity = parsed.output;
  const unknown = sourceReferences(entity).flatMap(({ path, keys }) =>
    keys
      .filter((key) => !Object.hasOwn(entity.sources, key))
      .map((key) => problem('unknown-source', path, `no source ${key} in this file`)),
  );
  if (unknown.length > 0) return unknown;
  return { id, entity, file };
}

/** Found before parsing: a union's issue would not say that it is the date or the source that is missing. */
function missingDatesAndSources(value: unknown): { code: PackProblemCode; path: PartPath; message: string }[] {
  if (!isRecord(value)) return [];
  const problems: { code: PackProblemCode; path: PartPath; message: string }[] = [];
  for (const list of ['facts', 'statuses'] as const) {
    const statements = value[list];
    if (!Array.isArray(statements)) continue;
    statements.forEach((statement: unknown, place) => {
      if (!isRecord(statement)) return;
      const path = [list, place];
      if (statement['on'] === undefined && statement['from'] === undefined) {
        problems.push({ code: 'no-date', path, message: 'a fact needs a date: `on`, or `from` and `until`' });
      }
      const sources = statement['sources'];
      if (!Array.isArray(sources) || sources.length === 0) {
        problems.push({ code: 'no-source', path, message: 'a fact names at least one source' });
      }
    });
  }
  return problems;
}

/** The deepest issue of a tree of them: for a union, the branch that got furthest. */
function innermost(issue: v.BaseIssue<unknown>, above: PartPath): { code: PackProblemCode; path: PartPath; message: string } {
  const path = [...above, ...(issue.path ?? []).map(({ key }) => (typeof key === 'number' ? key : String(key)))];
  const branches = (issue.issues ?? []).map((branch) => innermost(branch, path));
  const deepest = branches.toSorted((a, b) => b.path.length - a.path.length)[0];
  if (deepest !== undefined && deepest.path.length > path.length) return deepest;
  const where = path.join('.');
  if (issue.type === 'max_length') {
    return { code: 'too-long', path, message: `${where} is longer than a card holds: ${issue.message}` };
  }
  if (path.at(-1) === 'url') return { code: 'bad-address', path, message: `${where} is not an http or https address` };
  return { code: 'wrong-shape', path, message: `${where}: ${issue.message}` };
}

/** Every list of source keys in an entity with where it stands. */
function sourceReferences(entity: AuthoredEntity): { path: PartPath; keys: readonly string[] }[] {
  const statements = [
    ...entity.facts.map((fact, place) => ({ path: ['facts', place], keys: fact.sources })),
    ...entity.facts.flatMap((fact, place) =>
      fact.disputed.map((side, nth) => ({ path: ['facts', place, 'disputed', nth], keys: side.sources })),
    ),
    ...entity.statuses.map((status, place) => ({ path: ['statuses', place], keys: status.sources })),
  ];
  const tenures = entity.office?.tenures.map((tenure, place) => ({ path: ['office', 'tenures', place], keys: tenure.sources }));
  const terms = entity.agreement?.terms.map((term, place) => ({ path: ['agreement', 'terms', place], keys: term.sources }));
  const event = entity.event === undefined ? [] : [{ path: ['event'], keys: entity.event.sources }];
  return [...statements, ...(tenures ?? []), ...(terms ?? []), ...event];
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
