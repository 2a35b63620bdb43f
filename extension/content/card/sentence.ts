/** The boxes of the sentence a mention stands in, so that its card can keep clear of it. */
import type { Box } from '../../../src/card/geometry.ts';

/**
 * Boxes in the viewport, one for each line, of the sentence round a point inside a mention; empty where it cannot be told (the card then
 * keeps clear of the mention alone).
 * @param x, y a point on the mention, in CSS pixels of the viewport
 * @param block the block-level element it stands in
 * @param lang BCP 47 tag of the page, may be empty
 */
export function sentenceBoxes({ x, y }: { x: number; y: number }, block: Element, lang: string): Box[] {
  const caret = document.caretPositionFromPoint(x, y);
  if (caret === null || !(caret.offsetNode instanceof Text) || !block.contains(caret.offsetNode)) return [];
  const nodes = textNodes(block);
  const at = (nodes.get(caret.offsetNode) ?? 0) + caret.offset;
  const text = [...nodes.keys()].map((node) => node.data).join('');
  const sentence = new Intl.Segmenter(localeOf(lang), { granularity: 'sentence' }).segment(text).containing(at);
  if (sentence === undefined) return [];
  const range = document.createRange();
  range.setStart(...boundary(nodes, sentence.index));
  range.setEnd(...boundary(nodes, sentence.index + sentence.segment.trimEnd().length));
  return [...range.getClientRects()];
}

/** Text nodes in order, each with where it begins in their joined text (UTF-16 code units). */
function textNodes(block: Element): Map<Text, number> {
  const nodes = new Map<Text, number>();
  const walker = document.createTreeWalker(block, NodeFilter.SHOW_TEXT);
  let length = 0;
  for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
    if (!(node instanceof Text)) continue;
    nodes.set(node, length);
    length += node.length;
  }
  return nodes;
}

function boundary(nodes: Map<Text, number>, offset: number): [Text, number] {
  for (const [node, start] of nodes) if (offset <= start + node.length) return [node, offset - start];
  throw new RangeError(`offset ${offset} lies past the block's text`);
}

/** A page's language may be anything; one that `Intl` refuses is left to the browser's own. */
function localeOf(lang: string): string | undefined {
  try {
    return Intl.getCanonicalLocales(lang)[0];
  } catch {
    return undefined;
  }
}
