/**
 * The article's text as it stands now, kept up with a living page: blocks with ids that last, their reading order, and the way from
 * a block's offsets to the page's nodes and back. Changes nothing in the page.
 */
import { offsetInBlock, type TextBlock } from './text-block.ts';
import { flatParent, renderedBox } from './text-rules.ts';
import { blocksOf, type Section, walkText } from './text-walk.ts';

/** A block with its name in this snapshot. */
export interface SnapshotBlock {
  /** Counts up and is never used again; a block whose nodes the site replaced by others of the same text keeps its id. */
  readonly id: number;
  /** Rises in reading order; a fraction where a block came between two others. */
  readonly order: number;
  readonly content: TextBlock;
}

/** What one reading of the page found different from the one before. */
export interface SnapshotChange {
  /** Blocks that are new or stand at another place in the order, in reading order. */
  readonly fresh: readonly SnapshotBlock[];
  /** Blocks with the same text in other nodes. */
  readonly moved: readonly SnapshotBlock[];
  /** Ids of blocks that are no more. */
  readonly gone: readonly number[];
}

/** See the head of this file. One for each document; `root` is usually its body. */
export class Snapshot {
  readonly #root: Element;
  readonly #onShadowRoot: (root: ShadowRoot) => void;
  readonly #sections = new WeakMap<Element, Section>();
  readonly #hidden = new Set<Element>();
  readonly #touched = new Set<Node>();
  #restyled = false;
  #blocks: readonly SnapshotBlock[] = [];
  #byContent = new Map<TextBlock, SnapshotBlock>();
  #byId = new Map<number, SnapshotBlock>();
  #lastId = 0;

  /** `onShadowRoot` is told, perhaps more than once, of every open shadow root that is read, so that changes in it can be reported. */
  constructor(root: Element, onShadowRoot: (root: ShadowRoot) => void) {
    this.#root = root;
    this.#onShadowRoot = onShadowRoot;
  }

  /** In reading order, as of the last finished {@link update}. */
  get blocks(): readonly SnapshotBlock[] {
    return this.#blocks;
  }

  /** The block of an id, if it still stands. */
  block(id: number): SnapshotBlock | undefined {
    return this.#byId.get(id);
  }

  /** Whether anything was reported since the last {@link update} began. */
  get isStale(): boolean {
    return this.#touched.size > 0 || this.#restyled;
  }

  /** Reports that a node's children, text or attributes changed; a changed attribute may also have shown what was hidden elsewhere. */
  touch(node: Node, restyled: boolean): void {
    this.#touched.add(node);
    this.#restyled ||= restyled;
  }

  /**
   * Reads what was touched since the last time (the whole page at first), pausing at each `yield`.
   * What is touched during a pause counts for the next update.
   */
  *update(): Generator<undefined, SnapshotChange> {
    this.#forgetTouched();
    const section = yield* walkText(this.#root, {
      sections: this.#sections,
      hidden: this.#hidden,
      onShadowRoot: this.#onShadowRoot,
    });
    return yield* this.#adopt(blocksOf(section));
  }

  /** The block, and the offset in its text, of a place in one of its text nodes. */
  find(node: Text, offset: number): { block: SnapshotBlock; offset: number } | null {
    for (let parent = flatParent(node); parent !== null; parent = flatParent(parent)) {
      const section = parent instanceof Element ? this.#sections.get(parent) : undefined;
      if (section === undefined) continue;
      for (const part of section.parts) {
        const block = 'parts' in part ? undefined : this.#byContent.get(part);
        const found = block === undefined ? null : offsetInBlock(block.content, node, offset);
        if (block !== undefined && found !== null) return { block, offset: found };
      }
      return null;
    }
    return null;
  }

  #forgetTouched(): void {
    if (this.#restyled) this.#touchWhatShowsNow();
    for (const node of this.#touched) {
      for (let above: Node | null = node; above !== null; above = flatParent(above)) {
        if (above instanceof Element) this.#sections.delete(above);
      }
    }
    this.#touched.clear();
    this.#restyled = false;
  }

  #touchWhatShowsNow(): void {
    for (const element of this.#hidden) {
      const shown = element.isConnected && renderedBox(element) !== null;
      if (shown) this.#touched.add(element);
      if (shown || !element.isConnected) this.#hidden.delete(element);
    }
  }

  /** Pauses too: a long page has ten thousand blocks. */
  *#adopt(contents: readonly TextBlock[]): Generator<undefined, SnapshotChange> {
    const replaced = this.#replacedBy(contents);
    yield;
    const earlier = contents.map((content) => this.#byContent.get(content) ?? replaced.get(content.text)?.shift());
    const orders = ordersFor(earlier.map((block) => block?.order));
    yield;
    const change = { fresh: [] as SnapshotBlock[], moved: [] as SnapshotBlock[] };
    const blocks = contents.map((content, at) => {
      const before = earlier[at];
      const order = orders[at] ?? at;
      if (before?.content === content && before.order === order) return before;
      const block = { id: before?.id ?? ++this.#lastId, order, content };
      (before?.order === order ? change.moved : change.fresh).push(block);
      return block;
    });
    yield;
    const byContent = new Map(blocks.map((block) => [block.content, block]));
    yield;
    this.#byId = new Map(blocks.map((block) => [block.id, block]));
    this.#byContent = byContent;
    this.#blocks = blocks;
    return { ...change, gone: [...replaced.values()].flat().map(({ id }) => id) };
  }

  /** Blocks that stand no more as they did, by their text: the site may have put the same text into other nodes. */
  #replacedBy(contents: readonly TextBlock[]): Map<string, SnapshotBlock[]> {
    const kept = new Set(this.#blocks.length === 0 ? [] : contents);
    const replaced = new Map<string, SnapshotBlock[]>();
    for (const block of this.#blocks) {
      if (kept.has(block.content)) continue;
      const sameText = replaced.get(block.content.text);
      if (sameText === undefined) replaced.set(block.content.text, [block]);
      else sameText.push(block);
    }
    return replaced;
  }
}

/**
 * Rising numbers for a list whose known numbers are kept as long as they rise; the rest are spread over the gaps.
 * When a gap has become too small to divide, everything is numbered anew.
 */
export function ordersFor(known: readonly (number | undefined)[]): number[] {
  const orders: number[] = [];
  let last = 0;
  for (const [at, kept] of known.entries()) {
    if (kept === undefined || kept <= last) continue;
    const step = (kept - last) / (at - orders.length + 1);
    if (step < SMALLEST_STEP) return known.map((_, index) => index + 1);
    while (orders.length < at) orders.push(kept - (at - orders.length) * step);
    orders.push(kept);
    last = kept;
  }
  while (orders.length < known.length) orders.push(++last);
  return orders;
}

/** Well above the rounding of a double at a million blocks. */
const SMALLEST_STEP = 1e-9;
