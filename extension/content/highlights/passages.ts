/**
 * Every saved passage of this page as it is to be drawn now: what the background told, and on top what the reader just did here, which the
 * background will tell of in time.
 */
import type { PlacedHighlight } from '../../../src/messages/highlights.ts';
import type { HighlightMark } from '../../../src/page/painting/highlight-painter.ts';
import type { Snapshot } from '../../../src/page/snapshot.ts';
import type { Colour } from '../ports/toolbar-port.ts';

/** What the reader did to a passage that the background told of. */
interface Done {
  readonly colour?: Colour;
  readonly deleted?: true;
}

/** See the head of this file. */
export class Passages {
  readonly #snapshot: Pick<Snapshot, 'block'>;
  #told = new Map<string, PlacedHighlight>();
  /** Saved here and not yet told of. */
  readonly #own = new Map<string, PlacedHighlight>();
  readonly #done = new Map<string, Done>();

  constructor(snapshot: Pick<Snapshot, 'block'>) {
    this.#snapshot = snapshot;
  }

  /** The background's word: these and no others. */
  tell(highlights: readonly PlacedHighlight[]): void {
    const told = new Map(highlights.map((one) => [one.id, one]));
    for (const id of this.#done.keys()) {
      // What is told now is newer than what was done before: somebody else was here since, or it is what was done.
      if (told.get(id)?.colour !== this.#told.get(id)?.colour) this.#done.delete(id);
    }
    for (const id of told.keys()) this.#own.delete(id);
    this.#told = told;
  }

  /** Just saved here, or taken out of the trash. */
  add(passage: PlacedHighlight): void {
    this.#done.delete(passage.id);
    if (!this.#told.has(passage.id)) this.#own.set(passage.id, passage);
  }

  /** Just given another colour here. */
  recolour(id: string, colour: Colour): void {
    const own = this.#own.get(id);
    if (own === undefined) this.#done.set(id, { colour });
    else this.#own.set(id, { ...own, colour });
  }

  /** Just deleted here, or not saved after all. */
  remove(id: string): void {
    this.#own.delete(id);
    if (this.#told.has(id)) this.#done.set(id, { deleted: true });
  }

  /** A passage of the page by its id. */
  find(id: string): PlacedHighlight | undefined {
    return this.#all().find((passage) => passage.id === id);
  }

  /** Everything, as it is drawn; parts whose block the site has taken away are left out until it is told where they stand now. */
  marks(): HighlightMark[] {
    return this.#all().flatMap(({ id, colour, how, stretches }) => {
      const parts = stretches.flatMap(({ block: blockId, start, end }) => {
        const block = this.#snapshot.block(blockId)?.content;
        return block === undefined ? [] : [{ block, start, end }];
      });
      return parts.length === 0 ? [] : [{ id, colour, approximate: how === 'approximate', parts }];
    });
  }

  #all(): PlacedHighlight[] {
    const told = [...this.#told.values()].flatMap((passage) => {
      const { deleted, colour = passage.colour } = this.#done.get(passage.id) ?? {};
      return deleted === true ? [] : [{ ...passage, colour }];
    });
    return [...told, ...this.#own.values()];
  }
}
