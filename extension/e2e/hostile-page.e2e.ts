import { describe, expect } from 'vitest';
import { openHostilePage, openToolbar, SECRETS, test } from './harness/hostile-test.ts';
import { boxesOfText, passagesUntil } from './harness/passages.ts';
import type { Reader } from './harness/reader.ts';
import { until } from './harness/until.ts';
import type { HostilePage, Spied } from './pages/hostile-page.ts';

/** What the reader wrote or saved, and what is drawn on which words. */
const MARKERS = [...Object.values(SECRETS), 'class="passage', 'drawn on: '];
/** Fewest probes that have to find what the leaky build gives away. */
const FEWEST = 40;

function spied(reader: Reader): Promise<Spied> {
  return reader.page.evaluate(() => (globalThis as unknown as HostilePage).spied());
}

const finders = (found: Spied): readonly string[] =>
  Object.keys(found).filter((name) => MARKERS.some((marker) => found[name]?.toLowerCase().includes(marker)));

/** Copies the whole page by keys and pastes it into the page's own field; drags what is selected. */
async function copyAndDrag({ page }: Reader): Promise<void> {
  await withControl(page, ['a', 'c']);
  const [box] = await boxesOfText(page, 'Ankara has sent');
  if (box === undefined) throw new Error('no words');
  await page.mouse.move(box.left + 5, (box.top + box.bottom) / 2);
  await page.mouse.down();
  await page.mouse.move(box.left + 60, box.bottom + 40, { steps: 4 });
  await page.mouse.up();
  await page.focus('#notepad');
  await withControl(page, ['v']);
  await page.evaluate(() => {
    dispatchEvent(new Event('beforeprint'));
    document.querySelector<HTMLElement>('#notepad')?.blur();
    getSelection()?.removeAllRanges();
  });
}

async function withControl(page: Reader['page'], keys: readonly ('a' | 'c' | 'v')[]): Promise<void> {
  await page.keyboard.down('Control');
  for (const key of keys) await page.keyboard.press(key);
  await page.keyboard.up('Control');
}

describe('a page that spies', () => {
  test('learns nothing of what was saved, at rest and while the reader is at it', async ({ news, hostile }) => {
    const reader = await openHostilePage({ news, running: hostile }, 'spying.example');
    await passagesUntil(reader, 1);
    const hosts = await reader.page.evaluate(() => [...document.querySelectorAll('dateline-host')].map((host) => host.outerHTML));
    expect(hosts).toEqual(['<dateline-host></dateline-host>']);
    await copyAndDrag(reader);
    const atRest = await spied(reader);
    expect(Object.keys(atRest).length).toBeGreaterThan(FEWEST);
    expect(finders(atRest)).toEqual([]);

    await openToolbar(reader);
    expect(finders(await spied(reader))).toEqual([]);
    await openToolbar(reader);
    await reader.clickInCard('.highlight-toolbar [aria-label="Move to the trash"]');
    await reader.clickInCard('.toast .undo');
    await passagesUntil(reader, 1);
    await reader.cardFor('Ankara');
    expect(finders(await spied(reader))).toEqual([]);
    await reader.leave();
  });

  test('finds it with the same probes in a build that leaks', async ({ news, leaky }) => {
    const reader = await openHostilePage({ news, running: leaky }, 'leaking.example');
    await until('the leaks', () => reader.page.evaluate(() => document.title.includes('quartz')));
    await copyAndDrag(reader);
    expect(finders(await spied(reader)).length).toBeGreaterThanOrEqual(FEWEST);
    await reader.leave();
  });
});
