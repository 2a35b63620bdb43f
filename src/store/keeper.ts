/**
 * The one through whom the saved passages are changed: the database first, its second copy after it. Before anything is read or changed
 * both are compared once, so that what a browser lost is brought back or reported (promises R5).
 */
import type { Highlight } from '../highlights/highlight.ts';
import { makeStoredChange, type Requested, type Written } from './changing.ts';
import type { Connection } from './connection.ts';
import { forgetStored } from './forgetting.ts';
import { type Merged, mergeStored } from './merging.ts';
import type { Mirror } from './mirror.ts';
import { bringUp, mend } from './mending.ts';
import type { Witness } from './witness.ts';

/** What a keeper is given beside the two copies. */
export interface KeeperTools {
  /** Id for a line of the journal that nobody asked for. */
  readonly newEntry: () => string;
  /** ISO instant. */
  readonly now: () => string;
  /** Told of a second copy that could not be written: the next change or the next start makes up for it. */
  readonly onMirrorFailed: (error: unknown) => void;
}

/** See the head of this file. */
export class Keeper {
  readonly #store: Connection;
  readonly #mirror: Mirror;
  readonly #tools: KeeperTools;
  #comparing: Promise<void> | undefined;
  #following: Promise<void> = Promise.resolve();
  /** What the second copy is known to have followed, and whether it took the last change. */
  #followed: { readonly witness: Witness; readonly isInStep: boolean } | undefined;

  constructor(store: Connection, mirror: Mirror, tools: KeeperTools) {
    this.#store = store;
    this.#mirror = mirror;
    this.#tools = tools;
  }

  /** Resolves when both copies were compared, and mended if need be. @throws StoreError; the next call tries again */
  ready(): Promise<void> {
    this.#comparing ??= this.#compare().catch((error: unknown) => {
      this.#comparing = undefined;
      throw error;
    });
    return this.#comparing;
  }

  /**
   * Makes a change. Resolves when it is on disk, with the passage as it is then.
   * @throws ChangeError, StoreError as `makeStoredChange` does
   */
  async change(request: Requested): Promise<Highlight> {
    await this.ready();
    const { highlight, written } = await makeStoredChange(this.#store, request);
    this.#follow(written);
    return highlight;
  }

  /** Merges records by id, all or none; see `mergeStored`. @throws StoreError */
  async merge(records: readonly Highlight[]): Promise<Merged> {
    await this.ready();
    const { merged, written } = await mergeStored(this.#store, records, this.#tools.newEntry);
    this.#follow(written);
    return merged;
  }

  /** Forgets passages in the trash for good, in both copies. @returns how many @throws StoreError */
  async forget(ids: readonly string[]): Promise<number> {
    await this.ready();
    const written = await forgetStored(this.#store, ids);
    this.#follow(written);
    return written?.forgotten.length ?? 0;
  }

  /** Resolves when the second copy has taken, or refused, everything so far. */
  settled(): Promise<void> {
    return this.#following;
  }

  async #compare(): Promise<void> {
    const witness = await mend(this.#store, this.#mirror, this.#tools);
    this.#followed = { witness, isInStep: false };
    this.#following = this.#following.then(() => this.#followOne(null));
  }

  #follow(written: Written | null): void {
    if (written !== null) this.#following = this.#following.then(() => this.#followOne(written));
  }

  /** Never rejects. After a failure all that is missing comes with the next change: a witness must not vouch for a record that is not there. */
  async #followOne(written: Written | null): Promise<void> {
    if (this.#followed === undefined) return;
    const { witness, isInStep } = this.#followed;
    this.#followed = { witness, isInStep: false };
    try {
      if (isInStep && written !== null) await this.#mirror.follow(written);
      const now = isInStep && written !== null ? written.witness : await bringUp(this.#store, this.#mirror, witness);
      this.#followed = { witness: now, isInStep: true };
    } catch (error) {
      this.#tools.onMirrorFailed(error);
    }
  }
}
