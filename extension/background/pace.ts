/** No page writes faster than a reader can: what comes faster is a page, or something in it, at work (promises S6). */
import { DatelineError } from '../../src/messages/errors.ts';

/** The most changes taken from one tab in a second. */
const MOST_A_SECOND = 20;
const SECOND_MS = 1000;

/** Counts each tab's changes. */
export class Pace {
  readonly #byTab = new Map<number, number[]>();

  /**
   * Counts one change of a tab.
   * @param now milliseconds on any clock that does not go back
   * @throws DatelineError `too-many`
   */
  count(tab: number, now: number): void {
    const lately = (this.#byTab.get(tab) ?? []).filter((time) => now - time < SECOND_MS);
    this.#byTab.set(tab, lately);
    if (lately.length >= MOST_A_SECOND) throw new DatelineError('too-many');
    lately.push(now);
  }
}
