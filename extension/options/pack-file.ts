/** Reads a file that may be a pack of the reader's own; nothing is kept here. */
import * as v from 'valibot';
import { WordLists } from '../../src/facts/compile/pack-files.ts';
import { type CompiledPack, PackAbout } from '../../src/facts/compiled-pack.ts';
import { EntityId } from '../../src/facts/entity.ts';
import { type OurPack, type OwnPackRefusal, readOwnPack } from '../../src/facts/own-pack.ts';
import { LONGEST_FILE, parseUntrusted } from '../../src/highlights/untrusted-json.ts';
import type { OwnPack } from '../../src/store/schema.ts';
import { packagedJson } from '../platform/packaged.ts';

/** Why a file is not taken. */
export type PackFileRefusal = OwnPackRefusal | 'too-big' | 'unreadable';

const Release = v.object(PackAbout.entries);
const Entities = v.array(v.object({ id: EntityId }));

/** What Dateline's own pack says of itself. @throws DatelineError `pack-unreadable` */
export async function ourAbout(): Promise<PackAbout> {
  return v.parse(Release, await packagedJson('pack/release.json'));
}

/**
 * Reads a file the reader chose and compiles the pack in it.
 * @param packs those loaded already, of which one of the same id would be replaced
 * @throws DatelineError `pack-unreadable` where our own pack cannot be read, which it is held against
 */
export async function readPackFile(file: File, packs: readonly OwnPack[]): Promise<CompiledPack | PackFileRefusal> {
  if (file.size > LONGEST_FILE) return 'too-big';
  const json = parseUntrusted(await file.text());
  if (typeof json === 'string') return json;
  const { value } = json;
  const others = packs.filter(({ id }) => !isOf(value, id));
  const names = new Map(others.flatMap(({ about, entities }) => entities.map(({ id }) => [id, about.name] as const)));
  return readOwnPack(value, await ourPack(), names);
}

async function ourPack(): Promise<OurPack> {
  const [about, entities, words] = await Promise.all([
    ourAbout(),
    packagedJson('pack/entities.json'),
    packagedJson('pack/everyday-words.json'),
  ]);
  const ids = v.parse(Entities, entities).map(({ id }) => id);
  return { about, ids: new Set(ids), everydayWords: v.parse(WordLists, words) };
}

/** Whether a file's value says that it is the pack of this id. */
function isOf(value: unknown, id: string): boolean {
  return v.is(v.object({ about: v.object({ id: v.literal(id) }) }), value);
}
