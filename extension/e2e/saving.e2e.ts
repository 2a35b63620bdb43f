import type { Page } from 'puppeteer-core';
import { afterEach, describe, expect, inject } from 'vitest';
import type { Running } from './harness/launch.ts';
import type { News } from './harness/news.ts';
import { askBackground } from './harness/own-page.ts';
import { askAsPageScript, sendAsPageScript, storageSeenByPageScript, tabOf } from './harness/page-script.ts';
import { highlight, passages } from './harness/passages.ts';
import { Reader } from './harness/reader.ts';
import { savingOf } from './harness/saving-message.ts';
import { copyOf, countRows, loseDatabase, loseRows, putInPlace, witnessedApart } from './harness/store.ts';
import { test } from './harness/test.ts';
import { until } from './harness/until.ts';
import { demoStory } from './pages/demo.ts';
import { articlePage, STORY, type Story } from './pages/story.ts';

const DONE = { ok: true, output: {} };
const NOT_ALLOWED = { ok: false, code: 'not-allowed' };

let made = 0;
/** What a page's script sends to save these words of a story, under an id of their own. */
function saving(story: Story, words: string): ReturnType<typeof savingOf> {
  return savingOf(story, words, `saved-in-test-${++made}-${Date.now()}`);
}

interface Desk {
  readonly own: Page;
  readonly tab: number;
  readonly address: string;
}

let opened: Page[] = [];
afterEach(async () => {
  for (const page of opened) {
    // Files share one browser: nothing saved here is there for the next.
    const { highlights } = await askBackground(page, 'highlights-after', { after: null, limit: 2000 });
    for (const { id } of highlights) {
      await askBackground(page, 'change-highlight', { entry: crypto.randomUUID(), id, edit: { kind: 'delete' } });
    }
    await askBackground(page, 'empty-trash', {});
    await askBackground(page, 'damage-seen', {});
    await page.close();
  }
  opened = [];
});

/** An article in a tab, read; and a page of ours in another. */
async function readArticle(
  { news, reader, running }: { news: News; reader: Reader; running: Running },
  path: string,
  story = STORY,
): Promise<Desk> {
  news.publish(`www.cnbc.com/${path}`, articlePage(story));
  const address = `https://www.cnbc.com/${path}`;
  const own = await running.openOwnPage('options/options.html');
  opened.push(own);
  await reader.open(address);
  await reader.marksUntil('the story marked', (marks) => marks.length > 0);
  return { own, address, tab: await tabOf(own, address) };
}

async function passagesIn({ own, tab }: Desk) {
  return (await askBackground(own, 'article-in-tab', { tab })).highlights;
}

/** Waits until the tab's passages were found as told. */
async function found(desk: Desk, how: readonly string[]): Promise<void> {
  let last: readonly string[] = [];
  await until(`passages ${how.join(', ')}`, async () => {
    last = (await passagesIn(desk)).map((one) => one.how);
    return last.join() === how.join();
  }).catch((error: unknown) => {
    throw new Error(`found: ${last.join(', ')}`, { cause: error });
  });
}

describe('a passage that a page saves', () => {
  test('is there after a reload, with what the card said that day', async ({ news, reader, running }) => {
    const desk = await readArticle({ news, reader, running }, 'saved');
    const { count: before } = await askBackground(desk.own, 'keeping-state', {});
    const sent = saving(STORY, 'spoke by telephone on Friday');
    expect(await askAsPageScript(desk.own, desk.tab, 'save-highlight', sent)).toEqual(DONE);
    await reader.page.reload();
    await reader.marksUntil('the story marked again', (marks) => marks.length > 0);
    await found(desk, ['exact']);
    const [passage] = await passagesIn(desk);
    expect(passage?.highlight).toMatchObject({
      id: sent.id,
      anchor: sent.anchor,
      colour: 'green',
      note: '',
      tags: [],
      container: null,
      deleted: null,
      article: { address: desk.address, title: STORY.title, site: 'www.cnbc.com' },
      entities: [{ id: 'place/idlib', lang: 'en' }],
    });
    const { count, damage } = await askBackground(desk.own, 'keeping-state', {});
    expect([count - before, damage]).toEqual([1, null]);
  });

  test('twice is saved once', async ({ news, reader, running }) => {
    const desk = await readArticle({ news, reader, running }, 'twice');
    const sent = saving(STORY, 'the Kremlin said');
    const before = await countRows(desk.own);
    for (let time = 0; time < 3; time++) expect(await askAsPageScript(desk.own, desk.tab, 'save-highlight', sent)).toEqual(DONE);
    const after = await countRows(desk.own);
    expect([after.highlights - before.highlights, after.journal - before.journal]).toEqual([1, 1]);
  });

  test('while the background sleeps is saved, and found where it stands', async ({ news, reader, running }) => {
    const desk = await readArticle({ news, reader, running }, 'asleep-saved');
    await running.stopBackground();
    expect(await askAsPageScript(desk.own, desk.tab, 'save-highlight', saving(STORY, 'observation posts'))).toEqual(DONE);
    await found(desk, ['exact']);
  });

  test('is found again, labelled, after its words changed, and listed after they are gone', async ({ news, reader, running }) => {
    const desk = await readArticle({ news, reader, running }, 'edited');
    const words = 'Ankara has sent more troops to its observation posts';
    expect(await askAsPageScript(desk.own, desk.tab, 'save-highlight', saving(STORY, words))).toEqual(DONE);
    const told = (paragraph: string) => articlePage({ ...STORY, paragraphs: [...STORY.paragraphs.slice(0, 2), paragraph] });
    news.publish(
      'www.cnbc.com/edited',
      told('Ankara has sent many troops to its observation posts, while Damascus wants them to leave.'),
    );
    await reader.page.reload();
    await found(desk, ['approximate']);
    expect((await passagesIn(desk))[0]?.now).toBe('Ankara has sent many troops to its observation posts');
    news.publish('www.cnbc.com/edited', told('Nothing of this is left.'));
    await reader.page.reload();
    await found(desk, ['not-found']);
  });
});

describe('a change made in one place', () => {
  test('is seen in every tab that shows the article, also after the background slept', async ({ news, reader, running }) => {
    const desk = await readArticle({ news, reader, running }, 'two-tabs');
    const other = await Reader.sitDown(running);
    await other.open(desk.address);
    await other.marksUntil('the other tab marked', (marks) => marks.length > 0);
    const sent = saving(STORY, 'observation posts');
    expect(await askAsPageScript(desk.own, desk.tab, 'save-highlight', sent)).toEqual(DONE);
    await until('it is drawn in the other tab', async () => (await passages(other)).length === 1);
    await running.stopBackground();
    const change = { entry: `colour-${sent.id}`, id: sent.id, edit: { kind: 'recolour', colour: 'pink' } } as const;
    await askBackground(desk.own, 'change-highlight', change);
    for (const one of [other, reader]) {
      await one.page.bringToFront();
      await until('it is pink', async () => (await passages(one))[0]?.classes.includes('pink'));
    }
    await askBackground(desk.own, 'change-highlight', { entry: `trash-${sent.id}`, id: sent.id, edit: { kind: 'delete' } });
    for (const one of [other, reader]) await until('it is gone', async () => (await passages(one)).length === 0);
    await other.leave();
  });
});

test('a passage of the demonstration on our own welcome page is saved, and found there again', async ({ running }) => {
  opened.push(await running.openOwnPage('options/options.html'));
  const [, paragraph = ''] = demoStory('2020-02-21').paragraphs;
  for (const visit of ['first', 'next']) {
    const demonstration = Reader.at(await running.openOwnPage('welcome/welcome.html'), running);
    await demonstration.marksUntil('the demonstration marked', (marks) => marks.length > 0);
    if (visit === 'first') await highlight(demonstration, paragraph.slice(0, paragraph.indexOf(' ', 30)));
    await until(`it is drawn on the ${visit} visit`, async () => (await passages(demonstration)).length === 1);
    await demonstration.leave();
  }
});

test.runIf(inject('target') === 'firefox')(
  'a passage is drawn in the container it was saved in, and in no other',
  async ({ news, reader, running }) => {
    const desk = await readArticle({ news, reader, running }, 'containers');
    expect(await askAsPageScript(desk.own, desk.tab, 'save-highlight', saving(STORY, 'observation posts'))).toEqual(DONE);
    const container = await running.browser.createBrowserContext();
    const other = Reader.at(await container.newPage(), running);
    await other.open(desk.address);
    await other.marksUntil('the article marked in the container', (marks) => marks.length > 0);
    await highlight(other, 'Both said');
    await until('what is saved in the container is drawn there, alone', async () => (await passages(other)).length === 1);
    // It is drawn while it is still being saved.
    const saved = await until('both to be kept', async () => {
      const kept = (await askBackground(desk.own, 'highlights-after', { after: null, limit: 10 })).highlights;
      return kept.length >= 2 && kept;
    });
    expect(new Map(saved.map((one) => [one.anchor.quote.exact, one.container?.replace(/\d+$/, 'N') ?? null]))).toEqual(
      new Map([
        ['Both said', 'firefox-container-N'],
        ['observation posts', null],
      ]),
    );
    await other.page.reload();
    await until('it is drawn again, alone', async () => (await passages(other)).length === 1);
    await container.close();
    await reader.page.bringToFront();
    await reader.page.reload();
    await until('the other one is drawn outside, alone', async () => (await passages(reader)).length === 1);
  },
);

describe('a page’s script', () => {
  test('changes passages of its own article and no other', async ({ news, reader, running }) => {
    const desk = await readArticle({ news, reader, running }, 'own');
    const sent = saving(STORY, 'in full');
    expect(await askAsPageScript(desk.own, desk.tab, 'save-highlight', sent)).toEqual(DONE);
    const edit = { entry: `edit-${sent.id}`, id: sent.id, edit: { kind: 'recolour', colour: 'pink' } } as const;
    expect(await askAsPageScript(desk.own, desk.tab, 'edit-highlight', edit)).toEqual(DONE);
    expect((await passagesIn(desk))[0]?.highlight.colour).toBe('pink');

    news.publish('www.cnbc.com/elsewhere', articlePage(STORY));
    await reader.open('https://www.cnbc.com/elsewhere');
    await reader.marksUntil('the other page marked', (marks) => marks.length > 0);
    const again = { ...edit, entry: `again-${sent.id}` };
    expect(await askAsPageScript(desk.own, desk.tab, 'edit-highlight', again)).toMatchObject(NOT_ALLOWED);
    expect(await askAsPageScript(desk.own, desk.tab, 'edit-highlight', { ...again, id: 'there-is-none' })).toMatchObject(
      NOT_ALLOWED,
    );
  });

  test('reads and changes nothing that is for our own pages', async ({ news, reader, running }) => {
    const desk = await readArticle({ news, reader, running }, 'forged');
    const messages = [
      ['article-in-tab', { tab: desk.tab }],
      ['highlights-after', { after: null, limit: 10 }],
      ['trash', {}],
      ['recent-tags', {}],
      ['empty-trash', {}],
      ['merge-highlights', { highlights: [] }],
    ] as const;
    for (const [name, input] of messages) {
      expect(await sendAsPageScript(desk.own, desk.tab, { dateline: 'from-own-pages', name, input }), name).toMatchObject(
        NOT_ALLOWED,
      );
    }
  });

  test('is stopped when it saves faster than a reader', async ({ news, reader, running }) => {
    const desk = await readArticle({ news, reader, running }, 'fast');
    const sent = saving(STORY, 'more troops');
    const replies = await desk.own.evaluate(
      async (tabId, envelope) => {
        const { browser } = globalThis as unknown as { browser: typeof import('webextension-polyfill') };
        const [done] = await browser.scripting.executeScript({
          target: { tabId },
          func: (message: unknown) => {
            const page = globalThis as unknown as { browser: typeof import('webextension-polyfill') };
            return Promise.all(Array.from({ length: 60 }, () => page.browser.runtime.sendMessage(message)));
          },
          args: [envelope],
        });
        return done?.result as { ok: boolean; code?: string }[];
      },
      desk.tab,
      { dateline: 'from-page', name: 'save-highlight', input: sent },
    );
    const refused = replies.filter(({ ok }) => !ok);
    expect(new Set(refused.map(({ code }) => code))).toEqual(new Set(['too-many']));
    expect(refused.length).toBe(40);
  });

  test('finds none of the second copy in the storage it can reach', async ({ news, reader, running }) => {
    const desk = await readArticle({ news, reader, running }, 'storage');
    expect(await askAsPageScript(desk.own, desk.tab, 'save-highlight', saving(STORY, 'telephone'))).toEqual(DONE);
    const seen = JSON.stringify(await storageSeenByPageScript(desk.own, desk.tab));
    expect(seen).not.toContain('kept');
    if (running.target === 'chromium') expect(seen).toContain('not allowed');
  });
});

describe('when the database was damaged', () => {
  test.for([
    ['every row is gone', loseRows],
    ['all of it is gone', loseDatabase],
  ] as const)(
    '%s: the passages come back from the second copy, and that is told',
    async ([_how, harm], { news, reader, running }) => {
      const desk = await readArticle({ news, reader, running }, 'damaged');
      const words = ['telephone', 'observation posts', 'Both said'];
      for (const one of words)
        expect(await askAsPageScript(desk.own, desk.tab, 'save-highlight', saving(STORY, one))).toEqual(DONE);
      await askBackground(desk.own, 'damage-seen', {});
      await running.stopBackground();
      await harm(desk.own);
      const { count, damage } = await askBackground(desk.own, 'keeping-state', {});
      expect(count).toBe(3);
      expect(damage).toMatchObject({ repaired: 3, lost: 0 });
      await reader.page.bringToFront();
      await reader.page.reload();
      await found(desk, ['exact', 'exact', 'exact']);
      await askBackground(desk.own, 'damage-seen', {});
      expect((await askBackground(desk.own, 'keeping-state', {})).damage).toBeNull();
    },
  );

  // Only there do full disks lose the end of both copies (docs/DECISIONS/second-copy.md).
  test.runIf(inject('target') === 'chromium')(
    'the last passages are gone from both copies: how many is told',
    async ({ news, reader, running }) => {
      const desk = await readArticle({ news, reader, running }, 'gone-from-both');
      const save = async (words: string, count: number): Promise<void> => {
        expect(await askAsPageScript(desk.own, desk.tab, 'save-highlight', saving(STORY, words))).toEqual(DONE);
        await until('both witnesses of it', async () => (await witnessedApart(desk.own)) === count);
      };
      await save('telephone', 1);
      const older = await copyOf(desk.own);
      await save('observation posts', 2);
      await save('Both said', 3);
      await running.stopBackground();
      await loseDatabase(desk.own);
      await putInPlace(desk.own, older);
      const { count, damage } = await askBackground(desk.own, 'keeping-state', {});
      expect(count).toBe(1);
      expect(damage).toMatchObject({ repaired: 1, lost: 2 });
      // Told once: what is there now is what the next start compares with.
      await askBackground(desk.own, 'damage-seen', {});
      await until('both witnesses of what is left', async () => (await witnessedApart(desk.own)) === 1);
      await running.stopBackground();
      expect((await askBackground(desk.own, 'keeping-state', {})).damage).toBeNull();
    },
  );
});
