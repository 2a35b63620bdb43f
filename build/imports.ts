/** Import statements of our source files, with those of types told apart (a bundler no longer sees these). */
import { readdir, readFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { type OxcError, parseSync } from 'oxc-parser';

/** `from` imports `to`. Paths of our own files are relative to the repository; a package is its bare specifier. */
export interface Import {
  readonly from: string;
  readonly to: string;
  /** Counted from 1. */
  readonly line: number;
  /** Only types are imported: nothing of it runs. */
  readonly typeOnly: boolean;
}

/** Every import of one file: static, dynamic with a literal, and re-exports. Throws `SyntaxError` where the file does not parse. */
export function importsOf(path: string, source: string): readonly Import[] {
  const { module, errors } = parseSync(path, source);
  const error: OxcError | undefined = errors[0];
  if (error !== undefined) throw new SyntaxError(`${path}: ${error.message}`);
  const found = (specifier: string, start: number, typeOnly: boolean): Import => ({
    from: path,
    to: specifier.startsWith('.') ? join(dirname(path), specifier) : specifier,
    line: source.slice(0, start).split('\n').length,
    typeOnly,
  });
  return [
    ...module.staticImports.map(({ moduleRequest, entries }) =>
      found(moduleRequest.value, moduleRequest.start, entries.length > 0 && entries.every((entry) => entry.isType)),
    ),
    ...module.staticExports.flatMap(({ entries }) =>
      entries.flatMap(({ moduleRequest, isType }) =>
        moduleRequest === null ? [] : [found(moduleRequest.value, moduleRequest.start, isType)],
      ),
    ),
    ...module.dynamicImports.flatMap(({ moduleRequest }) => {
      const literal = /^(['"])(.+)\1$/.exec(source.slice(moduleRequest.start, moduleRequest.end))?.[2];
      return literal === undefined ? [] : [found(literal, moduleRequest.start, false)];
    }),
  ];
}

/** Paths, relative to the repository, of the TypeScript files below these folders. */
export async function sourceFiles(folders: readonly string[]): Promise<readonly string[]> {
  const lists = await Promise.all(
    folders.map(async (folder) => (await readdir(folder, { recursive: true })).map((name) => join(folder, name))),
  );
  return lists
    .flat()
    .filter((path) => /\.tsx?$/.test(path))
    .sort();
}

/** {@link importsOf} over whole folders. */
export async function readImports(folders: readonly string[]): Promise<readonly Import[]> {
  const paths = await sourceFiles(folders);
  return (await Promise.all(paths.map(async (path) => importsOf(path, await readFile(path, 'utf8'))))).flat();
}
