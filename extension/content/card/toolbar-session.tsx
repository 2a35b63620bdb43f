/** Shows the toolbar of the passage at hand, and says what came of what the reader did with it. */
import { render } from 'preact';
import type { ErrorCode } from '../../../src/messages/dateline-error.ts';
import { ERROR_TEXTS } from '../../../src/ui/error-texts.ts';
import { HighlightToolbar } from '../../../src/ui/highlight/highlight-toolbar.tsx';
import type { Words } from '../../../src/ui/words.ts';
import type { ToolbarEvent, HighlightNews, ToolbarPort } from '../ports/toolbar-port.ts';
import type { Told } from './acts.ts';
import { type Host, makeHost } from './host.ts';
import { ToastPlace } from './layer.tsx';
import { themeFor } from './theme.ts';
import { ToolbarPlace } from './toolbar-place.tsx';

type AtHand = NonNullable<ToolbarPort['atHand']>;

/** For one port, until its signal aborts. */
export class ToolbarSession {
  readonly #port: ToolbarPort;
  readonly #words: Words;
  #host: Host | undefined;
  #told: Told | null = null;
  #frame: number | undefined;
  /** Counts renderings: at most one a frame while the page scrolls. */
  #round = 0;
  #focusBefore: Element | null = null;

  /** Listens to the port at once. */
  constructor(port: ToolbarPort, words: Words) {
    this.#port = port;
    this.#words = words;
    const { signal } = port;
    const follow = (): void => this.#renderSoon();
    document.addEventListener('scroll', follow, { capture: true, passive: true, signal });
    addEventListener('resize', follow, { passive: true, signal });
    signal.addEventListener('abort', () => this.#render(), { once: true });
    port.listen((event) => this.#hear(event));
  }

  #hear(event: ToolbarEvent): void {
    if (event.type === 'told') this.#told = toldOf(event.news, this.#words);
    if (event.type === 'enter') return this.#enter();
    this.#render();
  }

  #renderSoon(): void {
    if (this.#port.atHand === null || this.#frame !== undefined) return;
    this.#frame = requestAnimationFrame(() => {
      this.#frame = undefined;
      this.#render();
    });
  }

  #render(): void {
    const atHand = this.#port.signal.aborted ? null : this.#port.atHand;
    if (atHand === null && this.#told === null) {
      if (this.#host === undefined) return;
      render(null, this.#host.box);
      this.#host.remove();
      this.#host = undefined;
      return;
    }
    if (this.#host === undefined) {
      this.#host = makeHost();
      this.#host.raise();
    }
    this.#host.box.dataset['theme'] = themeFor(this.#port.settings, atHand?.element ?? null);
    render(
      <>
        {atHand !== null && (
          <ToolbarPlace key={keyOf(atHand)} atHand={atHand} round={++this.#round}>
            {this.#toolbar(atHand)}
          </ToolbarPlace>
        )}
        {this.#told !== null && <ToastPlace told={this.#told} onClose={this.#closeToast} words={this.#words} />}
      </>,
      this.#host.box,
    );
  }

  #toolbar(atHand: AtHand) {
    const port = this.#port;
    const isSaved = atHand.kind === 'opened';
    return (
      <HighlightToolbar
        saved={isSaved ? atHand : null}
        onColour={(colour) => (isSaved ? port.recolour(colour) : this.#done(() => port.save(colour, false)))}
        onNote={() => this.#done(() => (isSaved ? port.openNote() : port.save(port.colour, true)))}
        onCopy={(as) => this.#done(() => port.copy(as))}
        onDelete={() => this.#done(() => port.delete())}
        onLeave={() => this.#done(() => port.dismiss())}
        words={this.#words}
      />
    );
  }

  /** Takes the focus back to where it was, where it went into the toolbar by key, before that goes. */
  #done(act: () => void): void {
    if (this.#host?.focused() != null && this.#focusBefore instanceof HTMLElement)
      this.#focusBefore.focus({ preventScroll: true });
    act();
  }

  #enter(): void {
    this.#focusBefore = document.activeElement;
    this.#host?.box.querySelector<HTMLElement>('.highlight-toolbar button')?.focus({ preventScroll: true });
  }

  readonly #closeToast = (): void => {
    this.#told = null;
    this.#render();
  };
}

/** A passage at hand keeps its toolbar, with what has the focus in it, when its colour changes. */
function keyOf(atHand: AtHand): string {
  return atHand.kind === 'opened' ? atHand.id : 'selected';
}

/** Codes whose own sentence says that nothing was saved. */
const SAY_NOT_SAVED: readonly ErrorCode[] = ['disk-full', 'too-many'];

function toldOf(news: HighlightNews, words: Words): Told {
  switch (news.what) {
    case 'saved':
      return { text: words.say('highlightSaved'), undo: news.undo };
    case 'deleted':
      return { text: words.say('highlightDeleted'), undo: news.undo };
    case 'copied':
      return { text: words.say('highlightCopied') };
    case 'copy-refused':
      return { text: words.say('highlightNotCopied') };
    case 'too-long':
      return { text: words.say('highlightTooLong') };
    case 'nothing-selected':
      return { text: words.say('highlightNothingSelected') };
    case 'not-saved': {
      const why = words.say(ERROR_TEXTS[news.why]);
      return { text: SAY_NOT_SAVED.includes(news.why) ? why : words.say('highlightNotSaved', why), retry: news.retry };
    }
    case 'not-changed':
      return { text: words.say(ERROR_TEXTS[news.why]), retry: news.retry };
  }
}
