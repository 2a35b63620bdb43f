/**
 * Compiles a pack: its files as text in, what ships out. Everything wrong with it is found before anything is refused, so that an
 * author mends a pack in one round.
 */
import { compileParsed } from './compile/compile-parsed.ts';
import { parsePack } from './compile/parse-pack.ts';
import type { PackFile } from './compile/yaml.ts';
import type { CompiledPack } from './compiled-pack.ts';

/**
 * Compiles the files of a pack, paths inside its folder. Needs no file system.
 * @throws PackError with everything that is wrong, by file and line
 */
export function compilePack(files: readonly PackFile[]): CompiledPack {
  return compileParsed(parsePack(files));
}
