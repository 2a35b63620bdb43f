/**
 * An entity as it ships and as it is stored: what `pack-compile.ts` makes of an {@link AuthoredEntity} and what `brief.ts` reads.
 * Forms are gone (they are in the lexicon), source keys are places in the entity's own `sources`, from 0.
 */
import type { AuthoredEntity, Localized, Source } from './authored-entity.ts';
import type { Kind } from './entity.ts';

/** A dated statement; intervals are [`from`, `until`), a point in time has `on`. */
export interface ShippedFact {
  readonly on?: string;
  readonly from?: string;
  readonly until?: string;
  readonly text: Localized;
  readonly sources: readonly number[];
  readonly concerns: readonly string[];
  readonly disputed: readonly { readonly by: Localized; readonly text: Localized; readonly sources: readonly number[] }[];
}

/** What an entity was over [`from`, `until`). */
export interface ShippedStatus {
  readonly from: string;
  readonly until?: string;
  readonly text: Localized;
  readonly sources: readonly number[];
}

/** One holder's interval in an office, [`from`, `until`). */
export interface ShippedTenure {
  readonly person: string;
  readonly from: string;
  readonly until?: string;
  readonly acting: boolean;
  readonly sources: readonly number[];
}

/** One entity of a pack, ready to be briefed about. Facts, statuses and tenures are in order of time. */
export interface ShippedEntity {
  readonly id: string;
  readonly kind: Kind;
  readonly names: AuthoredEntity['names'];
  readonly region?: Localized;
  readonly about: Localized;
  readonly statuses: readonly ShippedStatus[];
  readonly facts: readonly ShippedFact[];
  readonly related: readonly string[];
  readonly sources: readonly Source[];
  readonly location?: { readonly latitude: number; readonly longitude: number };
  readonly office?: {
    readonly country: string;
    readonly post: string;
    readonly holders: 'single' | 'several';
    readonly tenures: readonly ShippedTenure[];
  };
  readonly ledBy?: string;
  readonly agreement?: {
    readonly date: string;
    readonly parties: readonly Localized[];
    readonly terms: readonly { readonly text: Localized; readonly sources: readonly number[] }[];
  };
  readonly event?: {
    readonly from: string;
    /** The last day it went on, not the first without it: a card prints it. */
    readonly until?: string;
    readonly where: readonly string[];
    readonly between: readonly Localized[];
    readonly sources: readonly number[];
  };
}
