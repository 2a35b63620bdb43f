/** Chance that can be repeated: a run is known by its seed. */
import { createHash } from 'node:crypto';

/** A source of whole numbers from 0 to `below`, exclusive. */
export type Chance = (below: number) => number;

/** The same seed gives the same numbers in the same order. */
export function chanceFrom(seed: number): Chance {
  let drawn = 0;
  return (below) => createHash('sha256').update(`${seed} ${drawn++}`).digest().readUInt32BE() % below;
}
