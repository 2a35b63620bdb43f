/** The readings in memory: one a tab, since only a tab's main frame is read and a new session there ends the old one. */
import type { Reading } from './reading.ts';

/** The most readings kept; beyond it the one not used for longest is forgotten, and its page sends everything again when next needed. */
const MOST_READINGS = 40;

/** Readings by tab. */
export class Readings {
  readonly #byTab = new Map<number, { readonly session: string; readonly reading: Reading }>();

  /** The reading of a tab's page session, if it is still remembered. */
  get(tab: number, session: string): Reading | undefined {
    const held = this.#byTab.get(tab);
    if (held?.session !== session) return undefined;
    this.#byTab.delete(tab);
    this.#byTab.set(tab, held);
    return held.reading;
  }

  /** Starts a reading in a tab, in place of any before it. */
  start(tab: number, session: string, reading: Reading): void {
    this.#byTab.delete(tab);
    this.#byTab.set(tab, { session, reading });
    const oldest = this.#byTab.size > MOST_READINGS ? this.#byTab.keys().next().value : undefined;
    if (oldest !== undefined) this.#byTab.delete(oldest);
  }

  /** The reading of the page at this address in a tab, if it is remembered. */
  ofTab(tab: number, page: string): Reading | undefined {
    const reading = this.#byTab.get(tab)?.reading;
    return reading?.page === page ? reading : undefined;
  }

  /** Every reading there is, with its tab and page session. */
  all(): readonly { readonly tab: number; readonly session: string; readonly reading: Reading }[] {
    return Array.from(this.#byTab, ([tab, held]) => ({ tab, ...held }));
  }

  /** Forgets a tab's reading: its page is asked for everything when it next speaks, and answered as if for the first time. */
  drop(tab: number): void {
    this.#byTab.delete(tab);
  }

  /** Forgets every reading. */
  clear(): void {
    this.#byTab.clear();
  }
}
