/**
 * Draws saved passages as boxes without text over the page, where the page cannot read them (promises S1). The browser scrolls them with
 * the page; everything else that moves text is followed by observers. Only what is near the view is drawn.
 */
import type { PlacedHighlight } from '../../messages/highlights.ts';
import { BoxStage, setBox, type Surface, type Tone } from './box-stage.ts';
import { type Ground, groundOf } from './ground.ts';
import { type LineBox, lineBoxes } from './line-boxes.ts';
import { NearView } from './near-view.ts';
import type { Painter } from './painter.ts';
import type { TextBlock } from '../text-block.ts';
import { flatParent } from '../text-rules.ts';
import { isLightColor } from './text-tone.ts';

/** A saved passage to be drawn. */
export interface HighlightMark {
  readonly id: string;
  readonly colour: PlacedHighlight['colour'];
  /** Not the saved words, but near them: drawn dashed. */
  readonly approximate: boolean;
  /** In reading order, one for each block. */
  readonly parts: readonly { readonly block: TextBlock; readonly start: number; readonly end: number }[];
}

/** The element boxes are drawn in, by way of its owner: it is in the page only while something is drawn. */
export interface Canvas {
  readonly box: HTMLElement;
  show(): void;
  hide(): void;
  isShown(): boolean;
}

/** One passage in one block, drawn. */
interface Drawn {
  readonly element: HTMLElement;
  /** What was drawn where: while it is the same, nothing is touched. */
  readonly state: string;
}

/** Events after which text may stand elsewhere though no observed box changed its size. */
const MOVING_EVENTS = ['load', 'toggle', 'transitionend', 'animationend', 'fullscreenchange'];

/** See {@link Painter}. Ends with `signal`. */
export class HighlightPainter implements Painter<HighlightMark> {
  readonly #canvas: Canvas;
  readonly #near: NearView;
  readonly #stage: BoxStage;
  readonly #sizes: ResizeObserver;
  readonly #sized = new Set<Element>();
  /** Matches while the page is laid out for paper. Only Chromium tells then, when it can be measured: Firefox prints a copy of its own. */
  readonly #paper = matchMedia('print');
  #marks: readonly HighlightMark[] = [];
  #active: string | null = null;
  #drawn = new Map<string, Drawn>();
  #grounds = new Map<Element, Ground>();
  #frame: number | undefined;

  constructor(canvas: Canvas, signal: AbortSignal) {
    this.#canvas = canvas;
    this.#stage = new BoxStage(canvas.box, signal);
    this.#near = new NearView(() => this.#draw(), signal);
    // Called after layout and before painting: boxes and text move in the same frame.
    this.#sizes = new ResizeObserver(() => this.#draw());
    const soon = (): void => this.#drawSoon();
    const options = { capture: true, passive: true, signal };
    for (const type of MOVING_EVENTS) document.addEventListener(type, soon, options);
    document.addEventListener('scroll', () => this.#drifts() && soon(), options);
    addEventListener('resize', soon, options);
    document.fonts.addEventListener('loadingdone', soon, { signal });
    this.#paper.addEventListener('change', () => this.#drawForPaper(), { signal });
    signal.addEventListener('abort', () => this.remove(), { once: true });
  }

  show(marks: readonly HighlightMark[]): void {
    this.#marks = marks;
    // Styles may have changed with the text.
    this.#grounds.clear();
    this.#near.watch(new Set(marks.flatMap(({ parts }) => parts.map(({ block }) => block.box))));
    this.#draw();
  }

  setActive(mark: HighlightMark | null): void {
    this.#active = mark?.id ?? null;
    this.#draw();
  }

  isWhole(): boolean {
    return this.#drawn.size === 0 || this.#canvas.isShown();
  }

  restore(): void {
    this.#draw();
  }

  remove(): void {
    this.#marks = [];
    this.#near.watch(new Set());
    this.#sizes.disconnect();
    this.#draw();
  }

  #drawSoon(): void {
    if (this.#frame !== undefined) return;
    this.#frame = requestAnimationFrame(() => {
      this.#frame = undefined;
      this.#draw();
    });
  }

  /** At once: there is no other frame before the printing, nor before the next view of the page. */
  #drawForPaper(): void {
    this.#canvas.box.className = this.#paper.matches ? 'on-paper' : '';
    this.#grounds.clear();
    this.#draw();
  }

  /** All of the page is near the paper. */
  #isNear(box: Element): boolean {
    return this.#paper.matches || this.#near.find(box) !== undefined;
  }

  /** Reads every place first and writes afterwards, so that layout is done once. */
  #draw(): void {
    const isNear = this.#marks.some(({ parts }) => parts.some(({ block }) => this.#isNear(block.box)));
    if (!isNear && this.#drawn.size === 0) return;
    if (isNear) this.#canvas.show();
    this.#stage.measure();
    const wanted = this.#marks.flatMap((mark) => this.#partsNearView(mark));
    const before = this.#drawn;
    this.#drawn = new Map();
    for (const { key, surface, state, mark, boxes } of wanted) {
      const drawn = before.get(key);
      before.delete(key);
      const isSame = drawn?.state === state && drawn.element.parentElement === surface.element;
      if (!isSame) drawn?.element.remove();
      this.#drawn.set(key, isSame ? drawn : { element: this.#build(surface, mark, boxes), state });
    }
    for (const { element } of before.values()) element.remove();
    this.#stage.sweep();
    if (this.#drawn.size === 0) this.#canvas.hide();
    this.#watchSizes();
  }

  #partsNearView(mark: HighlightMark) {
    return mark.parts.flatMap(({ block, start, end }, at) => {
      if (!this.#isNear(block.box)) return [];
      const measured = lineBoxes(block, start, end);
      if (measured.length === 0) return [];
      const surface = this.#stage.surfaceFor(this.#groundOf(block.box), this.#toneOf(block.box));
      const boxes = measured.map((box) => surface.toLocal(box));
      const state = JSON.stringify([classOf(mark, this.#active), boxes]);
      return [{ key: `${mark.id} ${at}`, surface, state, mark, boxes }];
    });
  }

  #build(surface: Surface, mark: HighlightMark, boxes: readonly LineBox[]): HTMLElement {
    const passage = document.createElement('div');
    passage.className = classOf(mark, this.#active);
    for (const box of boxes) {
      const line = document.createElement('div');
      setBox(line, box);
      passage.append(line);
    }
    surface.element.append(passage);
    return passage;
  }

  #groundOf(box: Element): Ground {
    let ground = this.#grounds.get(box);
    if (ground === undefined) this.#grounds.set(box, (ground = groundOf(box)));
    return ground;
  }

  /** Dark paper is the exception: a browser prints no backgrounds unless it is told to, and darkens light text then. */
  #toneOf(box: Element): Tone {
    return !this.#paper.matches && isLightColor(getComputedStyle(box).color) ? 'on-dark' : 'on-light';
  }

  #drifts(): boolean {
    return [...this.#grounds.values()].some(({ drifts }) => drifts);
  }

  /** Watches the near blocks and everything they stand in: what grows above them moves them, and makes one of these grow. */
  #watchSizes(): void {
    const wanted = new Set<Element>();
    for (const { parts } of this.#drawn.size === 0 ? [] : this.#marks) {
      for (const { block } of parts) {
        if (!this.#isNear(block.box)) continue;
        for (let at: Node | null = block.box; at !== null && !wanted.has(at as Element); at = flatParent(at)) {
          if (at instanceof Element) wanted.add(at);
        }
      }
    }
    for (const element of this.#sized) {
      if (!wanted.has(element) && this.#sized.delete(element)) this.#sizes.unobserve(element);
    }
    for (const element of wanted) {
      if (this.#sized.has(element)) continue;
      this.#sized.add(element);
      this.#sizes.observe(element);
    }
  }
}

function classOf({ id, colour, approximate }: HighlightMark, active: string | null): string {
  return `passage ${colour}${approximate ? ' approximate' : ''}${id === active ? ' active' : ''}`;
}
