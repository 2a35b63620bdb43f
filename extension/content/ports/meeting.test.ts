import { describe, expect, test, vi } from 'vitest';
import { Meeting } from './meeting.ts';

interface Offered {
  readonly signal: AbortSignal;
}

let places = 0;
/** What is offered stands on `globalThis`: each test has a place of its own. */
const meeting = (): Meeting<Offered> => new Meeting(`test-${places++}`);
const offered = (): Offered => ({ signal: new AbortController().signal });

describe('two scripts meet', () => {
  test('whichever comes first', () => {
    const start = vi.fn<(offered: Offered) => void>();
    const [first, second] = [meeting(), meeting()];
    const [one, two, three] = [offered(), offered(), offered()];
    expect(first.offer(one)).toBe(false);
    first.join(start);
    second.join(start);
    expect(second.offer(two)).toBe(true);
    second.offer(three);
    expect(start.mock.calls).toEqual([[one], [two], [three]]);
  });

  test('once, however often the later one is injected', () => {
    const place = meeting();
    const [start, again] = [vi.fn<(offered: Offered) => void>(), vi.fn<(offered: Offered) => void>()];
    place.offer(offered());
    place.join(start);
    place.join(again);
    place.offer(offered());
    expect(start).toHaveBeenCalledTimes(2);
    expect(again).not.toHaveBeenCalled();
  });

  test('but not over what has ended', () => {
    const place = meeting();
    const start = vi.fn<(offered: Offered) => void>();
    place.offer({ signal: AbortSignal.abort() });
    place.join(start);
    expect(start).not.toHaveBeenCalled();
  });
});
