/** What the background's handlers work with. */
import type { Connection } from '../../src/store/connection.ts';
import type { Keeper } from '../../src/store/keeper.ts';
import type { PackLoader } from './pack.ts';
import type { Readings } from './readings.ts';

/** One for the life of the background. */
export interface Services {
  readonly store: Connection;
  readonly keeper: Keeper;
  readonly packs: PackLoader;
  readonly readings: Readings;
}
