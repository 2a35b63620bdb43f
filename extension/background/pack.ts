/**
 * The packs as the background holds them: ours read from its index in IndexedDB, or from the package where the index is missing, stale or
 * out of reach; then the reader's own.
 */
import type { PackAbout } from '../../src/facts/compiled-pack.ts';
import type { LocatorMap } from '../../src/facts/briefing.ts';
import { inLanguage } from '../../src/facts/brief.ts';
import type { TextLanguage } from '../../src/facts/entity.ts';
import type { PackView } from '../../src/facts/pack-view.ts';
import { type Lexicon, openLexicon } from '../../src/facts/recognise/lexicon.ts';
import { openOwnLexicon } from '../../src/facts/recognise/own-lexicon.ts';
import type { LexiconRules } from '../../src/facts/recognise/rules.ts';
import type { ShippedEntity } from '../../src/facts/shipped.ts';
import type { ShippedMap, ShippedMaps } from '../../src/facts/shipped-map.ts';
import { DatelineError } from '../../src/messages/errors.ts';
import type { Connection } from '../../src/store/connection.ts';
import { ownPacks } from '../../src/store/own-packs.ts';
import { type PackContent, readPack, writePack } from '../../src/store/pack-index.ts';
import type { OwnPack } from '../../src/store/schema.ts';
import { StoreError } from '../../src/store/store-error.ts';
import { reportBug } from '../platform/listening.ts';
import { packagedBytes, packagedJson } from '../platform/packaged.ts';
import { sayNotOurs } from '../platform/reader-language.ts';
import { ignoreStoreError } from './failures.ts';

/** `pack/release.json`: what the package's pack says of itself, and a hash over its files. */
interface Release extends PackAbout {
  readonly hash: string;
}

/** What reading an article needs of a pack. */
export interface PackOnHand {
  readonly view: PackView;
  readonly lexicon: Lexicon;
}

/** Ours, then the reader's own in the order they were loaded. */
export type Packs = readonly [ours: PackOnHand, ...own: PackOnHand[]];

/** The packs, loaded when they are first asked for. */
export interface PackLoader {
  /** A failed load is tried again on the next call. @throws DatelineError `pack-unreadable` */
  load(): Promise<Packs>;
  /** The reader's own packs have changed: the next call reads all anew. */
  forget(): void;
}

/** See {@link PackLoader}. */
export function packLoader(store: Connection): PackLoader {
  let loading: Promise<Packs> | undefined;
  const forget = (): void => {
    loading = undefined;
  };
  return {
    load() {
      loading ??= load(store).catch((error: unknown) => {
        forget();
        throw error;
      });
      return loading;
    },
    forget,
  };
}

/** The pack that has an entity, ours before any other; ours, too, where none has it. */
export function viewOf(packs: Packs, id: string): PackView {
  return (packs.find(({ view }) => view.entity(id) !== undefined) ?? packs[0]).view;
}

async function load(store: Connection): Promise<Packs> {
  // The build wrote this file and those below; they are as trusted as this code.
  const { hash, knownUntil } = (await packagedJson('pack/release.json')) as Release;
  const [content, own = []] = await Promise.all([
    // Without IndexedDB (a broken profile, a full disk) cards go on from the packaged files.
    readPack(store, hash)
      .catch(ignoreStoreError)
      .then((stored) => stored ?? fromPackage(store, hash)),
    ownPacks(store).catch(ignoreStoreError),
  ]);
  const rules = content.lexicon['rules'] as LexiconRules;
  const ours = onHand(content, rules, knownUntil);
  return [ours, ...own.flatMap((pack) => ownOnHand(pack, ours.view, rules))];
}

async function fromPackage(store: Connection, version: string): Promise<PackContent> {
  const [entities, maps, trie, rules] = await Promise.all([
    packagedJson('pack/entities.json'),
    packagedJson('pack/maps.json'),
    packagedBytes('pack/forms.bin'),
    packagedJson('pack/rules.json'),
  ]);
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

/** Ours; `rules` are those of its lexicon, written by `fromPackage` from the build's own file. */
function onHand(content: PackContent, rules: LexiconRules, knownUntil: string): PackOnHand {
  const { trie } = content.lexicon;
  if (!(trie instanceof ArrayBuffer)) throw new DatelineError('pack-unreadable', 'the form trie is not a buffer');
  const entities = new Map(content.entities.map((entity) => [entity.id, entity]));
  const maps = new Map(content.maps.map(({ id, ...map }) => [id, map]));
  return {
    lexicon: openLexicon({ trie, rules }),
    view: {
      entity: (id) => entities.get(id),
      offices: content.entities.filter((entity) => entity.office !== undefined),
      map: (id, lang) => inLanguageOf(maps.get(id), lang),
      knownUntil,
    },
  };
}

/** One of the reader's own; none where it was compiled by a Dateline of other rules: the settings page asks for its file again. */
function ownOnHand({ about, entities, lexicon }: OwnPack, ours: PackView, { neighbours }: LexiconRules): PackOnHand[] {
  const opened = openOwnLexicon(lexicon, neighbours);
  if (opened === undefined) return [];
  const own = new Map(entities.map((entity) => [entity.id, entity]));
  const view = {
    entity: (id: string) => ours.entity(id) ?? own.get(id),
    offices: [...ours.offices, ...entities.filter((entity) => entity.office !== undefined)],
    map: () => undefined,
    knownUntil: about.knownUntil,
    notOurs: sayNotOurs(about.name),
  };
  return [{ lexicon: opened, view }];
}

function inLanguageOf(map: ShippedMap | undefined, lang: TextLanguage): LocatorMap | undefined {
  if (map === undefined) return undefined;
  const labels = map.labels.map((label) => ({ ...label, text: inLanguage(label.text, lang) }));
  return { ...map, labels, alternative: inLanguage(map.alternative, lang) };
}
