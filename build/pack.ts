/** The bundled pack: its YAML compiled into the files the background reads. */
import { createHash } from 'node:crypto';
import { compileParsed } from '../src/facts/compile/compile-parsed.ts';
import { parsePack } from '../src/facts/compile/parse-pack.ts';
import { readPackFolder } from '../src/facts/pack-read.ts';
import type { ShippedEntity } from '../src/facts/shipped.ts';
import type { ShippedMaps } from '../src/facts/shipped-map.ts';
import { bytesOf, type Files } from './files.ts';
import { drawLocatorMap } from './locator-maps/draw.ts';

const FOLDER = 'src/facts/pack';

/**
 * `pack/release.json` and what it stands for: a hash over the other files tells the store when its index of them is old.
 * @throws PackError with everything that is wrong in the pack, by file and line
 */
export async function packFiles(): Promise<Files> {
  const parsed = parsePack(await readPackFolder(FOLDER));
  const { about, entities, lexicon } = compileParsed(parsed);
  const files: [string, Uint8Array][] = [
    ['pack/entities.json', compact(entities)],
    // A reader's own pack is held against them.
    ['pack/everyday-words.json', compact(parsed.everydayWords)],
    ['pack/forms.bin', new Uint8Array(lexicon.trie)],
    ['pack/maps.json', compact(mapsOf(entities))],
    ['pack/rules.json', compact(lexicon.rules)],
  ];
  const hash = createHash('sha256');
  for (const [path, bytes] of files) hash.update(path).update(bytes);
  return new Map([...files, ['pack/release.json', bytesOf({ ...about, hash: hash.digest('hex') })]]);
}

function mapsOf(entities: readonly ShippedEntity[]): ShippedMaps {
  return Object.fromEntries(
    entities.flatMap(({ id, location, names }) => (location === undefined ? [] : [[id, drawLocatorMap(location, names)]])),
  );
}

/** Data is not read by people: no indentation. */
function compact(data: object): Uint8Array {
  return bytesOf(JSON.stringify(data));
}
