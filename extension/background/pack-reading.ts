/** The blocks of one page as one pack reads them. */
import type { FormLanguage } from '../../src/facts/entity.ts';
import { findCandidates } from '../../src/facts/recognise/block.ts';
import { choose, type BlockDecision, type ReadBlock } from '../../src/facts/recognise/choose.ts';
import type { PackOnHand } from './pack.ts';

/** See the head of this file. */
export class PackReading {
  readonly #blocks = new Map<number, ReadBlock>();

  constructor(readonly pack: PackOnHand) {}

  /** Takes new and changed blocks and forgets those gone; what is known of an unchanged text stays. */
  take(
    blocks: readonly { readonly id: number; readonly order: number; readonly text: string }[],
    gone: readonly number[],
    lang: FormLanguage | undefined,
  ): void {
    for (const id of gone) this.#blocks.delete(id);
    for (const { id, order, text } of blocks) {
      const known = this.#blocks.get(id);
      const reading = known?.reading.text === text ? known.reading : findCandidates(this.pack.lexicon, text, lang);
      this.#blocks.set(id, { id, order, reading });
    }
  }

  /** Decides every block, by id in reading order; `day` is the article's, where it is known. */
  decide(day: string | undefined): ReadonlyMap<number, BlockDecision> {
    return choose(this.pack.lexicon, [...this.#blocks.values()], day);
  }

  /** The blocks' texts in reading order. */
  texts(): { readonly id: number; readonly text: string }[] {
    return [...this.#blocks.values()]
      .sort((one, other) => one.order - other.order)
      .map(({ id, reading }) => ({ id, text: reading.text }));
  }
}
