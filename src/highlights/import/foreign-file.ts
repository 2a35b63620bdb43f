/** What a file of another tool holds, as passages of ours. */
import type { Highlight } from '../highlight.ts';

/** See the head of this file. */
export interface ForeignFile {
  readonly highlights: readonly Highlight[];
  /** How many entries are no passage: replies, notes on a whole page, entries without an address. */
  readonly leftOut: number;
}
