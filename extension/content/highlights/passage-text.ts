/** Passages of the article's text, as they stand in the page now. */
import type { Anchor } from '../../../src/highlights/highlight.ts';
import { makeAnchor, sentenceOf, trimPassage } from '../../../src/highlights/make-anchor.ts';
import type { Stretch } from '../../../src/messages/highlights.ts';
import { LONGEST_BATCH } from '../../../src/messages/longest-batch.ts';
import { selectedRange, type TextPlace, textInRange } from '../../../src/page/selected-text.ts';
import { ArticleText, type BlockStretch } from '../../../src/text/article-text.ts';
import type { SnapshotBlock } from '../../../src/page/snapshot.ts';
import type { HighlightingPort } from '../ports/highlighting-port.ts';

/** A block as the background has it. */
interface SentBlock {
  readonly id: number;
  readonly text: string;
  readonly shown: SnapshotBlock;
}

/** A passage that could be saved. */
export interface Passage {
  readonly stretches: readonly Stretch[];
  /** Its parts in the page, in reading order; never empty. */
  readonly parts: readonly BlockStretch<SentBlock>[];
  readonly text: string;
  /** `null` where it is too long to be kept. */
  anchor(): Anchor | null;
}

/** What is selected now; `null` where that is no article text, or only white space. */
export function selectedPassage({ snapshot, shadowRoots }: HighlightingPort): Passage | null {
  if (isBeingEdited(document.activeElement)) return null;
  const range = selectedRange(getSelection(), shadowRoots);
  const stretch = range && textInRange(range, snapshot);
  return stretch && passageBetween(snapshot.blocks, stretch.start, stretch.end);
}

/** The sentence round a place in a block; `null` where the block is gone. */
export function sentenceAt({ snapshot }: HighlightingPort, blockId: number, offset: number): Passage | null {
  const block = snapshot.block(blockId);
  if (block === undefined) return null;
  const { start, end } = sentenceOf(textOf(block), offset);
  return passageBetween(snapshot.blocks, { block, offset: start }, { block, offset: end });
}

function passageBetween(blocks: readonly SnapshotBlock[], from: TextPlace, to: TextPlace): Passage | null {
  const sent = blocks.map((shown) => ({ id: shown.id, text: textOf(shown), shown }));
  const article = new ArticleText(sent);
  const offsetOf = ({ block, offset }: TextPlace): number => {
    const at = sent[blocks.indexOf(block)];
    return at === undefined ? 0 : (article.offsetOf(at, Math.min(offset, at.text.length)) ?? 0);
  };
  const trimmed = trimPassage(article.text, offsetOf(from), offsetOf(to));
  if (trimmed === null) return null;
  const { start, end } = trimmed;
  const parts = article.stretchesOf(start, end);
  return {
    parts,
    stretches: parts.map((part) => ({ block: part.block.id, start: part.start, end: part.end })),
    text: article.text.slice(start, end),
    anchor: () => makeAnchor(article, start, end),
  };
}

/** As the background got it. */
function textOf({ content }: SnapshotBlock): string {
  return content.text.slice(0, LONGEST_BATCH);
}

function isBeingEdited(focused: Element | null): boolean {
  if (focused?.shadowRoot?.activeElement != null) return isBeingEdited(focused.shadowRoot.activeElement);
  return (
    focused !== null &&
    (focused.matches('input, textarea, select') || (focused instanceof HTMLElement && focused.isContentEditable))
  );
}
