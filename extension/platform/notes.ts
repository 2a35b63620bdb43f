/** The notes being written in one of our pages: one {@link NoteSaving} a passage, for as long as that page is open. */
import type { Highlight } from '../../src/highlights/highlight.ts';
import { codeOf, DatelineError } from '../../src/messages/dateline-error.ts';
import { type NoteDraft, NoteSaving } from '../../src/ui/highlight/note-saving.ts';
import { dropDraft, keepDraft, readDrafts } from './note-drafts.ts';

/** Milliseconds. */
const ANSWERED_BY_THEN = 5000;

/** Saves a note as a change of this name. Resolves when it is on disk. */
type Save = (highlight: string, draft: NoteDraft) => Promise<unknown>;

/** See the head of this file. Drafts that a closed page left behind are saved at once. */
export class Notes {
  readonly #byHighlight = new Map<string, NoteSaving>();
  readonly #save: Save;

  constructor(save: Save) {
    this.#save = save;
    for (const [highlight, draft] of readDrafts()) this.#begin(highlight, '', draft);
  }

  /** The note of a passage. */
  of({ id, note }: Highlight): NoteSaving {
    return this.#byHighlight.get(id) ?? this.#begin(id, note);
  }

  /** Passages as the store has them now. */
  stored(highlights: readonly Highlight[]): void {
    for (const { id, note } of highlights) this.#byHighlight.get(id)?.stored(note);
  }

  #begin(highlight: string, note: string, draft?: NoteDraft): NoteSaving {
    const saving = new NoteSaving(
      note,
      {
        save: (sent) => Promise.race([this.#save(highlight, sent), noAnswer()]),
        codeOf,
        keep: (typed) => keepDraft(highlight, typed),
        drop: (saved) => dropDraft(highlight, saved),
        newEntry: () => crypto.randomUUID(),
      },
      draft,
    );
    this.#byHighlight.set(highlight, saving);
    return saving;
  }
}

/** Rejects when an answer should long have come: a background that was stopped in the middle of a save may never give it. */
async function noAnswer(): Promise<never> {
  await new Promise((resolve) => setTimeout(resolve, ANSWERED_BY_THEN));
  throw new DatelineError('unexpected', 'no answer');
}
