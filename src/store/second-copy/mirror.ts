/**
 * The second copy of what the reader saved, outside the database: what a browser throws away or damages there is brought back from here
 * (promises R5). It follows what is on disk already, so it may be a few changes behind; never ahead, unless the database lost something.
 */
import type { Highlight } from '../../highlights/highlight.ts';
import type { Written } from '../changing.ts';
import type { Witness } from './witness.ts';

/** Where the second copy is kept. Every method may reject where that place cannot be reached. */
export interface Mirror {
  /** Of the changes it has followed; `undefined` where it has followed none, or was thrown away. */
  witness(): Promise<Witness | undefined>;
  /** Ids of the records in it. */
  ids(): Promise<readonly string[]>;
  /** The records in it, some at a time; what is damaged is left out. */
  batches(): AsyncIterable<readonly Highlight[]>;
  /** Follows a change of the database. The witness is written with the records or after them, never before. */
  follow(written: Written): Promise<void>;
}
