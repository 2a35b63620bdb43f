/**
 * `npm run pack -- FOLDER`: compiles a folder of YAML files, written as `docs/PACK.md` says, into the one file that the options page
 * takes. Prints what is in it, or everything that is wrong by file and line; ends with 1 then, and with 2 after wrong use.
 */
import { writeFile } from 'node:fs/promises';
import { basename, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { compileParsed } from '../compile/compile-parsed.ts';
import { type ParsedPack, parsePack } from '../compile/parse-pack.ts';
import { PackError } from '../compile/problem.ts';
import type { PackFile } from '../compile/yaml.ts';
import { type OurPack, ownPackText, readOwnPack } from '../own-pack.ts';
import { readPackFolder } from '../pack-read.ts';
import { asUsageError, runCommand, UsageError } from './command.ts';

const USAGE = `usage: npm run pack -- FOLDER [--to FILE]
  FOLDER  pack.yaml and KIND/SLUG.yaml, as docs/PACK.md says; cues.yaml and everyday-words.yaml if you need them
  --to    the file to write; NAME.dateline-pack.json here when not given`;

/** Files that a pack of one's own may leave out, and what they then are. */
const EMPTY: readonly PackFile[] = [
  { path: 'cues.yaml', text: '{}' },
  { path: 'everyday-words.yaml', text: '{}' },
];
/** Titles are for offices of the bundled pack: a pack of one's own writes what its offices are called as forms. */
const TITLES = 'titles.yaml';
const NO_TITLES: PackFile = { path: TITLES, text: '{countries: {}, posts: {}, patterns: {}}' };

/** Parses an own pack's folder. @throws PackError with everything that is wrong in it, by file and line */
function parseOwn(files: readonly PackFile[]): ParsedPack {
  if (files.some(({ path }) => path === TITLES)) {
    const message = 'a pack of your own has no titles: an office writes what it is called as forms';
    throw new PackError([{ code: 'wrong-shape', file: TITLES, line: 1, path: [], message }]);
  }
  const missing = EMPTY.filter(({ path }) => files.every((file) => file.path !== path));
  return { ...parsePack([...files, ...missing, NO_TITLES]), titles: null };
}

async function ourPack(): Promise<OurPack> {
  const { about, entities, everydayWords } = parsePack(await readPackFolder(fileURLToPath(new URL('../pack', import.meta.url))));
  return { about, ids: new Set(entities.map(({ id }) => id)), everydayWords };
}

async function make(folder: string, to: string | undefined): Promise<string> {
  const files = await readPackFolder(folder).catch((error: unknown) => {
    throw new UsageError(`${folder} cannot be read: ${error instanceof Error ? error.message : String(error)}`);
  });
  const parsed = parseOwn(files);
  const ours = await ourPack();
  // With lines first; then as the options page will look at it.
  compileParsed(parsed, ours.ids);
  const text = ownPackText(parsed);
  const read = readOwnPack(JSON.parse(text), ours, new Map());
  if (typeof read === 'string') throw new Error(`what was written is refused: ${read}`);
  if (!('lexicon' in read)) throw new PackError(read.map((problem) => ({ ...problem, file: fileOf(problem.file) })));
  const file = to ?? `${basename(resolve(folder))}.dateline-pack.json`;
  await writeFile(file, text);
  const count = (items: readonly unknown[], one: string, more: string): string =>
    `${items.length} ${items.length === 1 ? one : more}`;
  const facts = read.entities.flatMap((entity) => entity.facts);
  const spellings = count(read.lexicon.rules.spellings, 'spelling', 'spellings');
  return `${file}: ${read.about.name}, ${count(read.entities, 'entity', 'entities')}, ${count(facts, 'fact', 'facts')}, ${spellings}`;
}

/** The YAML file of an entity of the compiled file, or the one its other parts come from. */
function fileOf(part: string): string {
  return part === 'about' ? 'pack.yaml' : part === 'everydayWords' ? 'everyday-words.yaml' : `${part}.yaml`;
}

function readArguments() {
  try {
    return parseArgs({ options: { to: { type: 'string' } }, allowPositionals: true });
  } catch (error) {
    throw asUsageError(error);
  }
}

async function main(): Promise<void> {
  const { values, positionals } = readArguments();
  const [folder] = positionals;
  if (folder === undefined || positionals.length > 1) throw new UsageError('which folder?');
  process.stdout.write(`${await make(folder, values.to)}\n`);
}

await runCommand(main, USAGE, 1);
