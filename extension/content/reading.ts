/** One reading of a page, from switching on to switching off: keeps the text in step with the page, and the background with the text. */
import { DatelineError } from '../../src/messages/dateline-error.ts';
import type { ArticleDate } from '../../src/facts/mention.ts';
import type { PageClues, PageSettings } from '../../src/messages/from-page.ts';
import type { PlacedHighlight, Stretch } from '../../src/messages/highlights.ts';
import { Snapshot } from '../../src/page/snapshot.ts';
import { isExtensionAlive, sendFromPage } from '../platform/page-messages.ts';
import { Conversation } from './conversation.ts';
import { runInSlices } from './idle-slices.ts';
import { type Highlighter, type HighlightingPort, highlightingPlace } from './ports/highlighting-port.ts';
import { type Marker, type MarkingPort, markingPlace, type Recognised } from './ports/marking-port.ts';
import { collectPageClues } from './page-clues.ts';
import { yieldToAnother } from './own-element.ts';
import { PageWatch } from './page-watch.ts';

/**
 * Pauses between two passes over a changing page, in milliseconds: the shortest, twice as long after each pass while it keeps changing, up
 * to the longest. A pass makes the browser draw marks anew, which costs more than the pass does.
 */
const SHORTEST_PAUSE = 150;
const LONGEST_PAUSE = 1200;
/** A pass is followed by a pause this many times as long, so that a page in constant motion costs at most a twentieth of one core. */
const PAUSE_FACTOR = 20;
/** Pauses before asking a background again that failed, in milliseconds; after the last only a change of the page does. */
const RETRY_PAUSES = [1000, 5000, 30_000];

/** See the head of this file. */
export class Reading implements MarkingPort, HighlightingPort {
  readonly session: string;
  readonly snapshot: Snapshot;
  readonly shadowRoots = new Set<ShadowRoot>();
  readonly send = sendFromPage;
  readonly #ending = new AbortController();
  readonly #conversation: Conversation;
  #settings: PageSettings;
  #marker: Marker | undefined;
  /** Answers with mentions that came before the marking script did. */
  readonly #early: Recognised[] = [];
  #date: ArticleDate | null = null;
  #highlights: readonly PlacedHighlight[] = [];
  /** Settles with the highlighting script; made when that is first needed. */
  #highlighter: PromiseWithResolvers<Highlighter | undefined> | undefined;
  #isPassing = false;
  #isPassWanted = false;
  #pause = SHORTEST_PAUSE;
  /** On the clock of `performance.now()`. */
  #restUntil = 0;
  #failures = 0;

  constructor(session: string, settings: PageSettings) {
    this.session = session;
    this.#settings = settings;
    const { signal } = this;
    const watch = new PageWatch(
      document,
      {
        onTouch: (node, restyled) => this.snapshot.touch(node, restyled),
        onChange: () => this.#wantPass(),
        // Chromium leaves the script of an earlier version cut off: what the new one shows is to stand alone.
        onHost: () => {
          if (this.isOrphaned() && yieldToAnother(document)) this.end();
        },
      },
      signal,
    );
    this.snapshot = new Snapshot(document.documentElement, (root) => {
      this.shadowRoots.add(root);
      watch.watch(root);
    });
    this.#conversation = new Conversation({
      session,
      signal,
      send: sendFromPage,
      blocks: () => this.snapshot.blocks,
      clues: () => this.clues(),
      onRecognised: (answer) => this.#adopt(answer),
      onWithoutMentions: (ids) => this.#marker?.forget(ids),
    });
    // The reader's first selection brings the script that saves one, in time for when it is finished; it may be older than this reading.
    const onSelection = (): void => {
      if (getSelection()?.isCollapsed === false && navigator.userActivation.hasBeenActive) void this.highlighter();
    };
    document.addEventListener('selectionchange', onSelection, { signal });
    onSelection();
    this.#wantPass();
  }

  get signal(): AbortSignal {
    return this.#ending.signal;
  }

  get settings(): PageSettings {
    return this.#settings;
  }

  set settings(settings: PageSettings) {
    this.#settings = settings;
    this.#marker?.applySettings();
    this.#whenHighlighting((highlighter) => highlighter.applySettings());
  }

  get marker(): Marker | undefined {
    return this.#marker;
  }

  isOrphaned(): boolean {
    return !isExtensionAlive();
  }

  end(): void {
    this.#ending.abort();
  }

  attach(marker: Marker): void {
    this.#marker = marker;
    for (const answer of this.#early.splice(0)) marker.adopt(answer);
  }

  get date(): ArticleDate | null {
    return this.#date;
  }

  clues(): PageClues {
    return collectPageClues(document, this.snapshot.blocks);
  }

  entitiesIn(stretch: Stretch): readonly string[] {
    return this.#marker?.entitiesIn(stretch) ?? [];
  }

  isMarkAt(x: number, y: number): boolean {
    return this.#marker?.isMarkAt(x, y) ?? false;
  }

  attachHighlighter(highlighter: Highlighter): void {
    this.#highlighter ??= Promise.withResolvers();
    this.#highlighter.resolve(highlighter);
    highlighter.paint(this.#highlights);
  }

  /** The highlighting script, brought if it is not here yet; `undefined` where it cannot be brought. */
  highlighter(): Promise<Highlighter | undefined> {
    if (this.#highlighter === undefined) {
      this.#highlighter = Promise.withResolvers();
      if (!highlightingPlace.offer(this)) void this.#bring('need-highlighter');
    }
    return this.#highlighter.promise;
  }

  saveSentence(block: number, offset: number): void {
    void this.highlighter().then((highlighter) => highlighter?.saveSentence(block, offset));
  }

  /** Every saved passage found on this page. */
  paint(highlights: readonly PlacedHighlight[]): void {
    this.#highlights = highlights;
    if (highlights.length > 0) void this.highlighter();
    this.#whenHighlighting((highlighter) => highlighter.paint(this.#highlights));
  }

  /** Tells the background everything anew. */
  readAgain(): void {
    this.#conversation.startOver();
    this.#wantPass();
  }

  #wantPass(): void {
    this.#isPassWanted = true;
    if (this.#isPassing || this.signal.aborted) return;
    this.#isPassing = true;
    const rest = Math.max(0, this.#restUntil - performance.now());
    this.#pause = rest === 0 ? SHORTEST_PAUSE : Math.min(2 * this.#pause, LONGEST_PAUSE);
    setTimeout(() => void this.#pass(), rest);
  }

  /** Reads what changed and tells it. Never rejects. */
  async #pass(): Promise<void> {
    this.#isPassWanted = false;
    try {
      const pass = await runInSlices(this.snapshot.update(), this.signal);
      if (pass === undefined) return;
      this.#restUntil = performance.now() + Math.max(this.#pause, pass.duration * PAUSE_FACTOR);
      this.#conversation.note(pass.result);
      this.#marker?.follow(pass.result);
      this.#whenHighlighting((highlighter) => highlighter.follow(pass.result));
      await this.#conversation.tell();
      this.#failures = 0;
    } catch (error) {
      if (!(error instanceof DatelineError)) throw error;
      const pause = error.code === 'extension-gone' ? undefined : RETRY_PAUSES[this.#failures++];
      if (pause !== undefined) setTimeout(() => this.#wantPass(), pause);
    } finally {
      this.#isPassing = false;
      if (this.#isPassWanted) this.#wantPass();
    }
  }

  #whenHighlighting(act: (highlighter: Highlighter) => void): void {
    void this.#highlighter?.promise.then((highlighter) => {
      if (highlighter !== undefined && !this.signal.aborted) act(highlighter);
    });
  }

  #adopt(answer: Recognised): void {
    this.#date = answer.date;
    if (this.#marker !== undefined) {
      this.#marker.adopt(answer);
    } else if (answer.blocks.length > 0) {
      this.#early.push(answer);
      if (!markingPlace.offer(this)) void this.#bring('need-card');
    }
  }

  async #bring(what: 'need-card' | 'need-highlighter'): Promise<void> {
    try {
      await sendFromPage(what, { session: this.session });
    } catch (error) {
      // Asked for again with the next mentions, the next selection or the next passages.
      if (what === 'need-highlighter') {
        this.#highlighter?.resolve(undefined);
        this.#highlighter = undefined;
      }
      if (!(error instanceof DatelineError)) throw error;
    }
  }
}
