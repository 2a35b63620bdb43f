/**
 * Tells the background what stands on the page and hears what is mentioned there. Every block counts as unsent until a reply acknowledged
 * it, so that nothing is lost to a background that was stopped in between.
 */
import type { PageClues } from '../../src/messages/from-page.ts';
import { LONGEST_BATCH } from '../../src/messages/longest-batch.ts';
import type { SnapshotBlock, SnapshotChange } from '../../src/page/snapshot.ts';
import type { CardPort } from './ports/card-port.ts';
import type { Recognised } from './ports/marking-port.ts';

/** A background that asks for everything this often in a row is not going to remember it. */
const MOST_RESTARTS = 3;

/** What a conversation is about, and who listens. */
export interface Partners {
  readonly session: string;
  readonly send: CardPort['send'];
  /** Every block of the page now, in reading order. */
  readonly blocks: () => readonly SnapshotBlock[];
  readonly clues: () => PageClues;
  readonly onRecognised: (answer: Recognised) => void;
  /** After everything was told again: these blocks have no mentions (any more). */
  readonly onWithoutMentions: (ids: readonly number[]) => void;
  readonly signal: AbortSignal;
}

/** One conversation for a reading. Its calls must not overlap. */
export class Conversation {
  readonly #partners: Partners;
  readonly #unsent = new Map<number, SnapshotBlock>();
  readonly #gone = new Set<number>();
  /** Blocks told again and not yet answered: an answer to a fresh start names only blocks with mentions. */
  #unanswered = new Set<number>();
  /** The clues the background has, as JSON. */
  #toldClues = '';

  constructor(partners: Partners) {
    this.#partners = partners;
  }

  /** Takes note of what changed, to be told next. */
  note({ fresh, gone }: SnapshotChange): void {
    for (const block of fresh) this.#unsent.set(block.id, block);
    for (const id of gone) {
      this.#unsent.delete(id);
      this.#gone.add(id);
    }
  }

  /** Everything is to be told again, the page's clues as well. */
  startOver(): void {
    this.#toldClues = '';
    for (const block of this.#partners.blocks()) this.#unsent.set(block.id, block);
    this.#unanswered = new Set(this.#unsent.keys());
  }

  /**
   * Tells what is not yet told, in batches, what is in view first. A page without text is not worth a message.
   * @throws {DatelineError} as `send` does; what was not acknowledged is told the next time.
   */
  async tell(): Promise<void> {
    const { blocks, signal } = this.#partners;
    const clues = this.#partners.clues();
    const written = JSON.stringify(clues);
    let restarts = 0;
    while (
      !signal.aborted &&
      (this.#unsent.size > 0 || this.#gone.size > 0 || (written !== this.#toldClues && blocks().length > 0))
    ) {
      const page = written === this.#toldClues ? {} : { page: clues };
      const told = await this.#tellBatch(page);
      if (told) {
        this.#toldClues = written;
      } else {
        if (++restarts > MOST_RESTARTS) return;
        this.startOver();
      }
    }
    if (signal.aborted) return;
    this.#partners.onWithoutMentions([...this.#unanswered]);
    this.#unanswered.clear();
  }

  /** @returns whether it was acknowledged; if not, the background has forgotten everything. */
  async #tellBatch(page: { page?: PageClues }): Promise<boolean> {
    const { session, send, onRecognised, signal } = this.#partners;
    const batch = this.#nextBatch();
    const gone = [...this.#gone];
    const answer = await send('recognise', {
      session,
      ...page,
      blocks: batch.map(({ id, order, content }) => ({ id, order, text: content.text.slice(0, LONGEST_BATCH) })),
      gone,
      more: batch.length < this.#unsent.size,
    });
    if (signal.aborted) return true;
    if (answer.kind === 'send-all') return false;
    for (const block of batch) {
      // Not if it came anew, with another order, meanwhile.
      if (this.#unsent.get(block.id) === block) this.#unsent.delete(block.id);
    }
    for (const id of gone) this.#gone.delete(id);
    for (const { id } of answer.blocks) this.#unanswered.delete(id);
    onRecognised(answer);
    return true;
  }

  #nextBatch(): SnapshotBlock[] {
    let length = 0;
    const batch: SnapshotBlock[] = [];
    for (const block of fromViewOn([...this.#unsent.values()])) {
      length += Math.min(block.content.text.length, LONGEST_BATCH);
      if (length > LONGEST_BATCH && batch.length > 0) break;
      batch.push(block);
    }
    return batch;
  }
}

/**
 * Blocks from the view's top on, then those above it. Found by halving, since asking every block where it stands costs more than reading
 * it; where a page's blocks do not stand in reading order, they are merely sent in another order.
 */
function fromViewOn(blocks: SnapshotBlock[]): SnapshotBlock[] {
  let low = 0;
  let high = fitInOneMessage(blocks) ? 0 : blocks.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((blocks[middle]?.content.box.getBoundingClientRect().bottom ?? 0) < 0) low = middle + 1;
    else high = middle;
  }
  return low === 0 ? blocks : [...blocks.slice(low), ...blocks.slice(0, low)];
}

function fitInOneMessage(blocks: readonly SnapshotBlock[]): boolean {
  let length = 0;
  return blocks.every(({ content }) => (length += content.text.length) <= LONGEST_BATCH);
}
