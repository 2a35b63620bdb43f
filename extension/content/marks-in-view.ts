/** Keeps the mentions near the view painted, and only those. */
import { chooseMarks } from '../../src/page/painting/choose-marks.ts';
import { type MentionMark, MentionPainter } from '../../src/page/painting/mention-painter.ts';
import { NearView } from '../../src/page/painting/near-view.ts';
import type { PlacedMention } from './ports/card-port.ts';
import type { MarkingPort } from './ports/marking-port.ts';
import type { LiveMention, PlacedMentions } from './placed-mentions.ts';

/** Milliseconds between two looks at what the page may have cleared; the registry tells nobody, and a look costs microseconds. */
const LOOK_INTERVAL = 1000;

/** See the head of this file. Everything is taken off the page when the port's signal aborts. */
export class MarksInView {
  readonly #placed: PlacedMentions;
  readonly #port: MarkingPort;
  readonly #painter = new MentionPainter(document);
  readonly #near: NearView;
  #painted: ReadonlySet<string> = new Set();
  #isFrameAsked = false;
  #active: PlacedMention | null = null;

  constructor(placed: PlacedMentions, port: MarkingPort) {
    this.#placed = placed;
    this.#port = port;
    this.#near = new NearView(() => this.#paint(), port.signal);
    const timer = setInterval(() => this.#look(), LOOK_INTERVAL);
    port.signal.addEventListener(
      'abort',
      () => {
        clearInterval(timer);
        this.#painter.remove();
      },
      { once: true },
    );
  }

  /** Paints anew, with the next frame, after mentions came, went or moved, or settings changed: a long page is answered in many parts. */
  update(): void {
    if (this.#isFrameAsked) return;
    this.#isFrameAsked = true;
    requestAnimationFrame(() => {
      this.#isFrameAsked = false;
      if (this.#port.signal.aborted) return;
      this.#near.watch(new Set(this.#placed.all.map(({ block }) => block.content.box)));
      this.#paint();
    });
  }

  /** Paints one mention as the open one, or none. */
  setActive(mention: PlacedMention | null): void {
    this.#active = mention;
    this.#paintActive();
  }

  /** Paints one mention as the open one for so many milliseconds. */
  flash(mention: PlacedMention, time: number): void {
    this.setActive(mention);
    setTimeout(() => {
      if (this.#active === mention) this.setActive(null);
    }, time);
  }

  /** Whether a reader sees the mention marked: only then does a pointer find it. */
  isPainted({ key }: PlacedMention): boolean {
    return this.#painted.has(key);
  }

  #paint(): void {
    if (this.#port.signal.aborted) return;
    const candidates = this.#placed.all.flatMap((mention) => {
      const near = this.#near.find(mention.block.content.box);
      return near === undefined ? [] : [{ mention, entity: mention.mention.id, top: near.top }];
    });
    const marks = chooseMarks(candidates, this.#port.settings.marks, { top: scrollY, height: innerHeight });
    this.#painted = new Set(marks.map(({ candidate }) => candidate.mention.key));
    this.#painter.show(marks.map(({ candidate, first }) => markOf(candidate.mention, first)));
    this.#paintActive();
  }

  #paintActive(): void {
    if (this.#port.signal.aborted) return;
    const active = this.#active === null ? undefined : this.#placed.find(this.#active);
    this.#painter.setActive(active === undefined ? null : markOf(active, true));
  }

  #look(): void {
    if (document.visibilityState === 'hidden' || this.#painter.isWhole()) return;
    // An updated extension starts by clearing what its earlier version left behind: then this is the earlier version.
    if (this.#port.isOrphaned()) this.#port.end();
    else this.#painter.restore();
  }
}

function markOf({ range, mention }: LiveMention, first: boolean): MentionMark {
  return { range, kind: mention.kind, first };
}
