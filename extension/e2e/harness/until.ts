/** Waits for conditions, so that no test sleeps. */

const PATIENCE_MS = 15_000;
const PAUSE_MS = 40;

/**
 * The first value of `look` that is neither `undefined` nor `false`; asks again every few milliseconds.
 * @throws Error naming `what` after 15 seconds, with the last error of `look` as its cause.
 */
export async function until<T>(what: string, look: () => Promise<T | undefined | false> | T | undefined | false): Promise<T> {
  const end = Date.now() + PATIENCE_MS;
  for (;;) {
    let failure: unknown;
    try {
      const value = await look();
      if (value !== undefined && value !== false) return value;
    } catch (error) {
      failure = error;
    }
    if (Date.now() > end) throw new Error(`waited in vain for ${what}`, { cause: failure });
    await new Promise((resolve) => setTimeout(resolve, PAUSE_MS));
  }
}
