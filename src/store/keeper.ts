/**
 * The one through whom the saved passages are changed: the database first, its second copy after it. Before anything is read or changed
 * both are compared once, so that what a browser lost is brought back or reported (promises R5).
 */
import type { Highlight } from '../highlights/highlight.ts';
import { makeStoredChange, makeStoredChanges, type Requested, type Written } from './changing.ts';
import { audit } from './second-copy/audit.ts';
import type { Connection } from './connection.ts';
import { forgetStored } from './forgetting.ts';
import { type Merged, mergeStored } from './merging.ts';
import type { Mirror } from './second-copy/mirror.ts';
import { bringUp, copyAll } from './second-copy/following.ts';
import { type KeeperTools, mend, readOrBeginAnew } from './second-copy/mending.ts';
import type { Witness } from './second-copy/witness.ts';

/** See the head of this file. */
export class Keeper {
  readonly #store: Connection;
  readonly #mirror: Mirror;
  readonly #tools: KeeperTools;
  #comparing: Promise<void> | undefined;
  /** Of the connection, when both copies were last compared. */
  #losses = 0;
  #following: Promise<void> = Promise.resolve();
  /** What the second copy is known to have followed, and whether it took the last change; `undefined` while it must follow nothing. */
  #followed: { readonly witness: Witness; readonly isInStep: boolean } | undefined;

  constructor(store: Connection, mirror: Mirror, tools: KeeperTools) {
    this.#store = store;
    this.#mirror = mirror;
    this.#tools = tools;
  }

  /** Resolves when both copies were compared, and mended if need be. @throws StoreError; the next call tries again */
  ready(): Promise<void> {
    if (this.#losses !== this.#store.losses) this.#compareAnew();
    this.#losses = this.#store.losses;
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

  /** Makes many changes, all or none; see `makeStoredChanges`. @returns the passages that changed @throws StoreError */
  async changeAll(requests: readonly Requested[]): Promise<readonly Highlight[]> {
    await this.ready();
    const written = await makeStoredChanges(this.#store, requests);
    this.#follow(written);
    return written?.put ?? [];
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

  /**
   * Reads both copies letter by letter, and mends what differs (see `audit`); a database that cannot be read is made anew (`readOrBeginAnew`).
   * For once in a browser's session, at its beginning. @throws StoreError
   */
  async audit(): Promise<void> {
    await readOrBeginAnew(() => this.ready(), this.#store, this.#mirror);
    await this.settled();
    const isWhole = await audit(this.#store, this.#mirror, this.#tools);
    if (!isWhole && this.#followed !== undefined) this.#following = this.#following.then(() => this.#followAll());
  }

  /** Resolves when the second copy has taken, or refused, everything so far. */
  settled(): Promise<void> {
    return this.#following;
  }

  /** What is in the database is not what both copies were compared by: until they are again, the second copy follows nothing. */
  #compareAnew(): void {
    this.#followed = undefined;
    this.#comparing = undefined;
  }

  async #compare(): Promise<void> {
    const witness = await mend(this.#store, this.#mirror, this.#tools);
    if (witness === undefined) return;
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
    if (written !== null && written.witness.sequence <= witness.sequence) {
      // The database was lost since they were compared, and begins anew: to follow it would lose the second copy too.
      this.#compareAnew();
      return;
    }
    await this.#catchUp(witness, async () => {
      if (!isInStep || written === null) return bringUp(this.#store, this.#mirror, witness);
      await this.#mirror.follow(written);
      return written.witness;
    });
  }

  /** Never rejects. */
  async #followAll(): Promise<void> {
    if (this.#followed === undefined) return;
    // As many changes as it followed, and a hash of nothing that is there: a start in between compares both and copies all of it again.
    const { witness } = this.#followed;
    const unlike = { ...witness, hash: ~witness.hash >>> 0 };
    await this.#catchUp(unlike, () => copyAll(this.#store, this.#mirror, unlike));
  }

  /** Has the second copy, which followed `from`, take what `take` hands it; that gives `undefined` where the database was lost. Never rejects. */
  async #catchUp(from: Witness, take: () => Promise<Witness | undefined>): Promise<void> {
    const behind = { witness: from, isInStep: false };
    this.#followed = behind;
    try {
      const witness = await take();
      // They may have been compared anew meanwhile, and then this is not the last word.
      if (this.#followed !== behind) return;
      if (witness === undefined) this.#compareAnew();
      else this.#followed = { witness, isInStep: true };
    } catch (error) {
      this.#tools.onMirrorFailed(error);
    }
  }
}
