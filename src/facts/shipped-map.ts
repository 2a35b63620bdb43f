/** A locator map as it ships: one drawing for every interface language, its words still in all of them. `brief.ts` picks the reader's. */
import type { LocatorMap } from './briefing.ts';
import type { Localized } from './authored-entity.ts';

/** A {@link LocatorMap} before its labels and its alternative were chosen for one language. */
export interface ShippedMap extends Omit<LocatorMap, 'labels' | 'alternative'> {
  readonly labels: readonly { readonly x: number; readonly y: number; readonly text: Localized }[];
  readonly alternative: Localized;
}

/** Maps by id of the place, as `pack/maps.json` holds them. */
export type ShippedMaps = Readonly<Record<string, ShippedMap>>;
