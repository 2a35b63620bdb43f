/** The two packages that place quotes in a document, given the same text in one. */
import { JSDOM } from 'jsdom';
import type { QuoteSelector } from '../../src/text/quote/quote-selector.ts';
import type { Stretch } from './outcome.ts';

/** Places a quote that was saved at `saved` of the older text. */
export type PlaceInDocument = (selector: QuoteSelector, saved: Stretch) => Stretch | null;

/** The text as a document with one text node a paragraph. The packages look for `document` and its classes globally. */
function documentOf(text: string): { root: HTMLElement; offsetOf: (node: Node, offset: number) => number } {
  const { window } = new JSDOM('<!doctype html><div></div>');
  for (const name of ['window', 'document', 'Node', 'NodeFilter', 'Range', 'Element', 'HTMLElement', 'Text'] as const) {
    Object.defineProperty(globalThis, name, { value: name === 'window' ? window : window[name], configurable: true });
  }
  const root = window.document.querySelector('div');
  if (root === null) throw new Error('the document came without its element');
  const starts = new Map<Node, number>();
  let at = 0;
  for (const paragraph of text.split(/(?<=\n)/)) {
    const node = root.appendChild(window.document.createTextNode(paragraph));
    starts.set(node, at);
    at += paragraph.length;
  }
  return { root, offsetOf: (node, offset) => (starts.get(node) ?? Number.NaN) + offset };
}

/** `@recogito/text-annotator`: the stored offsets, with the quote kept but not compared. */
export async function recogito(text: string): Promise<PlaceInDocument> {
  const { root, offsetOf } = documentOf(text);
  const { reviveSelector } = await import('@recogito/text-annotator');
  return ({ exact }, { start, end }) => {
    const { range } = reviveSelector({ quote: exact, start, end, range: root.ownerDocument.createRange() }, root);
    const found = {
      start: offsetOf(range.startContainer, range.startOffset),
      end: offsetOf(range.endContainer, range.endOffset),
    };
    return Number.isNaN(found.start) || Number.isNaN(found.end) ? null : found;
  };
}

/** `dom-anchor-text-quote`: fuzzy search for prefix, then for the quote in slices of 32 letters. */
export async function domAnchor(text: string): Promise<PlaceInDocument> {
  const { root } = documentOf(text);
  const { toTextPosition } = await import('dom-anchor-text-quote');
  return ({ exact, prefix, suffix, start }) => toTextPosition(root, { exact, prefix, suffix }, { hint: start });
}
