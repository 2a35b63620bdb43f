/** Runs long work in the browser's idle time, a few milliseconds at a stretch. */

/** Longest stretch, in milliseconds: with one step of the work on top it stays under a frame of 16. */
const LONGEST_SLICE = 8;
/** A busy page is made to wait no longer than this between stretches, in milliseconds. */
const LONGEST_WAIT = 150;

/** Runs `work` to its end and gives its result and the milliseconds it took; `undefined` when `signal` aborted it. */
export function runInSlices<T>(
  work: Generator<undefined, T>,
  signal: AbortSignal,
): Promise<{ result: T; duration: number } | undefined> {
  return new Promise((resolve, reject) => {
    let duration = 0;
    const slice = (): void => {
      if (signal.aborted) {
        resolve(undefined);
        return;
      }
      const start = performance.now();
      try {
        for (let now = start; now - start < LONGEST_SLICE; now = performance.now()) {
          const step = work.next();
          if (step.done !== true) continue;
          resolve({ result: step.value, duration: duration + performance.now() - start });
          return;
        }
      } catch (error) {
        reject(error);
        return;
      }
      duration += performance.now() - start;
      requestIdleCallback(slice, { timeout: LONGEST_WAIT });
    };
    requestIdleCallback(slice, { timeout: LONGEST_WAIT });
  });
}
