import fc from 'fast-check';
import { describe, expect } from 'vitest';
import type Browser from 'webextension-polyfill';
import type { Highlight } from '../../src/highlights/highlight.ts';
import { FROM_OWN_PAGES } from '../../src/messages/from-own-pages.ts';
import { FROM_PAGE } from '../../src/messages/from-page.ts';
import { openHostilePage, SECRETS, test } from './harness/hostile-test.ts';
import { askBackground } from './harness/own-page.ts';
import { tabOf } from './harness/page-script.ts';

/** Messages in all; 100,000 are the full count. */
const MESSAGES = Number(process.env['DATELINE_FORGED_MESSAGES'] ?? 1000);
const BATCH = 250;
const SEED = Number(process.env['DATELINE_SEED'] ?? Date.now());

/** What is global in our scripts in a page. */
interface PageWorld {
  readonly browser: Browser.Browser;
}

/** Messages near enough to real ones to get somewhere: real names, real ids of another site's passages, fields of the wrong kind. */
function forgeries(ids: readonly string[], count: number): unknown[] {
  // A page's script may ask for a note: that opens a panel, and tells nothing.
  const names = [...Object.keys(FROM_PAGE), ...Object.keys(FROM_OWN_PAGES)].filter((name) => name !== 'open-note');
  const id = fc.oneof(fc.constantFrom(...ids), fc.string({ maxLength: 70 }), fc.uuid());
  const edit = fc.oneof(
    fc.record({ kind: fc.constantFrom('delete', 'restore', 'note', 'recolour', 'tag', 'reattach', 'save') }),
    fc.record({ kind: fc.constant('note'), note: fc.string() }),
    fc.record({ kind: fc.constant('recolour'), colour: fc.constantFrom('green', 'pink', 'black') }),
  );
  const whatever = fc.jsonValue({ maxDepth: 3 });
  const field = fc.oneof(
    { weight: 3, arbitrary: id },
    { weight: 2, arbitrary: edit },
    fc.boolean(),
    fc.integer({ min: -1, max: 3000 }),
    fc.constant(null),
    whatever,
  );
  const keys =
    'id entry edit tab after limit ids known wrong form on hours session page blocks gone more anchor colour entities day address url sender highlights changes host __proto__ constructor';
  const input = fc.oneof(
    { weight: 4, arbitrary: fc.record({ entry: fc.uuid(), id, edit }) },
    { weight: 2, arbitrary: fc.record({ after: fc.constant(null), limit: fc.constantFrom(1, 2000) }) },
    { weight: 1, arbitrary: fc.record({ tab: fc.integer({ min: 0, max: 20 }) }) },
    { weight: 4, arbitrary: fc.dictionary(fc.constantFrom(...keys.split(' ')), field, { maxKeys: 6 }) },
    whatever,
    fc.constant({}),
  );
  const editing = fc.record({
    dateline: fc.constant('from-page'),
    name: fc.constant('edit-highlight'),
    input: fc.record({ entry: fc.uuid(), id: fc.constantFrom(...ids), edit }),
  });
  const message = fc.oneof(
    // Enough of them to be more than a reader makes in a second.
    { weight: 4, arbitrary: editing },
    {
      weight: 12,
      arbitrary: fc.record({
        dateline: fc.constantFrom('from-page', 'from-own-pages', 'to-page', 'from-nowhere'),
        name: fc.oneof(
          { weight: 9, arbitrary: fc.constantFrom(...names) },
          fc.constantFrom('__proto__', 'constructor', 'toString'),
          fc.string(),
        ),
        input,
      }),
    },
    whatever,
  );
  return fc.sample(message, { numRuns: count, seed: SEED });
}

describe('somebody who has broken into the page’s process', () => {
  test(`reads no note, changes no other article and stops nothing (seed ${SEED})`, { timeout: 60_000 + MESSAGES * 20 }, async ({
    news,
    hostile,
  }) => {
    const others = await openHostilePage({ news, running: hostile }, 'others.example');
    const reader = await openHostilePage({ news, running: hostile }, 'forging.example');
    const own = await hostile.openOwnPage('options/options.html');
    const tab = await tabOf(own, 'https://forging.example/story');
    const saved = async (): Promise<readonly Highlight[]> =>
      (await askBackground(own, 'highlights-after', { after: null, limit: 2000 })).highlights;
    const isOthers = ({ article }: Highlight): boolean => !article.address.startsWith('https://forging.example/');
    const before = (await saved()).filter(isOthers);
    expect(before.length).toBe(2);

    const codes = new Map<string, number>();
    const read: string[] = [];
    const failures: string[] = [];
    const messages = forgeries(
      before.map(({ id }) => id),
      MESSAGES,
    );
    for (let start = 0; start < messages.length; start += BATCH) {
      const replies = await own.evaluate(
        async (tabId, batch) => {
          const [done] = await (globalThis as unknown as PageWorld).browser.scripting.executeScript({
            target: { tabId },
            func: (sent: string) =>
              Promise.all(
                (JSON.parse(sent) as unknown[]).map((message) =>
                  (globalThis as unknown as PageWorld).browser.runtime.sendMessage(message).then(
                    (reply: unknown) => JSON.stringify(reply) ?? 'none',
                    (error: unknown) => `failed ${String(error)}`,
                  ),
                ),
              ),
            args: [batch],
          });
          return done?.result as string[];
        },
        tab,
        JSON.stringify(messages.slice(start, start + BATCH)),
      );
      for (const reply of replies) {
        const code = /"code":"([\w-]+)"/.exec(reply)?.[1] ?? (reply.startsWith('{"ok":true') ? 'done' : 'none');
        codes.set(code, (codes.get(code) ?? 0) + 1);
        if (code === 'unexpected') failures.push(reply);
        if (Object.values(SECRETS).some((secret) => reply.includes(secret))) read.push(reply);
      }
    }
    console.info(`${messages.length} forged messages: ${[...codes].map(([code, count]) => `${code} ${count}`).join(', ')}`);
    expect(read).toEqual([]);
    expect(failures).toEqual([]);
    expect(codes.get('not-allowed') ?? 0).toBeGreaterThan(MESSAGES / 10);
    expect(codes.get('too-many') ?? 0).toBeGreaterThan(0);
    expect((await saved()).filter(isOthers)).toEqual(before);
    await own.close();
    await reader.leave();
    await others.leave();
  });

  test('reads nothing of a reader’s from any storage it reaches', async ({ news, hostile }) => {
    const reader = await openHostilePage({ news, running: hostile }, 'storages.example');
    const own = await hostile.openOwnPage('options/options.html');
    const tab = await tabOf(own, 'https://storages.example/story');
    const held = await own.evaluate(async (tabId) => {
      const [done] = await (globalThis as unknown as PageWorld).browser.scripting.executeScript({
        target: { tabId },
        func: async () => {
          const { storage } = (globalThis as unknown as PageWorld).browser;
          const areas = ['local', 'session', 'sync', 'managed'] as const;
          const read = areas.map(async (area) => JSON.stringify(await storage[area].get(null)));
          return (await Promise.allSettled(read)).map((one) => (one.status === 'fulfilled' ? one.value : String(one.reason)));
        },
      });
      return done?.result as string[];
    }, tab);
    const seen = held.join('\n');
    for (const secret of Object.values(SECRETS)) expect(seen).not.toContain(secret);
    if (hostile.target === 'chromium') {
      expect(held[0]).toContain('not allowed');
      // The same words are in our own pages' reach: there is something that could have been read.
      const mirror = await own.evaluate(async () =>
        JSON.stringify(await (globalThis as unknown as PageWorld).browser.storage.local.get(null)),
      );
      expect(mirror).toContain(SECRETS.note);
    }
    await own.close();
    await reader.leave();
  });
});
