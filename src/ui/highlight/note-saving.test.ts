import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import type { ErrorCode } from '../../messages/dateline-error.ts';
import { type NoteDraft, type NoteKeeping, NoteSaving } from './note-saving.ts';

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

/** A store that answers when told to. */
function store() {
  let entries = 0;
  const drafts: NoteDraft[] = [];
  const sent: { draft: NoteDraft; acknowledge: () => Promise<void>; refuse: (code: ErrorCode) => Promise<void> }[] = [];
  const keeping: NoteKeeping = {
    save: (draft) =>
      new Promise<void>((resolve, reject) => {
        sent.push({
          draft,
          acknowledge: async () => {
            resolve();
            await vi.advanceTimersByTimeAsync(0);
          },
          refuse: async (code) => {
            reject(new Error(code));
            await vi.advanceTimersByTimeAsync(0);
          },
        });
      }),
    codeOf: (error) => (error as Error).message as ErrorCode,
    keep: (draft) => drafts.push(draft),
    drop: ({ entry }) => {
      if (drafts.at(-1)?.entry === entry) drafts.length = 0;
    },
    newEntry: () => `entry-${++entries}`,
  };
  const last = () => {
    const one = sent.at(-1);
    if (one === undefined) throw new Error('nothing was sent');
    return one;
  };
  return { keeping, drafts, sent, last };
}

describe('a note', () => {
  test('is kept as a draft with every key and saved once typing pauses', async () => {
    const { keeping, drafts, sent, last } = store();
    const note = new NoteSaving('', keeping);
    note.type('I');
    note.type('Id');
    expect(drafts.map((draft) => draft.note)).toEqual(['I', 'Id']);
    expect(note.state).toEqual({ is: 'saving' });
    await vi.advanceTimersByTimeAsync(500);
    expect(sent.map(({ draft }) => draft.note)).toEqual(['Id']);
    await last().acknowledge();
    expect(note.state).toEqual({ is: 'saved' });
    expect(drafts).toEqual([]);
  });

  test('is saved at once when the field or the page is left', () => {
    const { keeping, sent } = store();
    const note = new NoteSaving('', keeping);
    note.type('Idlib');
    note.flush();
    expect(sent.map(({ draft }) => draft.note)).toEqual(['Idlib']);
  });

  test('left without a change is not sent', () => {
    const { keeping, sent } = store();
    const note = new NoteSaving('as it was', keeping);
    note.type('as it was');
    note.flush();
    expect(sent).toEqual([]);
  });

  test('typed on while it is saved is saved again, after that', async () => {
    const { keeping, drafts, sent, last } = store();
    const note = new NoteSaving('', keeping);
    note.type('one');
    note.flush();
    note.type('one two');
    await vi.advanceTimersByTimeAsync(500);
    expect(sent).toHaveLength(1);
    await last().acknowledge();
    expect(note.state).toEqual({ is: 'saving' });
    expect(drafts.at(-1)?.note).toBe('one two');
    expect(last().draft.note).toBe('one two');
    await last().acknowledge();
    expect(note.state).toEqual({ is: 'saved' });
  });

  test('that could not be saved says why, keeps its text, and is tried again as the same change', async () => {
    const { keeping, drafts, sent, last } = store();
    const note = new NoteSaving('', keeping);
    note.type('kept');
    note.flush();
    await last().refuse('disk-full');
    expect(note.state).toEqual({ is: 'not-saved', code: 'disk-full' });
    expect(note.text).toBe('kept');
    expect(drafts.at(-1)?.note).toBe('kept');
    await vi.advanceTimersByTimeAsync(1000);
    expect(sent).toHaveLength(2);
    expect(sent[1]?.draft).toEqual(sent[0]?.draft);
    await last().acknowledge();
    expect(note.state).toEqual({ is: 'saved' });
    expect(drafts).toEqual([]);
  });

  test('is tried again ever more slowly, and at once when asked', async () => {
    const { keeping, sent, last } = store();
    const note = new NoteSaving('', keeping);
    note.type('kept');
    note.flush();
    await last().refuse('store-unavailable');
    await vi.advanceTimersByTimeAsync(1000);
    await last().refuse('store-unavailable');
    await vi.advanceTimersByTimeAsync(1999);
    expect(sent).toHaveLength(2);
    note.flush();
    expect(sent).toHaveLength(3);
  });

  test('of a passage that is gone is not tried again, nor kept for the next page', async () => {
    const { keeping, drafts, sent, last } = store();
    const note = new NoteSaving('', keeping);
    note.type('too late');
    note.flush();
    await last().refuse('not-found');
    await vi.advanceTimersByTimeAsync(100_000);
    expect(sent).toHaveLength(1);
    expect(drafts).toEqual([]);
    expect(note.text).toBe('too late');
  });

  test('changed elsewhere is shown, but never over what is being typed', async () => {
    const { keeping, last } = store();
    const note = new NoteSaving('old', keeping);
    note.stored('from the other window');
    expect(note.text).toBe('from the other window');
    note.type('mine');
    note.stored('old');
    expect(note.text).toBe('mine');
    note.flush();
    await last().acknowledge();
    note.stored('mine');
    expect(note.state).toEqual({ is: 'saved' });
  });

  test('left behind as a draft by a page that is gone is shown and saved as the same change', async () => {
    const { keeping, last } = store();
    const note = new NoteSaving('stored', keeping, { entry: 'before', note: 'typed before' });
    expect(note.text).toBe('typed before');
    expect(last().draft).toEqual({ entry: 'before', note: 'typed before' });
    await last().acknowledge();
    expect(note.state).toEqual({ is: 'saved' });
  });

  test('tells who listens of each change, until they no longer want it', () => {
    const { keeping } = store();
    const note = new NoteSaving('', keeping);
    const listener = vi.fn();
    const end = note.onChange(listener);
    note.type('a');
    expect(listener).toHaveBeenCalledTimes(1);
    end();
    note.type('ab');
    expect(listener).toHaveBeenCalledTimes(1);
  });
});
