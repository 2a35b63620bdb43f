/** What the paradigms take and give. */
import type { FormLanguage, Kind } from '../entity.ts';

/** A spelling as it may stand in a text. */
export interface FormRow {
  /** What the trie is to look for; matching folds it. */
  readonly form: string;
  /** Folded letters at its beginning that are a clitic and stay out of the mention: `offsetAfterFolded` finds where it begins. */
  readonly cut: number;
  /** The spelling it comes from. */
  readonly base: string;
  /** The language whose ending or clitic it carries; absent on the base itself. */
  readonly lang?: FormLanguage;
}

/** What a paradigm must know of the thing named, besides its name. */
export interface Named {
  readonly kind: Kind;
  /** Persons only; absent reads as `m`. */
  readonly gender?: 'f' | 'm';
}
