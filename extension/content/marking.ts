/** Marks a page's mentions, moves between them, and gives the card its port. */
import type { Briefing } from '../../src/facts/briefing.ts';
import type { ArticleDate } from '../../src/facts/mention.ts';
import type { Stretch } from '../../src/messages/highlights.ts';
import type { SnapshotChange } from '../../src/page/snapshot.ts';
import { type CardPort, offerCardPort, type PlacedMention, type PortEvent } from './ports/card-port.ts';
import type { Marker, MarkingPort, Recognised } from './ports/marking-port.ts';
import { MarksInView } from './marks-in-view.ts';
import { isRendered, mentionUnder, rectsOf, scrollToMention } from './mention-geometry.ts';
import { type LiveMention, PlacedMentions } from './placed-mentions.ts';
import { reportPointer } from './pointing.ts';

/** How long a mention shown from the popup stays lit, in milliseconds. */
const FLASH_TIME = 1600;

/** See the head of this file. Ends with its port's signal. */
export class Marking implements Marker {
  readonly #port: MarkingPort;
  readonly #placed = new PlacedMentions();
  readonly #marks: MarksInView;
  readonly #briefings = new Map<string, Briefing>();
  readonly #listeners = new Set<(event: PortEvent) => void>();
  #date: ArticleDate | null = null;
  /** Where next and previous count from. */
  #cursor: PlacedMention | null = null;
  /** An arrival the card script came too late to hear. */
  #missedArrival: PortEvent | undefined;

  constructor(port: MarkingPort) {
    this.#port = port;
    this.#marks = new MarksInView(this.#placed, port);
    reportPointer(
      (x, y) => this.#mentionAt(x, y),
      (event) => this.#tell(event),
      port.signal,
    );
    offerCardPort(this.#cardPort());
  }

  adopt({ date, blocks, briefings, known }: Recognised): void {
    this.#date = date;
    for (const briefing of briefings) this.#briefings.set(briefing.id, briefing);
    for (const { id, mentions } of blocks) {
      const block = this.#port.snapshot.block(id);
      if (block !== undefined)
        this.#placed.set(
          block,
          mentions.filter((mention) => !known.includes(mention.id)),
        );
    }
    this.#update();
  }

  follow({ fresh, moved, gone }: SnapshotChange): void {
    if (fresh.length + moved.length + gone.length === 0) return;
    for (const id of gone) this.#placed.drop(id);
    for (const block of [...moved, ...fresh]) this.#placed.rebind(block);
    this.#update();
  }

  forget(blockIds: readonly number[]): void {
    if (blockIds.length === 0) return;
    for (const id of blockIds) this.#placed.drop(id);
    this.#update();
  }

  applySettings(): void {
    this.#update();
  }

  move(direction: 'next' | 'previous'): boolean {
    const from = this.#cursor === null ? undefined : this.#placed.find(this.#cursor);
    const found = from === undefined ? this.#nearestToView(direction) : this.#neighbour(from, direction);
    if (found === null) return false;
    this.#cursor = found;
    scrollToMention(found);
    this.#tell({ type: 'arrive', mention: found });
    return true;
  }

  show(entity: string): boolean {
    const found = this.#placed.all.find((mention) => mention.mention.id === entity && isRendered(mention));
    if (found === undefined) return false;
    this.#cursor = found;
    scrollToMention(found);
    this.#marks.flash(found, FLASH_TIME);
    return true;
  }

  isMarkAt(x: number, y: number): boolean {
    return this.#mentionAt(x, y) !== null;
  }

  entitiesIn({ block, start, end }: Stretch): readonly string[] {
    return this.#placed.within(block, start, end).map(({ mention }) => mention.id);
  }

  #update(): void {
    this.#marks.update();
    this.#tell({ type: 'change' });
  }

  #tell(event: PortEvent): void {
    if (event.type === 'arrive' && this.#listeners.size === 0) this.#missedArrival = event;
    for (const listener of this.#listeners) listener(event);
  }

  #mentionAt(x: number, y: number): LiveMention | null {
    const mention = mentionUnder(x, y, this.#placed, this.#port);
    return mention !== null && this.#marks.isPainted(mention) ? mention : null;
  }

  #neighbour(from: PlacedMention, direction: 'next' | 'previous'): LiveMention | null {
    const { all } = this.#placed;
    const at = all.findIndex(({ key }) => key === from.key);
    if (at === -1) return null;
    return (direction === 'next' ? all.slice(at + 1).find(isRendered) : all.slice(0, at).findLast(isRendered)) ?? null;
  }

  /** The first mention from the view's top on; backwards, the last one above its bottom. */
  #nearestToView(direction: 'next' | 'previous'): LiveMention | null {
    const isAhead = (mention: LiveMention): boolean => {
      const [rect] = rectsOf(mention);
      return rect !== undefined && (direction === 'next' ? rect.top >= 0 : rect.top < innerHeight);
    };
    const { all } = this.#placed;
    return (direction === 'next' ? all.find(isAhead) : all.findLast(isAhead)) ?? null;
  }

  #cardPort(): CardPort {
    const port = this.#port;
    const date = (): ArticleDate | null => this.#date;
    const live = <T>(mention: PlacedMention, use: (live: LiveMention) => T, otherwise: T): T => {
      const found = this.#placed.find(mention);
      return found === undefined ? otherwise : use(found);
    };
    return {
      session: port.session,
      signal: port.signal,
      get settings() {
        return port.settings;
      },
      get date() {
        return date();
      },
      briefing: (id) => this.#briefings.get(id),
      mentionAt: (x, y) => this.#mentionAt(x, y),
      mentionRects: (mention) => live(mention, rectsOf, []),
      blockElement: (mention) => live<Element | null>(mention, ({ block }) => block.content.box, null),
      setActive: (mention) => {
        this.#cursor = mention ?? this.#cursor;
        this.#marks.setActive(mention);
      },
      next: (from) => this.#neighbour(from, 'next'),
      previous: (from) => this.#neighbour(from, 'previous'),
      scrollTo: (mention) => live(mention, scrollToMention, undefined),
      saveSentence: (mention) => live(mention, ({ block, mention: { start } }) => port.saveSentence(block.id, start), undefined),
      listen: (listener) => {
        this.#listeners.add(listener);
        if (this.#missedArrival !== undefined) listener(this.#missedArrival);
        this.#missedArrival = undefined;
      },
      send: port.send,
    };
  }
}
