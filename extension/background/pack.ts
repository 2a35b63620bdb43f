/** The pack as the background holds it: read from its index in IndexedDB, or from the package where the index is missing, stale or out of reach. */
import * as v from 'valibot';
import type { CompiledLexicon } from '../../src/facts/compiled-pack.ts';
import { PackAbout } from '../../src/facts/compiled-pack.ts';
import type { LocatorMap } from '../../src/facts/briefing.ts';
import { inLanguage } from '../../src/facts/brief.ts';
import type { TextLanguage } from '../../src/facts/entity.ts';
import type { PackView } from '../../src/facts/pack-view.ts';
import { type Lexicon, openLexicon } from '../../src/facts/recognise/lexicon.ts';
import type { ShippedEntity } from '../../src/facts/shipped.ts';
import type { ShippedMap, ShippedMaps } from '../../src/facts/shipped-map.ts';
import { DatelineError } from '../../src/messages/errors.ts';
import type { Connection } from '../../src/store/connection.ts';
import { type PackContent, readPack, writePack } from '../../src/store/pack-index.ts';
import { StoreError } from '../../src/store/store-error.ts';
import { reportBug } from '../platform/listening.ts';
import { packagedBytes, packagedJson } from '../platform/packaged.ts';

const Release = v.strictObject({ ...PackAbout.entries, hash: v.string() });

/** What reading an article needs of a pack. */
export interface PackOnHand {
  readonly view: PackView;
  readonly lexicon: Lexicon;
}

/** Gives the pack, loaded on first call; a failed load is tried again on the next. @throws DatelineError `pack-unreadable` */
export function packLoader(store: Connection): () => Promise<PackOnHand> {
  let loading: Promise<PackOnHand> | undefined;
  return () => {
    loading ??= load(store).catch((error: unknown) => {
      loading = undefined;
      throw error;
    });
    return loading;
  };
}

async function load(store: Connection): Promise<PackOnHand> {
  const release = v.parse(Release, await packagedJson('pack/release.json'));
  const content = (await fromIndex(store, release.hash)) ?? (await fromPackage(store, release.hash));
  return onHand(content, release.knownUntil);
}

async function fromIndex(store: Connection, version: string): Promise<PackContent | undefined> {
  try {
    return await readPack(store, version);
  } catch (error) {
    // Without IndexedDB (a broken profile, a full disk) cards go on from the packaged files.
    if (error instanceof StoreError) return undefined;
    throw error;
  }
}

async function fromPackage(store: Connection, version: string): Promise<PackContent> {
  const [entities, maps, trie, rules] = await Promise.all([
    packagedJson('pack/entities.json'),
    packagedJson('pack/maps.json'),
    packagedBytes('pack/forms.bin'),
    packagedJson('pack/rules.json'),
  ]);
  // The build compiled and hashed these very files; they are as trusted as this code.
  const content: PackContent = {
    entities: entities as ShippedEntity[],
    maps: Object.entries(maps as ShippedMaps).map(([id, map]) => ({ ...map, id })),
    lexicon: { trie, rules },
  };
  // Nobody waits for the index: the reader's first card comes from memory.
  writePack(store, version, content).catch((error: unknown) => {
    if (!(error instanceof StoreError)) reportBug(error);
  });
  return content;
}

function onHand(content: PackContent, knownUntil: string): PackOnHand {
  const { trie, rules } = content.lexicon;
  if (!(trie instanceof ArrayBuffer)) throw new DatelineError('pack-unreadable', 'the form trie is not a buffer');
  const entities = new Map(content.entities.map((entity) => [entity.id, entity]));
  const maps = new Map(content.maps.map((map) => [map.id, map]));
  return {
    // Written by `fromPackage`, from the build's own file.
    lexicon: openLexicon({ trie, rules: rules as CompiledLexicon['rules'] }),
    view: {
      entity: (id) => entities.get(id),
      offices: content.entities.filter((entity) => entity.office !== undefined),
      map: (id, lang) => inLanguageOf(maps.get(id), lang),
      knownUntil,
    },
  };
}

function inLanguageOf(map: ShippedMap | undefined, lang: TextLanguage): LocatorMap | undefined {
  if (map === undefined) return undefined;
  const { width, height, land, borders, country, point } = map;
  return {
    width,
    height,
    land,
    borders,
    country,
    point,
    labels: map.labels.map(({ x, y, text }) => ({ x, y, text: inLanguage(text, lang) })),
    alternative: inLanguage(map.alternative, lang),
  };
}
