/**
 * The text of one block-level element as it is rendered, and where each character of it stands in the page.
 * Offsets are UTF-16 code units, in the block's text and in text nodes alike.
 */

/** A stretch of a text node that stands in the block's text unchanged. */
export interface Run {
  /** Offset of its first character in the block's text. */
  readonly start: number;
  readonly node: Text;
  /** Offset of its first character in the node. */
  readonly offset: number;
  readonly length: number;
}

/** One block's text. Runs are in order; between them stand line breaks, which belong to no node. */
export interface TextBlock {
  /** The element whose box shows the text. */
  readonly box: Element;
  readonly text: string;
  readonly runs: readonly Run[];
}

/** A block that was read in one piece. Where its characters stand is looked up when somebody asks: most blocks mention nothing. */
export class PlainBlock implements TextBlock {
  readonly #element: Element;
  #runs: readonly Run[] | undefined;

  /** `element` holds the text, in nodes whose white space is even; `box` shows it. */
  constructor(
    element: Element,
    readonly box: Element,
    readonly text: string,
  ) {
    this.#element = element;
  }

  /** None where the page has changed since: then the block is about to be read again. */
  get runs(): readonly Run[] {
    if (this.#runs === undefined) {
      const writer = new BlockWriter();
      const walker = document.createTreeWalker(this.#element, NodeFilter.SHOW_TEXT);
      while (walker.nextNode() !== null) {
        const node = walker.currentNode as Text;
        writer.addNode(node, node.data, 'even');
      }
      const block = writer.finish(this.box);
      this.#runs = block?.text === this.text ? block.runs : [];
    }
    return this.#runs;
  }
}

/**
 * The page's nodes for `[start, end)` of a block's text. Edges on a line break move inwards to the nearest character.
 * A `StaticRange`, since a live one would tax every later edit of the page.
 * @returns `null` where the stretch holds no character of the page.
 */
export function rangeInBlock(block: TextBlock, start: number, end: number): StaticRange | null {
  const first = block.runs[runFrom(block.runs, start)];
  const last = block.runs[runFrom(block.runs, end, -1)];
  if (first === undefined || last === undefined || start >= end || last.start < first.start) return null;
  return new StaticRange({
    startContainer: first.node,
    startOffset: first.offset + Math.max(0, start - first.start),
    endContainer: last.node,
    endOffset: last.offset + Math.min(last.length, end - last.start),
  });
}

/**
 * The offset in the block's text of a place in one of its text nodes; a place inside collapsed white space gives the nearest
 * character before it. `null` when the node has no character in the block.
 */
export function offsetInBlock(block: TextBlock, node: Text, offset: number): number | null {
  let before: Run | undefined;
  for (const run of block.runs) {
    if (run.node !== node) continue;
    if (offset < run.offset) return before === undefined ? run.start : before.start + before.length;
    if (offset <= run.offset + run.length) return run.start + offset - run.offset;
    before = run;
  }
  return before === undefined ? null : before.start + before.length;
}

/** Index of the first run that ends after `place`; with `step` -1, of the last run that starts before it. May lie outside the list. */
function runFrom(runs: readonly Run[], place: number, step: 1 | -1 = 1): number {
  let low = 0;
  let high = runs.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    const run = runs[middle];
    if (run === undefined) break;
    const passed = step === 1 ? run.start + run.length <= place : run.start < place;
    if (passed) low = middle + 1;
    else high = middle;
  }
  return step === 1 ? low : low - 1;
}

/** The characters CSS collapses (CSS Text 4, 4.1); a no-break space is not one of them. */
const UNEVEN_SPACE = /[\t\n\r\f]| {2}/;
const SPACE = /[ \t\n\r\f]+/g;

/** Whether white space in `data` is rendered differently when it collapses than when it is preserved. */
export function hasUnevenSpace(data: string): boolean {
  return UNEVEN_SPACE.test(data);
}

/** Puts a block's text together from its text nodes, in order, collapsing white space as rendering does. */
export class BlockWriter {
  /** Kept apart until the end: appending to one string and looking at its end by turns would copy it each time. */
  #parts: string[] = [];
  #length = 0;
  #runs: Run[] = [];
  /** Whether a following space is swallowed: at the start, after a line break and after a space. */
  #swallowsSpace = true;
  /** Whether the last character is a space that the end of its line swallows. */
  #endsInOpenSpace = false;

  get isEmpty(): boolean {
    return this.#length === 0;
  }

  /**
   * Adds a text node's characters.
   * @param data the node's own, handed in because a browser makes a new string each time it is asked.
   * @param space how its white space is treated: `even` needs nothing, `collapse` and `preserve` as under `white-space`.
   */
  addNode(node: Text, data: string, space: 'even' | 'collapse' | 'preserve'): void {
    if (data === '') return;
    if (space === 'collapse') {
      this.#addCollapsed(node, data);
      return;
    }
    const preserve = space === 'preserve';
    const from = !preserve && this.#swallowsSpace && data.startsWith(' ') ? 1 : 0;
    this.#addRun(node, from, data.slice(from), !preserve && data.endsWith(' '));
  }

  /** Adds a line break; none stands at the start of a block. */
  addLineBreak(): void {
    this.#dropOpenSpace();
    if (!this.isEmpty) this.#append('\n');
    this.#swallowsSpace = true;
  }

  /** Ends the block and starts an empty one. `null` when there was no text. */
  finish(box: Element): TextBlock | null {
    this.#dropOpenSpace();
    const written = this.#parts.join('');
    const runs = this.#runs;
    this.#parts = [];
    this.#length = 0;
    this.#runs = [];
    this.#swallowsSpace = true;
    let end = written.length;
    while (written[end - 1] === '\n') end--;
    return end === 0 ? null : { box, text: written.slice(0, end), runs: runsBefore(runs, end) };
  }

  #addCollapsed(node: Text, data: string): void {
    let from = 0;
    for (const { index, 0: space } of data.matchAll(SPACE)) {
      const kept = index > from || !this.#swallowsSpace;
      // A single space that is kept does not end the run.
      if (kept && space === ' ') continue;
      if (kept) this.#addRun(node, from, `${data.slice(from, index)} `, true);
      from = index + space.length;
    }
    this.#addRun(node, from, data.slice(from), data.endsWith(' '));
  }

  #addRun(node: Text, offset: number, text: string, endsInOpenSpace: boolean): void {
    if (text === '') return;
    this.#runs.push({ start: this.#length, node, offset, length: text.length });
    this.#append(text);
    this.#endsInOpenSpace = endsInOpenSpace;
    this.#swallowsSpace = endsInOpenSpace;
  }

  #append(text: string): void {
    this.#parts.push(text);
    this.#length += text.length;
  }

  #dropOpenSpace(): void {
    if (!this.#endsInOpenSpace) return;
    this.#endsInOpenSpace = false;
    this.#parts.push((this.#parts.pop() ?? '').slice(0, -1));
    this.#length--;
    this.#runs = runsBefore(this.#runs, this.#length);
  }
}

/** Cuts runs off at `end`; only the last few can reach beyond it. */
function runsBefore(runs: Run[], end: number): Run[] {
  for (let last = runs.at(-1); last !== undefined && last.start + last.length > end; last = runs.at(-1)) {
    runs.pop();
    if (last.start < end) runs.push({ ...last, length: end - last.start });
  }
  return runs;
}
