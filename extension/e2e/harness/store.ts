/** The database of saved passages as it stands on disk, and damage done to it: through a page of ours, behind the extension's back. */
import type { Page } from 'puppeteer-core';

/** How many rows are in the stores of saved passages. */
export function countRows(ownPage: Page): Promise<{ highlights: number; journal: number }> {
  return ownPage.evaluate(
    () =>
      new Promise<{ highlights: number; journal: number }>((resolve, reject) => {
        const opening = indexedDB.open('dateline');
        opening.onerror = () => reject(opening.error ?? new Error('not opened'));
        opening.onsuccess = () => {
          const db = opening.result;
          const tx = db.transaction(['highlights', 'journal']);
          const highlights = tx.objectStore('highlights').count();
          const journal = tx.objectStore('journal').count();
          tx.oncomplete = () => {
            db.close();
            resolve({ highlights: highlights.result, journal: journal.result });
          };
        };
      }),
  );
}

/** Deletes every saved passage's row, and leaves the rest as it is: what a fault of the disk leaves behind. */
export function loseRows(ownPage: Page): Promise<void> {
  return ownPage.evaluate(
    () =>
      new Promise<void>((resolve, reject) => {
        const opening = indexedDB.open('dateline');
        opening.onerror = () => reject(opening.error ?? new Error('not opened'));
        opening.onsuccess = () => {
          const db = opening.result;
          const tx = db.transaction('highlights', 'readwrite');
          tx.objectStore('highlights').clear();
          tx.oncomplete = () => {
            db.close();
            resolve();
          };
        };
      }),
  );
}

/** Deletes the whole database, as a browser does that finds it damaged. */
export function loseDatabase(ownPage: Page): Promise<void> {
  return ownPage.evaluate(
    () =>
      new Promise<void>((resolve, reject) => {
        const deleting = indexedDB.deleteDatabase('dateline');
        deleting.onsuccess = () => resolve();
        deleting.onerror = () => reject(deleting.error ?? new Error('not deleted'));
      }),
  );
}

/** Of how many saved passages the second copy knows; 0 where there is none. */
export function mirroredCount(ownPage: Page): Promise<number> {
  return ownPage.evaluate(async () => {
    interface Witness {
      readonly count: number;
    }
    const { browser } = globalThis as unknown as { browser: typeof import('webextension-polyfill') };
    const { kept } = (await browser.storage.local.get('kept')) as { kept?: Witness };
    if (kept !== undefined) return kept.count;
    if (!(await indexedDB.databases()).some(({ name }) => name === 'dateline-second-copy')) return 0;
    return new Promise<number>((resolve, reject) => {
      const opening = indexedDB.open('dateline-second-copy');
      opening.onerror = () => reject(opening.error ?? new Error('not opened'));
      opening.onsuccess = () => {
        const db = opening.result;
        const witness = db.transaction('witness').objectStore('witness').get('witness');
        witness.onsuccess = () => {
          db.close();
          resolve((witness.result as Witness | undefined)?.count ?? 0);
        };
      };
    });
  });
}

/** Of how many saved passages the witness outside of both copies knows, in Chromium; 0 where there is none. */
export function witnessedApart(ownPage: Page): Promise<number> {
  return ownPage.evaluate(async () => {
    const apart = await (await caches.open('kept')).match('https://dateline.invalid/kept');
    return ((await apart?.json()) as { readonly count: number } | undefined)?.count ?? 0;
  });
}

/** The second copy as Chromium keeps it, and whatever else is in that storage. */
export function copyOf(ownPage: Page): Promise<Record<string, unknown>> {
  return ownPage.evaluate(() => {
    const { browser } = globalThis as unknown as { browser: typeof import('webextension-polyfill') };
    return browser.storage.local.get(null);
  });
}

/** Puts an earlier state of that storage in the place of what is there. */
export function putInPlace(ownPage: Page, earlier: Record<string, unknown>): Promise<void> {
  return ownPage.evaluate(async (stored) => {
    const { browser } = globalThis as unknown as { browser: typeof import('webextension-polyfill') };
    await browser.storage.local.clear();
    await browser.storage.local.set(stored);
  }, earlier);
}
