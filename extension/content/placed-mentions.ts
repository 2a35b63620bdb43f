/** Every mention of the page with its place in it, kept through the site's re-rendering. */
import type { Mention } from '../../src/facts/mention.ts';
import type { SnapshotBlock } from '../../src/page/snapshot.ts';
import { rangeInBlock } from '../../src/page/text-block.ts';
import type { PlacedMention } from './ports/card-port.ts';

/** A mention with the nodes it stands in. */
export interface LiveMention extends PlacedMention {
  readonly block: SnapshotBlock;
  /** Kept for the mention's life: the painter tells by it what is unchanged. */
  readonly range: StaticRange;
}

/** See the head of this file. */
export class PlacedMentions {
  readonly #byBlock = new Map<number, readonly LiveMention[]>();
  #sorted: readonly LiveMention[] | undefined;

  /** Takes the background's word for a block: these mentions and no others. */
  set(block: SnapshotBlock, mentions: readonly Mention[]): void {
    const placed = mentions.flatMap((mention) => {
      const range = rangeInBlock(block.content, mention.start, mention.end);
      if (range === null) return [];
      const text = block.content.text.slice(mention.start, mention.end);
      return [{ key: `${block.id}:${mention.start}`, mention, text, block, range }];
    });
    if (placed.length > 0) this.#byBlock.set(block.id, placed);
    else this.#byBlock.delete(block.id);
    this.#sorted = undefined;
  }

  /** The block has the same text in other nodes, or another place in the order. */
  rebind(block: SnapshotBlock): void {
    const placed = this.#byBlock.get(block.id);
    if (placed !== undefined)
      this.set(
        block,
        placed.map(({ mention }) => mention),
      );
  }

  /** The block is no more. */
  drop(id: number): void {
    if (this.#byBlock.delete(id)) this.#sorted = undefined;
  }

  /** Every mention, in reading order. */
  get all(): readonly LiveMention[] {
    this.#sorted ??= [...this.#byBlock.values()]
      .flat()
      .sort((a, b) => a.block.order - b.block.order || a.mention.start - b.mention.start);
    return this.#sorted;
  }

  /** The mention now under a key; its nodes may be others than when the key was given out. */
  find({ key }: PlacedMention): LiveMention | undefined {
    return this.all.find((mention) => mention.key === key);
  }

  /** The mentions of a block that an offset of its text lies in or at the edge of. */
  around(blockId: number, offset: number): readonly LiveMention[] {
    return (this.#byBlock.get(blockId) ?? []).filter(({ mention }) => mention.start <= offset && offset <= mention.end);
  }

  /** The mentions of a block that share a character with a part of its text. */
  within(blockId: number, start: number, end: number): readonly LiveMention[] {
    return (this.#byBlock.get(blockId) ?? []).filter(({ mention }) => mention.start < end && start < mention.end);
  }
}
