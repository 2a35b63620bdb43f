/** A pack as it ships: what the build writes, the background and the `annotate` command read. No YAML and no file system here. */
import * as v from 'valibot';
import { PartialDate } from './entity.ts';
import type { LexiconRules } from './recognise/rules.ts';
import type { ShippedEntity } from './shipped.ts';

/** What a pack says of itself, `pack.yaml`. */
export const PackAbout = v.strictObject({
  /** Stable name of the pack, lower-case ASCII. */
  id: v.pipe(v.string(), v.regex(/^[a-z0-9]+(-[a-z0-9]+)*$/)),
  name: v.pipe(v.string(), v.minLength(1), v.maxLength(80)),
  /** Counts up with every release of the pack's data. */
  version: v.pipe(v.number(), v.integer(), v.minValue(1)),
  /** The last day up to which its authors looked. */
  knownUntil: PartialDate,
});
/** What a pack says of itself, after parsing. */
export type PackAbout = v.InferOutput<typeof PackAbout>;

/** The part of a pack that recognition needs. */
export interface CompiledLexicon {
  /** Binary that `src/text/trie/trie-compile.ts` writes. */
  readonly trie: ArrayBuffer;
  readonly rules: LexiconRules;
}

/** A whole pack after compiling. */
export interface CompiledPack {
  readonly about: PackAbout;
  /** In order of id. */
  readonly entities: readonly ShippedEntity[];
  readonly lexicon: CompiledLexicon;
}
