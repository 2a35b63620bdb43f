import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { DatelineError } from '../../../src/messages/dateline-error.ts';
import { postEdit } from './outbox.ts';

const EDIT = { entry: 'entry-01', id: 'passage-01', edit: { kind: 'delete' } } as const;

beforeEach(() => vi.useFakeTimers());
afterEach(() => vi.useRealTimers());

/** A background that does these things in turn: answers, fails with a code, or says nothing. */
function background(...turns: readonly ('answers' | 'silent' | DatelineError)[]) {
  const heard: unknown[] = [];
  const send = (_name: string, input: unknown): Promise<never> => {
    const turn = turns[Math.min(heard.length, turns.length - 1)];
    heard.push(input);
    if (turn instanceof DatelineError) return Promise.reject(turn);
    // What is answered does not matter here, only that something is.
    return turn === 'answers' ? Promise.resolve({} as never) : new Promise(() => undefined);
  };
  return { send, heard };
}

test.each([
  ['answered at once', background('answers'), 1],
  ['after a lost reply', background('silent', 'answers'), 2],
  ['after a background that was stopped', background(new DatelineError('unexpected'), 'silent', 'answers'), 3],
  ['when it was too much at once', background(new DatelineError('too-many'), 'answers'), 2],
])('%s, the same message until it is on disk', async (_name, { send, heard }, times) => {
  const posted = postEdit({ send }, EDIT);
  await vi.advanceTimersByTimeAsync(5000);
  await posted;
  expect(heard).toEqual(Array.from({ length: times }, () => EDIT));
});

test.each(['disk-full', 'not-allowed', 'extension-gone', 'not-found'] as const)('%s is told at once', async (code) => {
  const { send, heard } = background(new DatelineError(code));
  await expect(postEdit({ send }, EDIT)).rejects.toMatchObject({ code });
  expect(heard).toHaveLength(1);
});

test('nobody answers: undecided for no longer than five seconds', async () => {
  const { send } = background('silent');
  const outcome = vi.fn();
  postEdit({ send }, EDIT).catch(outcome);
  await vi.advanceTimersByTimeAsync(5000);
  expect(outcome).toHaveBeenCalledWith(expect.objectContaining({ code: 'unexpected' }));
});
