/** Which passage is at hand for a toolbar, and the pointer and keys that bring it there. */
import type { HighlightMark } from '../../../src/page/painting/highlight-painter.ts';
import { type Colour, type ToolbarEvent, toolbarPlace, type ToolbarPort, type Opened } from '../ports/toolbar-port.ts';
import type { HighlightingPort } from '../ports/highlighting-port.ts';
import { openedAt, selectedAtHand, type SelectedPassage } from './at-hand.ts';
import { isControl, isOurs } from '../own-event.ts';
import { copyWithSource } from './copying.ts';
import { type Passage, selectedPassage } from './passage-text.ts';
import { reportSelecting, type Selecting } from './selecting.ts';

/** What is done when the reader asks. */
export interface ToolbarActs {
  /** As they are drawn now. */
  marks(): readonly HighlightMark[];
  lastColour(): Colour;
  save(passage: Passage, colour: Colour, note: boolean): void;
  recolour(id: string, colour: Colour): void;
  openNote(id: string): void;
  delete(id: string): void;
}

/** See the head of this file. */
export class Toolbars implements ToolbarPort {
  readonly signal: AbortSignal;
  readonly #port: HighlightingPort;
  readonly #acts: ToolbarActs;
  readonly #listeners = new Set<(event: ToolbarEvent) => void>();
  /** Told before the card's script came. */
  readonly #unheard: ToolbarEvent[] = [];
  #atHand: SelectedPassage | Opened | null = null;

  constructor(port: HighlightingPort, acts: ToolbarActs) {
    this.signal = port.signal;
    this.#port = port;
    this.#acts = acts;
    reportSelecting(
      {
        onSelected: (how) => this.#onSelected(how),
        onBegin: () => this.#atHand?.kind === 'selected' && this.#take(null),
      },
      this.signal,
    );
    const options = { signal: this.signal, capture: true };
    document.addEventListener('pointerdown', (event) => event.isTrusted && !isOurs(event) && this.#take(null), options);
    document.addEventListener('click', (event) => event.isTrusted && !isOurs(event) && this.#onClick(event), options);
    document.addEventListener('keydown', (event) => event.isTrusted && this.#onKey(event), options);
    toolbarPlace.offer(this);
  }

  get settings(): ToolbarPort['settings'] {
    return this.#port.settings;
  }

  get colour(): Colour {
    return this.#acts.lastColour();
  }

  get atHand(): SelectedPassage | Opened | null {
    return this.#atHand;
  }

  save(colour: Colour, note: boolean): void {
    if (this.#atHand?.kind !== 'selected') return;
    const { passage } = this.#atHand;
    this.#take(null);
    this.#acts.save(passage, colour, note);
  }

  copy(as: 'plain' | 'markdown'): void {
    const text = this.#textAtHand();
    this.#take(null);
    void copyWithSource(text, this.#port, as).then((copied) =>
      this.tell({ type: 'told', news: { what: copied ? 'copied' : 'copy-refused' } }),
    );
  }

  recolour(colour: Colour): void {
    if (this.#atHand?.kind !== 'opened') return;
    this.#acts.recolour(this.#atHand.id, colour);
    this.#take({ ...this.#atHand, colour });
  }

  openNote(): void {
    if (this.#atHand?.kind !== 'opened') return;
    this.#acts.openNote(this.#atHand.id);
    this.#take(null);
  }

  delete(): void {
    if (this.#atHand?.kind !== 'opened') return;
    const { id } = this.#atHand;
    this.#take(null);
    this.#acts.delete(id);
  }

  dismiss(): void {
    this.#take(null);
  }

  listen(listener: (event: ToolbarEvent) => void): void {
    this.#listeners.add(listener);
    for (const event of this.#unheard.splice(0)) listener(event);
  }

  /** Tells the toolbars. */
  tell(event: ToolbarEvent): void {
    if (this.#listeners.size === 0) this.#unheard.push(event);
    for (const listener of this.#listeners) listener(event);
  }

  /** The page or its passages changed: what is at hand may have moved, or be gone. */
  look(): void {
    if (this.#atHand === null) return;
    const isGone =
      this.#atHand.line() === undefined || (this.#atHand.kind === 'opened' && this.#opened(this.#atHand.id) === undefined);
    if (isGone) this.#take(null);
    else this.tell({ type: 'change' });
  }

  #onSelected(how: Selecting): void {
    const passage = selectedPassage(this.#port);
    if (passage === null) {
      if (this.#atHand?.kind === 'selected') this.#take(null);
      return;
    }
    const isSame = this.#atHand?.kind === 'selected' && this.#atHand.passage.text === passage.text;
    if (!isSame) this.#take(selectedAtHand(passage, how));
  }

  #onClick(event: MouseEvent): void {
    const { clientX: x, clientY: y } = event;
    const hit = event.composedPath()[0];
    const isFree = event.button === 0 && !event.defaultPrevented && !isControl(hit);
    if (!isFree || !(getSelection()?.isCollapsed ?? true) || this.#port.isMarkAt(x, y)) return;
    const opened = openedAt(this.#acts.marks(), { x, y }, event instanceof PointerEvent && event.pointerType === 'touch');
    if (opened !== null) this.#take(opened);
  }

  #onKey(event: KeyboardEvent): void {
    if (this.#atHand === null) return;
    if (event.key === 'F10' && event.altKey) {
      event.preventDefault();
      event.stopPropagation();
      this.tell({ type: 'enter' });
    } else if (event.key === 'Escape' && !isOurs(event)) {
      this.#take(null);
    }
  }

  #take(atHand: SelectedPassage | Opened | null): void {
    if (this.#atHand === atHand) return;
    this.#atHand = atHand;
    this.tell({ type: 'change' });
  }

  #opened(id: string): HighlightMark | undefined {
    return this.#acts.marks().find((mark) => mark.id === id);
  }

  #textAtHand(): string {
    if (this.#atHand?.kind === 'selected') return this.#atHand.passage.text;
    const parts = (this.#atHand && this.#opened(this.#atHand.id)?.parts) ?? [];
    return parts.map(({ block, start, end }) => block.text.slice(start, end)).join('\n');
  }
}
