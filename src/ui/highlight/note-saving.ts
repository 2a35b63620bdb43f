/**
 * A note saves itself as it is typed. What was typed is first kept as a draft, then saved, and the draft is dropped only when the save was
 * acknowledged; what could not be saved is tried again until it could.
 */
import type { ErrorCode } from '../../messages/dateline-error.ts';

/** A note on its way to the store. `entry` names the change: sent twice it is made once. */
export interface NoteDraft {
  readonly entry: string;
  readonly note: string;
}

/** How the note in the field stands to the one in the store. */
export type NoteState =
  /** Not touched since the field was shown. */
  | { readonly is: 'as-stored' }
  | { readonly is: 'saving' }
  | { readonly is: 'saved' }
  | { readonly is: 'not-saved'; readonly code: ErrorCode };

/** Where notes go. */
export interface NoteKeeping {
  /** Resolves when the note is on disk. */
  readonly save: (draft: NoteDraft) => Promise<unknown>;
  /** Which failure a rejection of `save` was. */
  readonly codeOf: (error: unknown) => ErrorCode;
  /** Keeps the draft somewhere that outlives this page. */
  readonly keep: (draft: NoteDraft) => void;
  readonly drop: (draft: NoteDraft) => void;
  /** A name for a change, never given before. */
  readonly newEntry: () => string;
}

/** Milliseconds without a key after which a note is saved. */
const PAUSE = 400;
/** Milliseconds until the first new attempt, doubled up to the longest. */
const FIRST_RETRY = 1000;
const LONGEST_RETRY = 30_000;
/** Failures that time may mend. */
const PASSING: ReadonlySet<ErrorCode> = new Set(['store-unavailable', 'disk-full', 'too-many', 'unexpected']);

/** One note; see the head of this file. */
export class NoteSaving {
  #text: string;
  #state: NoteState = { is: 'as-stored' };
  /** Typed and not acknowledged. */
  #draft: NoteDraft | null = null;
  #sending = false;
  #retryAfter = FIRST_RETRY;
  #timer: ReturnType<typeof setTimeout> | undefined;
  readonly #keeping: NoteKeeping;
  readonly #listeners = new Set<() => void>();

  /** @param draft typed in a page that is gone, and never acknowledged: it is shown, and saved at once */
  constructor(note: string, keeping: NoteKeeping, draft?: NoteDraft) {
    this.#keeping = keeping;
    this.#text = draft?.note ?? note;
    if (draft === undefined) return;
    this.#draft = draft;
    this.#state = { is: 'saving' };
    void this.#send();
  }

  /** The note as it stands in the field. */
  get text(): string {
    return this.#text;
  }

  get state(): NoteState {
    return this.#state;
  }

  /** Calls `listener` after every change of text or state. @returns what ends that */
  onChange(listener: () => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  /** The reader typed. */
  type(note: string): void {
    if (note === this.#text) return;
    this.#draft = { entry: this.#keeping.newEntry(), note };
    this.#keeping.keep(this.#draft);
    this.#set(note, { is: 'saving' });
    this.#sendAfter(PAUSE);
  }

  /** Saves now what is not saved yet: the field lost the focus, the page is hidden, the reader asks to try again. */
  flush(): void {
    if (this.#draft !== null) void this.#send();
  }

  /** The store has this note now. It is shown unless the reader is ahead of it. */
  stored(note: string): void {
    if (this.#draft === null && note !== this.#text) this.#set(note, { is: 'as-stored' });
  }

  #sendAfter(milliseconds: number): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => void this.#send(), milliseconds);
  }

  /** One save at a time, so that they arrive in the order in which they were typed. */
  async #send(): Promise<void> {
    clearTimeout(this.#timer);
    const draft = this.#draft;
    if (draft === null || this.#sending) return;
    this.#sending = true;
    try {
      await this.#keeping.save(draft);
    } catch (error) {
      this.#sending = false;
      this.#failed(draft, this.#keeping.codeOf(error));
      return;
    }
    this.#sending = false;
    this.#retryAfter = FIRST_RETRY;
    this.#keeping.drop(draft);
    if (this.#draft === draft) {
      this.#draft = null;
      this.#set(this.#text, { is: 'saved' });
    } else {
      void this.#send();
    }
  }

  #failed(draft: NoteDraft, code: ErrorCode): void {
    // Deleted for good meanwhile: its note would come back with every page that is opened.
    if (code === 'not-found') this.#keeping.drop(draft);
    this.#set(this.#text, { is: 'not-saved', code });
    if (!PASSING.has(code)) return;
    this.#sendAfter(this.#retryAfter);
    this.#retryAfter = Math.min(this.#retryAfter * 2, LONGEST_RETRY);
  }

  #set(text: string, state: NoteState): void {
    this.#text = text;
    this.#state = state;
    for (const listener of this.#listeners) listener();
  }
}
