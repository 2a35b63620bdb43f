/**
 * Where boxes over the text are put so that the browser itself keeps them in place: they scroll with the page natively, inside a copy of
 * each box of the page that clips or scrolls the text, and at the text's own height of the page's stacking.
 */
import type { Ground } from './ground.ts';
import type { LineBox } from './line-boxes.ts';

/** Width of a layer's probe in its own pixels, by which its scale on the screen is measured. */
const PROBE = 100;

/** What boxes are put into. */
export interface Surface {
  readonly element: HTMLElement;
  /** A box of the viewport in the surface's own pixels. */
  toLocal(box: LineBox): LineBox;
}

/** Text on dark is drawn over with light, text on light with dark. */
export type Tone = 'on-light' | 'on-dark';

/** See the head of this file. Listens to the scrolling of the page's boxes until `signal` aborts. */
export class BoxStage {
  readonly #parent: HTMLElement;
  readonly #signal: AbortSignal;
  readonly #layers = new Map<string, Layer>();

  constructor(parent: HTMLElement, signal: AbortSignal) {
    this.#parent = parent;
    this.#signal = signal;
  }

  /** Measures everything anew; to be called before a round of {@link surfaceFor}. */
  measure(): void {
    for (const layer of this.#layers.values()) layer.measure();
  }

  /** The surface for text on this ground. */
  surfaceFor({ clips, fixed, level }: Ground, tone: Tone): Surface {
    const key = `${tone} ${fixed ? 'fixed' : 'scrolling'} ${level}`;
    let layer = this.#layers.get(key);
    if (layer === undefined) {
      layer = new Layer(tone, fixed, level);
      this.#parent.append(layer.element);
      layer.measure();
      this.#layers.set(key, layer);
    }
    let surface: Layer | Frame = layer;
    for (const clip of clips) surface = surface.frameOf(clip, this.#signal);
    return surface;
  }

  /** Takes away what nothing stands in. */
  sweep(): void {
    for (const [key, layer] of this.#layers) {
      if (layer.sweep()) continue;
      layer.element.remove();
      this.#layers.delete(key);
    }
  }
}

/** Holds the frames that lie directly in a surface. */
class Frames {
  readonly #byClip = new Map<Element, Frame>();

  of(clip: Element, holder: Layer | Frame, signal: AbortSignal): Frame {
    let frame = this.#byClip.get(clip);
    if (frame === undefined) {
      frame = new Frame(clip, holder, signal);
      this.#byClip.set(clip, frame);
      holder.element.append(frame.outer);
    }
    return frame;
  }

  measure(): void {
    for (const frame of this.#byClip.values()) frame.measure();
  }

  sweep(): void {
    for (const [clip, frame] of this.#byClip) {
      if (frame.sweep()) continue;
      frame.end();
      this.#byClip.delete(clip);
    }
  }
}

/** Everything of one tone at one height; blended as a whole, so that boxes that overlap are no darker. */
class Layer implements Surface {
  readonly element = document.createElement('div');
  readonly #frames = new Frames();
  #origin = { x: 0, y: 0 };
  #scale = 1;

  constructor(tone: Tone, fixed: boolean, level: number) {
    this.element.className = `layer ${tone}`;
    this.element.style.cssText = `position: ${fixed ? 'fixed' : 'absolute'}; z-index: ${level}; width: ${PROBE}px`;
  }

  /** Screen pixels to one of its own: other than 1 where the page zooms or scales its root. */
  get scale(): number {
    return this.#scale;
  }

  measure(): void {
    const { left, top, width } = this.element.getBoundingClientRect();
    this.#origin = { x: left, y: top };
    this.#scale = width / PROBE || 1;
    this.#frames.measure();
  }

  frameOf(clip: Element, signal: AbortSignal): Frame {
    return this.#frames.of(clip, this, signal);
  }

  toLocal(box: LineBox): LineBox {
    return scaled(box, this.#origin, this.#scale);
  }

  /** @returns whether anything is left in it */
  sweep(): boolean {
    this.#frames.sweep();
    return this.element.hasChildNodes();
  }
}

/** A copy of the inside of one of the page's boxes, clipping as it does and scrolled as far. */
class Frame implements Surface {
  readonly outer = document.createElement('div');
  /** What is scrolled. */
  readonly element = document.createElement('div');
  readonly scale: number;
  readonly #clip: Element;
  readonly #holder: Surface;
  readonly #frames = new Frames();
  readonly #ending = new AbortController();
  #origin = { x: 0, y: 0 };

  constructor(clip: Element, holder: Layer | Frame, signal: AbortSignal) {
    this.#clip = clip;
    this.#holder = holder;
    this.scale = holder.scale;
    this.outer.className = 'frame';
    this.outer.append(this.element);
    this.measure();
    // On the element itself: the scroll event of one in a shadow tree is not heard outside of it.
    clip.addEventListener('scroll', () => this.#scroll(), {
      passive: true,
      signal: AbortSignal.any([signal, this.#ending.signal]),
    });
  }

  measure(): void {
    const { left, top, width, height } = this.#padding();
    const local = this.#holder.toLocal({ left, top, right: left + width, bottom: top + height });
    setBox(this.outer, local);
    this.#scroll();
    this.#frames.measure();
  }

  frameOf(clip: Element, signal: AbortSignal): Frame {
    return this.#frames.of(clip, this, signal);
  }

  toLocal(box: LineBox): LineBox {
    return scaled(box, this.#origin, this.scale);
  }

  sweep(): boolean {
    this.#frames.sweep();
    return this.element.hasChildNodes();
  }

  end(): void {
    this.#ending.abort();
    this.outer.remove();
  }

  /** The clip's padding box on the screen, and its own scale there. */
  #padding(): { left: number; top: number; width: number; height: number; own: number } {
    const { left, top, width } = this.#clip.getBoundingClientRect();
    const { clientLeft, clientTop, clientWidth, clientHeight } = this.#clip;
    const laidOut = this.#clip instanceof HTMLElement ? this.#clip.offsetWidth : width;
    const own = width / laidOut || 1;
    return {
      left: left + clientLeft * own,
      top: top + clientTop * own,
      width: clientWidth * own,
      height: clientHeight * own,
      own,
    };
  }

  #scroll(): void {
    const { left, top, own } = this.#padding();
    const x = this.#clip.scrollLeft * own;
    const y = this.#clip.scrollTop * own;
    this.#origin = { x: left - x, y: top - y };
    this.element.style.translate = `${-x / this.scale}px ${-y / this.scale}px`;
  }
}

/** Puts an absolute box at its place in its surface. */
export function setBox(element: HTMLElement, { left, top, right, bottom }: LineBox): void {
  const { style } = element;
  style.left = `${left}px`;
  style.top = `${top}px`;
  style.width = `${right - left}px`;
  style.height = `${bottom - top}px`;
}

function scaled({ left, top, right, bottom }: LineBox, { x, y }: { x: number; y: number }, scale: number): LineBox {
  const to = (at: number, origin: number): number => Math.round(((at - origin) / scale) * 100) / 100;
  return { left: to(left, x), top: to(top, y), right: to(right, x), bottom: to(bottom, y) };
}
