import type { Page } from 'puppeteer-core';
import { describe, expect } from 'vitest';
import { ACCORD, expectNothingDrawn, highlight, openStory, selectWithMouse, toast, toolbar } from './harness/passages.ts';
import { loseDatabase } from './harness/store.ts';
import { test } from './harness/test.ts';
import { until } from './harness/until.ts';
import { articlePage, STORY } from './pages/story.ts';

/** The index of the pack as it stands in the database: how many entities, and whether it says that it is whole. */
function readIndex(ownPage: Page): Promise<{ entities: number; loaded: boolean }> {
  return ownPage.evaluate(
    () =>
      new Promise<{ entities: number; loaded: boolean }>((resolve, reject) => {
        const opening = indexedDB.open('dateline');
        // A database that is not there is not to be made by looking.
        opening.onupgradeneeded = () => opening.transaction?.abort();
        opening.onerror = () => resolve({ entities: 0, loaded: false });
        opening.onsuccess = () => {
          const db = opening.result;
          const tx = db.transaction(['entities', 'pack']);
          const entities = tx.objectStore('entities').count();
          const loaded = tx.objectStore('pack').get('loaded');
          tx.oncomplete = () => {
            db.close();
            resolve({ entities: entities.result, loaded: loaded.result !== undefined });
          };
          tx.onerror = () => reject(tx.error ?? new Error('the index cannot be read'));
        };
      }),
  );
}

/** Takes half of the entities away and leaves the word that all are there: what a torn write or a fault of the disk leaves behind. */
function damage(ownPage: Page): Promise<void> {
  return ownPage.evaluate(
    () =>
      new Promise<void>((resolve, reject) => {
        const opening = indexedDB.open('dateline');
        opening.onerror = () => reject(opening.error ?? new Error('not opened'));
        opening.onsuccess = () => {
          const db = opening.result;
          const tx = db.transaction('entities', 'readwrite');
          tx.objectStore('entities').delete(IDBKeyRange.lowerBound('person/'));
          tx.oncomplete = () => {
            db.close();
            resolve();
          };
        };
      }),
  );
}

describe('when the background was put to sleep', () => {
  test('text that comes after that is marked, and what was marked stays so', async ({ news, reader, running }) => {
    news.publish('www.svoboda.org/asleep', articlePage(STORY));
    await reader.open('https://www.svoboda.org/asleep');
    const before = await reader.marksUntil('the story marked', (marks) => marks.some(({ text }) => text === 'Damascus'));
    await running.stopBackground();
    await reader.page.evaluate(() => {
      const added = document.createElement('p');
      added.textContent = 'A convoy reached the edge of Idlib on Saturday, Peskov said.';
      document.querySelector('article')?.append(added);
    });
    const after = await reader.marksUntil('the new paragraph marked', (marks) => marks.length > before.length);
    expect(after.slice(0, before.length)).toEqual(before);
    expect((await reader.cardFor('Damascus')).name).toBe('Damascus');
  });

  test('a passage that was saved and taken back does not come back with what the page is asked for then', async ({
    news,
    reader,
    running,
  }) => {
    news.publish('www.svoboda.org/undone', articlePage(STORY));
    await openStory(reader, 'www.svoboda.org/undone');
    // The background asks for the page's text at the save, and may answer with the passage after it was taken back.
    for (let round = 0; round < 3; round++) {
      await running.stopBackground();
      await highlight(reader, ACCORD);
      await toast(reader, 'Highlighted');
      await reader.clickInCard('.toast .undo');
      await expectNothingDrawn(reader);
    }
    await selectWithMouse(reader.page, 'Ankara has sent');
    await until('the toolbar', () => toolbar(reader));
    await expectNothingDrawn(reader);
  });
});

describe('when the browser purged the database', () => {
  test.for([
    ['all of it', loseDatabase],
    ['and left half of the entities', damage],
  ] as const)(
    '%s, cards still come, also after a sleep, and the index is whole again',
    async ([_how, harm], { news, reader, running }) => {
      news.publish('www.svoboda.org/purged', articlePage(STORY));
      const ownPage = await running.openOwnPage('options/options.html');
      await reader.open('https://www.svoboda.org/purged');
      await reader.cardFor('Idlib');
      const whole = await until('a whole index', async () => {
        const index = await readIndex(ownPage);
        return index.loaded && index.entities > 0 && index;
      });

      await harm(ownPage);
      expect((await readIndex(ownPage)).entities, 'the harm was done').toBeLessThan(whole.entities);
      await reader.page.bringToFront();
      await reader.page.reload();
      expect((await reader.cardFor('Idlib')).name).toBe('Idlib');

      await running.stopBackground();
      await reader.open('https://www.svoboda.org/purged');
      expect((await reader.cardFor('Recep Tayyip Erdoğan')).name).toBe('Recep Tayyip Erdoğan');
      await until('the index as it was', async () => JSON.stringify(await readIndex(ownPage)) === JSON.stringify(whole));
      await ownPage.close();
    },
  );
});
