/** Draws the saved passages of one reading of the page, and does with them what the reader asks. */
import type { Anchor } from '../../../src/highlights/highlight.ts';
import { codeOf } from '../../../src/messages/dateline-error.ts';
import type { PlacedHighlight } from '../../../src/messages/highlights.ts';
import { HighlightPainter } from '../../../src/page/painting/highlight-painter.ts';
import { lineBoxes } from '../../../src/page/painting/line-boxes.ts';
import { rangeInBlock } from '../../../src/page/text-block.ts';
import type { Colour, HighlightNews } from '../ports/toolbar-port.ts';
import type { Highlighter, HighlightingPort } from '../ports/highlighting-port.ts';
import { newId } from '../new-id.ts';
import { sealedPart } from '../own-host.ts';
import { scrollToText } from '../scroll-to-text.ts';
import boxesCss from './boxes.css';
import { type EditInPage, postEdit, postSave } from './outbox.ts';
import { type Passage, selectedPassage, sentenceAt } from './passage-text.ts';
import { Passages } from './passages.ts';
import { Toolbars } from './toolbars.ts';

/** How long a passage shown from the panel stays lit, in milliseconds. */
const FLASH_TIME = 1600;
/** Milliseconds between two looks at what the page took away or moved unnoticed. */
const LOOK_INTERVAL = 1000;

/** Most entities a save may name. */
const MOST_ENTITIES = 64;

/** See the head of this file. Ends with its port's signal. */
export class Highlighting implements Highlighter {
  readonly #port: HighlightingPort;
  readonly #passages: Passages;
  readonly #painter: HighlightPainter;
  readonly #toolbars: Toolbars;
  #lastColour: Colour = 'yellow';

  constructor(port: HighlightingPort) {
    const { snapshot, signal } = port;
    this.#port = port;
    this.#passages = new Passages(snapshot);
    this.#painter = new HighlightPainter(sealedPart([boxesCss]), signal);
    this.#toolbars = new Toolbars(port, {
      marks: () => this.#passages.marks(),
      lastColour: () => this.#lastColour,
      save: (passage, colour, note) => this.#save(passage, colour, note),
      recolour: (id, colour) => this.#recolour(id, colour),
      openNote: (id) => void this.#openNote(id),
      delete: (id) => this.#delete(id),
    });
    const timer = setInterval(() => this.#look(), LOOK_INTERVAL);
    signal.addEventListener('abort', () => clearInterval(timer), { once: true });
  }

  paint(highlights: readonly PlacedHighlight[]): void {
    this.#passages.tell(highlights);
    this.#draw();
  }

  follow(): void {
    this.#draw();
  }

  applySettings(): void {
    this.#toolbars.tell({ type: 'change' });
  }

  saveSelection(): boolean {
    // Not read yet: whoever asked will ask again.
    if (this.#port.snapshot.blocks.length === 0) return false;
    const passage = selectedPassage(this.#port);
    if (passage === null) this.#tell({ what: 'nothing-selected' });
    else this.#save(passage, this.#lastColour, false);
    return passage !== null;
  }

  saveSentence(block: number, offset: number): void {
    const passage = sentenceAt(this.#port, block, offset);
    if (passage !== null) this.#save(passage, this.#lastColour, false);
  }

  anchorOfSelection(): Anchor | null {
    return selectedPassage(this.#port)?.anchor() ?? null;
  }

  show(id: string): boolean {
    const mark = this.#passages.marks().find((one) => one.id === id);
    const part = mark?.parts[0];
    if (mark === undefined || part === undefined) return false;
    const { block, start, end } = part;
    if (lineBoxes(block, start, end).length === 0) return false;
    scrollToText(block.box, () => lineBoxes(block, start, end)[0]?.top);
    this.#painter.setActive(mark);
    setTimeout(() => this.#painter.setActive(null), FLASH_TIME);
    return true;
  }

  /** Drawn at once; what comes of it is told when it is known. */
  #save(passage: Passage, colour: Colour, note: boolean): void {
    const anchor = passage.anchor();
    if (anchor === null) return this.#tell({ what: 'too-long' });
    const { stretches } = passage;
    const id = newId();
    const entities = [...new Set(stretches.flatMap((stretch) => this.#port.entitiesIn(stretch)))].slice(0, MOST_ENTITIES);
    const save = { entry: newId(), id, anchor, colour, page: this.#port.clues(), entities };
    this.#lastColour = colour;
    const attempt = async (): Promise<void> => {
      this.#passages.add({ id, colour, how: 'exact', stretches: [...stretches] });
      this.#draw();
      try {
        await postSave(this.#port, save);
        if (!note) this.#tell({ what: 'saved', undo: () => this.#edit(id, { kind: 'delete' }, () => this.#passages.remove(id)) });
      } catch (error) {
        this.#passages.remove(id);
        this.#draw();
        selectAgain(passage);
        this.#tell({ what: 'not-saved', why: codeOf(error), retry: () => void attempt() });
      }
    };
    void attempt();
    // What is selected hides the colour; the caret stays where the reader was.
    getSelection()?.collapseToEnd();
    if (note) void this.#openNote(id);
  }

  #recolour(id: string, colour: Colour): void {
    const before = this.#passages.find(id)?.colour;
    if (before === undefined || before === colour) return;
    this.#lastColour = colour;
    this.#edit(
      id,
      { kind: 'recolour', colour },
      () => this.#passages.recolour(id, colour),
      () => this.#passages.recolour(id, before),
    );
  }

  #delete(id: string): void {
    const passage = this.#passages.find(id);
    if (passage === undefined) return;
    const back = (): void => this.#passages.add(passage);
    const away = (): void => this.#passages.remove(id);
    this.#edit(id, { kind: 'delete' }, away, back, {
      what: 'deleted',
      undo: () => this.#edit(id, { kind: 'restore' }, back, away),
    });
  }

  /** Shows an edit at once, sends it, and takes it off the page again where it could not be made. */
  #edit(id: string, edit: EditInPage, apply: () => void, takeBack: () => void = apply, done?: HighlightNews): void {
    const entry = newId();
    const attempt = async (): Promise<void> => {
      apply();
      this.#draw();
      try {
        await postEdit(this.#port, { entry, id, edit });
        if (done !== undefined) this.#tell(done);
      } catch (error) {
        takeBack();
        this.#draw();
        this.#tell({ what: 'not-changed', why: codeOf(error), retry: () => void attempt() });
      }
    };
    void attempt();
  }

  /** At once, while the browser still counts it as the reader's click: only so may the panel open. */
  async #openNote(id: string): Promise<void> {
    try {
      await this.#port.send('open-note', { id });
    } catch (error) {
      this.#tell({ what: 'not-changed', why: codeOf(error), retry: () => void this.#openNote(id) });
    }
  }

  #tell(news: HighlightNews): void {
    this.#toolbars.tell({ type: 'told', news });
  }

  #draw(): void {
    if (this.#port.signal.aborted) return;
    this.#painter.show(this.#passages.marks());
    this.#toolbars.look();
  }

  #look(): void {
    if (document.visibilityState === 'hidden') return;
    // An updated extension starts by clearing what its earlier version left behind: then this is the earlier version.
    if (!this.#painter.isWhole() && this.#port.isOrphaned()) this.#port.end();
    else this.#painter.restore();
  }
}

/** The reader's text is where it was, to try again or to copy. */
function selectAgain({ parts }: Passage): void {
  const first = parts[0];
  const last = parts.at(-1);
  const selection = getSelection();
  if (first === undefined || last === undefined || selection === null || !selection.isCollapsed) return;
  const start = rangeInBlock(first.block.shown.content, first.start, first.end);
  const end = rangeInBlock(last.block.shown.content, last.start, last.end);
  if (start === null || end === null || !start.startContainer.isConnected || !end.endContainer.isConnected) return;
  selection.setBaseAndExtent(start.startContainer, start.startOffset, end.endContainer, end.endOffset);
}
