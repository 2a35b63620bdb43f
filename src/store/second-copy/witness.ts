/**
 * What the saved passages as a whole look like, in three numbers: written with every change, and kept outside the database too, so that
 * a database the browser threw away or damaged is noticed (promises R5), where opening it would only show fewer passages or none.
 */
import type { Highlight } from '../../highlights/highlight.ts';

/** See the head of this file. */
export interface Witness {
  /** Passages, the trash included. */
  readonly count: number;
  /** Number of the last change; forgetting passages for good counts as one. */
  readonly sequence: number;
  /** Sum of all passages' {@link hashOf}, modulo 2³²: independent of their order. */
  readonly hash: number;
}

/** Of an empty store. */
export const NOTHING_SAVED: Witness = { count: 0, sequence: 0, hash: 0 };

/** The witness after one passage was changed, added (`before` absent) or forgotten (`after` absent). The sequence is the caller's. */
export function witnessAfter(
  { count, hash }: Witness,
  sequence: number,
  before: Highlight | undefined,
  after: Highlight | undefined,
): Witness {
  return {
    count: count + (after === undefined ? 0 : 1) - (before === undefined ? 0 : 1),
    sequence,
    hash: (hash + (after === undefined ? 0 : hashOf(after)) - (before === undefined ? 0 : hashOf(before))) >>> 0,
  };
}

/** A 32-bit hash of everything in a record (FNV-1a over its UTF-16 units), whatever the order of its keys. */
export function hashOf(highlight: Highlight): number {
  const text = JSON.stringify(highlight, withSortedKeys);
  let hash = 0x811c9dc5;
  for (let at = 0; at < text.length; at++) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193);
  return hash >>> 0;
}

/** Two copies of a record may have been put together in different orders: by the page, by a parser, by a backup. */
function withSortedKeys(_key: string, value: unknown): unknown {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return value;
  return Object.fromEntries(Object.entries(value).sort(([one], [other]) => (one < other ? -1 : 1)));
}
