/** One reading of the page, seen from the card: feeds the reducer, runs its timers, renders what it says. */
import { render } from 'preact';
import { contains, type Point } from '../../../src/card/geometry.ts';
import { type Placement, place, placeSheet, type SheetPlacement } from '../../../src/card/placement.ts';
import {
  type CardEvent,
  type CardState,
  CLOSED,
  type PointerPlace,
  reduce,
  shownTarget,
  waitOf,
} from '../../../src/card/reducer.ts';
import { isOnTheWay } from '../../../src/card/safe-triangle.ts';
import type { Words } from '../../../src/ui/words.ts';
import type { CardPort, PlacedMention, PortEvent } from '../ports/card-port.ts';
import type { Told } from './acts.ts';
import { type Host, makeHost } from './host.ts';
import { ToastPlace } from './layer.tsx';
import { isInView, measureScene, wholeView } from './scene.ts';
import { type Asks, comesAsSheet, type Shown, ShownCard } from './shown-card.tsx';
import { themeFor } from './theme.ts';

/** Shows cards for one port until its signal aborts. */
export class CardSession {
  readonly #port: CardPort;
  readonly #words: Words;
  readonly #mentions = new Map<string, PlacedMention>();
  #state: CardState = CLOSED;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #host: Host | null = null;
  #shown: Shown | null = null;
  #told: Told | null = null;
  /** Counts placings, so that the layer knows when to measure anew. */
  #placing = 0;
  #takesFocus = false;
  #movedTo: Point | null = null;
  #pointer: Point | null = null;
  #focusBefore: Element | null = null;
  #frame: number | undefined;

  /** Listens to the port at once. */
  constructor(port: CardPort, words: Words) {
    this.#port = port;
    this.#words = words;
    const { signal } = port;
    port.listen((event) => this.#hear(event));
    document.addEventListener('keydown', (event) => this.#onKey(event), { capture: true, signal });
    document.addEventListener('scroll', () => this.#follow(), { capture: true, passive: true, signal });
    window.addEventListener('resize', () => this.#placeAgain(), { passive: true, signal });
    signal.addEventListener('abort', () => this.#dispatch({ type: 'dismiss' }), { once: true });
  }

  #hear(event: PortEvent): void {
    switch (event.type) {
      case 'move':
        return this.#onMove(event);
      case 'leave':
        return this.#dispatch({ type: 'pointer', place: { on: 'elsewhere' }, hovers: false });
      case 'press':
        return this.#onPress(event);
      case 'arrive':
        this.#pointer = null;
        this.#takesFocus = true;
        this.#mentions.set(event.mention.key, event.mention);
        return this.#dispatch({ type: 'arrive', target: event.mention.key });
      case 'change':
        return this.#onChange();
    }
  }

  #onMove({ x, y, mention, modifier }: Extract<PortEvent, { type: 'move' }>): void {
    const { open } = this.#port.settings;
    if (mention !== null) this.#mentions.set(mention.key, mention);
    const place = this.#placeOf({ x, y }, mention);
    // The triangle starts where the pointer last was on the mark.
    if (place.on === 'mark') this.#pointer = { x, y };
    this.#dispatch({ type: 'pointer', place, hovers: open === 'hover' || (open === 'modifier' && modifier) });
  }

  #placeOf(pointer: Point, mention: PlacedMention | null): PointerPlace {
    const card = this.#cardBox();
    if (card !== null && contains(card, pointer)) return { on: 'card' };
    const target = shownTarget(this.#state);
    if (mention !== null && mention.key === target) return { on: 'mark', target };
    if (card !== null && this.#pointer !== null && isOnTheWay(pointer, this.#pointer, card))
      return { on: 'way', over: mention?.key ?? null };
    return mention === null ? { on: 'elsewhere' } : { on: 'mark', target: mention.key };
  }

  #onPress({ x, y, mention, touch, inControl }: Extract<PortEvent, { type: 'press' }>): void {
    const card = this.#cardBox();
    if (card !== null && contains(card, { x, y })) return;
    // A link keeps its click, and whoever just selected a passage did not ask for a card.
    const asks = mention !== null && !inControl && (getSelection()?.isCollapsed ?? true);
    if (asks) {
      this.#mentions.set(mention.key, mention);
      this.#pointer = { x, y };
      this.#takesFocus = touch;
    }
    this.#dispatch({ type: 'press', target: asks ? mention.key : null });
  }

  #onChange(): void {
    const shown = this.#shown;
    if (shown === null) return;
    if (this.#port.mentionRects(shown.mention).length === 0) return this.#dispatch({ type: 'gone', target: shown.mention.key });
    const briefing = this.#port.briefing(shown.mention.mention.id);
    if (briefing === undefined || briefing === shown.briefing) return this.#render();
    this.#shown = { ...shown, briefing };
    this.#placeAgain();
  }

  #onKey(event: KeyboardEvent): void {
    if (!event.isTrusted || event.key !== 'Escape' || this.#state.is === 'closed') return;
    // The page's own Escape still works unless the reader is in the card.
    if (this.#host?.focused() != null) {
      event.preventDefault();
      event.stopPropagation();
    }
    this.#dispatch({ type: 'dismiss' });
  }

  #dispatch(event: CardEvent): void {
    const before = this.#state;
    this.#state = reduce(before, event);
    if (this.#state === before) return;
    const wait = waitOf(this.#state);
    if (wait?.token !== waitOf(before)?.token) {
      clearTimeout(this.#timer);
      if (wait !== null) this.#timer = setTimeout(() => this.#dispatch({ type: 'timer', token: wait.token }), wait.delay);
    }
    const target = shownTarget(this.#state);
    if (target !== (this.#shown?.mention.key ?? null)) this.#change(target);
    else this.#render();
  }

  /** Another card, or none. */
  #change(target: string | null): void {
    const mention = target === null ? undefined : this.#mentions.get(target);
    const briefing = mention && this.#port.briefing(mention.mention.id);
    const stood = mention && this.#port.mentionRects(mention)[0];
    if (this.#shown === null) this.#focusBefore = document.activeElement;
    const hadFocus = this.#host?.focused() != null;
    if (mention === undefined || briefing === undefined || stood === undefined) {
      this.#shown = null;
      if (this.#state.is !== 'closed') this.#state = reduce(this.#state, { type: 'dismiss' });
    } else {
      const byPointer = this.#state.is === 'open' && this.#state.reason !== 'key';
      this.#shown = { mention, briefing, pointer: byPointer ? this.#pointer : null, stood: { x: stood.left, y: stood.top } };
    }
    this.#placing += 1;
    this.#movedTo = null;
    this.#port.setActive(this.#shown?.mention ?? null);
    if (this.#shown !== null) this.#raise();
    this.#render();
    if (this.#shown !== null) return;
    this.#mentions.clear();
    this.#takesFocus = false;
    if (hadFocus && this.#focusBefore instanceof HTMLElement) this.#focusBefore.focus({ preventScroll: true });
  }

  #render(): void {
    const shown = this.#shown;
    if (this.#host === null) return;
    if (shown === null && this.#told === null) {
      render(null, this.#host.box);
      this.#host.lower();
      if (this.#port.signal.aborted) this.#host.remove();
      return;
    }
    this.#host.box.dataset['theme'] = themeFor(this.#port.settings, shown && this.#port.blockElement(shown.mention));
    render(
      <>
        {shown !== null && (
          <ShownCard
            shown={shown}
            port={this.#port}
            at={`${shown.mention.key} ${this.#placing}`}
            place={this.#placeShown}
            movedTo={this.#movedTo}
            pinned={this.#state.is === 'pinned'}
            takesFocus={this.#takesFocus}
            asks={this.#asks}
            words={this.#words}
          />
        )}
        {this.#told !== null && <ToastPlace told={this.#told} onClose={this.#closeToast} words={this.#words} />}
      </>,
      this.#host.box,
    );
  }

  readonly #asks: Asks = {
    onClose: () => this.#dispatch({ type: 'dismiss' }),
    onEnter: () => this.#dispatch({ type: 'pointer', place: { on: 'card' }, hovers: false }),
    onPin: (on) => this.#pin(on),
    onMove: (corner) => this.#moveTo(corner),
    onStep: (x, y) => this.#moveBy(x, y),
    onTold: (told) => this.#tell(told),
  };

  readonly #placeShown = (height: number): Placement | SheetPlacement => {
    const scene = this.#shown && measureScene(this.#port, this.#shown.mention, this.#shown.pointer, height);
    const beside = scene === null || comesAsSheet() ? null : place(scene);
    return beside ?? placeSheet(scene?.mention ?? [], wholeView());
  };

  #raise(): void {
    this.#host ??= this.#newHost();
    this.#host.raise();
  }

  #newHost(): Host {
    const host = makeHost();
    // Not at once: Chromium reports the loss of focus while the focused element is being removed, in the middle of a rendering.
    const tell = (inside: boolean): void => queueMicrotask(() => this.#dispatch({ type: 'focus', inside }));
    host.box.addEventListener('focusin', () => tell(true));
    host.box.addEventListener('focusout', ({ relatedTarget }) => {
      // A window that lost the focus gives it back to where it was.
      if (document.hasFocus() && !(relatedTarget instanceof Node && host.box.contains(relatedTarget))) tell(false);
    });
    return host;
  }

  #pin(on: boolean): void {
    // Where it stands is where it stays, also when the text scrolls on.
    if (on && this.#movedTo === null) {
      const box = this.#cardBox();
      if (box !== null) this.#movedTo = { x: box.left, y: box.top };
    }
    this.#dispatch({ type: 'pin', pinned: on });
  }

  #moveTo(corner: Point): void {
    this.#movedTo = corner;
    if (this.#state.is === 'pinned') this.#render();
    else this.#dispatch({ type: 'pin', pinned: true });
  }

  #moveBy(x: number, y: number): void {
    const box = this.#cardBox();
    if (box !== null) this.#moveTo({ x: box.left + x, y: box.top + y });
  }

  #tell(told: Told): void {
    this.#told = told;
    this.#raise();
    this.#render();
  }

  readonly #closeToast = (): void => {
    this.#told = null;
    this.#render();
  };

  #placeAgain(): void {
    if (this.#shown === null || this.#movedTo !== null) return;
    const stood = this.#port.mentionRects(this.#shown.mention)[0];
    if (stood === undefined) return this.#dispatch({ type: 'gone', target: this.#shown.mention.key });
    this.#shown = { ...this.#shown, stood: { x: stood.left, y: stood.top } };
    this.#placing += 1;
    this.#render();
  }

  /** The text scrolled: the card goes with it, and closes when its mark has left the view. */
  #follow(): void {
    if (this.#shown === null || this.#movedTo !== null || this.#frame !== undefined) return;
    this.#frame = requestAnimationFrame(() => {
      this.#frame = undefined;
      if (this.#shown === null) return;
      const { mention } = this.#shown;
      if (isInView(this.#port.mentionRects(mention))) this.#render();
      else this.#dispatch({ type: 'gone', target: mention.key });
    });
  }

  #cardBox(): DOMRect | null {
    return this.#shown === null ? null : (this.#host?.box.querySelector('.place')?.getBoundingClientRect() ?? null);
  }
}
