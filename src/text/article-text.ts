/**
 * The text of an article as one string: its blocks in reading order, one line end between them. Passages that run over several blocks are
 * saved and found in it, at the page's end and in the background alike.
 */

const BETWEEN = '\n';

/** Where in one block a stretch of the article lies: UTF-16 offsets of the block's text, `end` exclusive. */
export interface BlockStretch<Block> {
  readonly block: Block;
  readonly start: number;
  readonly end: number;
}

/** Blocks joined; see the head of this file. */
export class ArticleText<Block extends { readonly text: string }> {
  readonly text: string;
  readonly #blocks: readonly Block[];
  readonly #starts: readonly number[];

  /** @param blocks in reading order */
  constructor(blocks: readonly Block[]) {
    this.#blocks = blocks;
    this.text = blocks.map(({ text }) => text).join(BETWEEN);
    let start = 0;
    this.#starts = blocks.map(({ text }) => {
      const here = start;
      start += text.length + BETWEEN.length;
      return here;
    });
  }

  /** Offset in the article's text of one in a block's; `undefined` for a block that is not in it. */
  offsetOf(block: Block, offset: number): number | undefined {
    const start = this.#starts[this.#blocks.indexOf(block)];
    return start === undefined ? undefined : start + offset;
  }

  /** The blocks a stretch of the article runs over, and which part of each; blocks of which nothing is in it are left out. */
  stretchesOf(start: number, end: number): readonly BlockStretch<Block>[] {
    const stretches: BlockStretch<Block>[] = [];
    for (let at = this.#blockAt(start); at < this.#blocks.length; at++) {
      const block = this.#blocks[at];
      const blockStart = this.#starts[at] ?? 0;
      if (block === undefined || blockStart >= end) break;
      const part = { block, start: Math.max(0, start - blockStart), end: Math.min(block.text.length, end - blockStart) };
      if (part.start < part.end) stretches.push(part);
    }
    return stretches;
  }

  /** Index of the last block that begins at or before an offset. */
  #blockAt(offset: number): number {
    let low = 0;
    let high = this.#starts.length;
    while (high - low > 1) {
      const middle = (low + high) >> 1;
      if ((this.#starts[middle] ?? 0) <= offset) low = middle;
      else high = middle;
    }
    return low;
  }
}
