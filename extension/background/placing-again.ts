/**
 * Where the saved passages of an article stand in its text today. One for each reading; while the article has none, nothing is built and
 * nothing held. Pure but for its own state.
 */
import type { Highlight } from '../../src/highlights/highlight.ts';
import { LONGEST_FIELD } from '../../src/highlights/longest-field.ts';
import type { FoundHighlight, PlacedHighlight } from '../../src/messages/highlights.ts';
import { ArticleText } from '../../src/text/article-text.ts';
import { indexText, type TextIndex } from '../../src/text/quote/quote-index.ts';
import { type Placement, placeQuote } from '../../src/text/quote/quote-place.ts';

/** A block of the article; see `from-page.ts`. */
interface PlacedBlock {
  readonly id: number;
  readonly text: string;
}

/** How one passage was found, for our own pages. */
export type FoundPassage = { readonly id: string } & Omit<FoundHighlight, 'highlight'>;

/** See the head of this file. */
export class Placing {
  #article: { readonly text: ArticleText<PlacedBlock>; readonly index: TextIndex } | undefined;
  #saved: readonly Highlight[] = [];
  #placements: readonly { readonly highlight: Highlight; readonly placement: Placement }[] = [];

  /**
   * Places passages in the blocks, unless text and list of passages are those of the last time.
   * @param blocks in reading order
   */
  place(blocks: readonly PlacedBlock[], saved: readonly Highlight[]): void {
    const text = saved.length === 0 ? undefined : new ArticleText(blocks);
    // The blocks themselves may be others: their ids are what the page is told.
    const index = text?.text === this.#article?.text.text ? this.#article?.index : text && indexText(text.text);
    const isSame = index === this.#article?.index && saved === this.#saved;
    this.#article = text && index && { text, index };
    this.#saved = saved;
    if (!isSame)
      this.#placements =
        index === undefined ? [] : saved.map((highlight) => ({ highlight, placement: placed(index, highlight) }));
  }

  /** Every passage, in reading order, those not found last. */
  get found(): readonly FoundPassage[] {
    const text = this.#article?.text.text ?? '';
    return this.#placements
      .map(({ highlight: { id }, placement }): FoundPassage => {
        if (placement.how === 'not-found') return { id, how: 'not-found', start: null };
        const { how, start, end } = placement;
        return { id, how, start, ...(how !== 'exact' && { now: text.slice(start, Math.min(end, start + LONGEST_FIELD)) }) };
      })
      .sort((one, other) => (one.start ?? Number.POSITIVE_INFINITY) - (other.start ?? Number.POSITIVE_INFINITY));
  }

  /** What the page is to draw: where, and in which colour. Only what was made in this container of Firefox (promises S11). */
  paintedIn(container: string | null): PlacedHighlight[] {
    const article = this.#article;
    if (article === undefined) return [];
    return this.#placements.flatMap(({ highlight, placement }) => {
      if (placement.how === 'not-found' || highlight.container !== container) return [];
      const { how, start, end } = placement;
      const stretches = article.text
        .stretchesOf(start, end)
        .map((part) => ({ block: part.block.id, start: part.start, end: part.end }));
      return [{ id: highlight.id, colour: highlight.colour, how, stretches }];
    });
  }
}

function placed(index: TextIndex, { anchor: { quote, position } }: Highlight): Placement {
  return placeQuote(index, { ...quote, start: position.start });
}
