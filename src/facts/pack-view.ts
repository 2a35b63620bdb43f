/** How the choosing of a briefing sees a pack, and for whom and when it chooses. */
import type { LocatorMap } from './briefing.ts';
import type { TextLanguage } from './entity.ts';
import type { ShippedEntity } from './shipped.ts';

/** What a briefing is drawn from. */
export interface PackView {
  /** The entity with this id, or `undefined` where the pack has none. */
  entity(id: string): ShippedEntity | undefined;
  /** Every office of the pack; persons' strips are read off their tenures. */
  readonly offices: readonly ShippedEntity[];
  /** The place's locator map in a language, where one was drawn. */
  map(id: string, lang: TextLanguage): LocatorMap | undefined;
  /** Last day up to which the authors looked, as precise as they say. */
  readonly knownUntil: string;
  /** Of a pack the reader loaded: the sentence that says so on its cards, in the reader's language. Absent for ours. */
  readonly notOurs?: string;
}

/** For whom and for when a briefing is. */
export interface Occasion {
  /** The article's day, `YYYY-MM-DD`, or `null` where none was found: then nothing counts as before it. */
  readonly day: string | null;
  /** The reader's language; a text the pack lacks in it comes in English. */
  readonly lang: TextLanguage;
  /** Ids of the other entities the article names. */
  readonly inArticle: ReadonlySet<string>;
}
