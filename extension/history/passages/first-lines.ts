/** What the history shows before its index is there: the passages saved last, which need none. */
import type { Connection } from '../../../src/store/connection.ts';
import { newestPassages } from '../../../src/store/newest-passages.ts';
import { type Library, type Line, type Request, type Result, standing } from './library.ts';
import { STRETCH } from '../windowed/stretch-heights.ts';
import { ANYTHING } from './wanted.ts';

/** What is asked for as the page opens: everything, the last saved first. */
export const AT_FIRST: Request = { wanted: ANYTHING, order: 'saved', grouping: 'day' };

/** Lines read: what fits a screen. */
const LINES = 3 * STRETCH;

/**
 * The result of {@link AT_FIRST}, its first lines read already; for all else it waits for `library`. `undefined` where nothing was read:
 * whether anything is saved is for the library to say. @throws StoreError
 */
export async function firstLines(store: Connection, library: Promise<Library>): Promise<Result | undefined> {
  const { highlights, amiss, saved } = await newestPassages(store, LINES);
  if (highlights.length === 0) return undefined;
  const lines = highlights.map((highlight): Line => ({ highlight, ...standing(amiss.get(highlight.id)), conditions: [] }));
  let found: Promise<Result> | undefined;
  const whole = (): Promise<Result> => (found ??= library.then((opened) => opened.find(AT_FIRST)));
  return {
    total: saved,
    passageCount: saved,
    isExact: true,
    lines: async (from, count) =>
      from + count <= lines.length ? lines.slice(from, from + count) : (await whole()).lines(from, count),
    ids: async () => (await whole()).ids(),
    passages: async (ids) => (await whole()).passages(ids),
  };
}
