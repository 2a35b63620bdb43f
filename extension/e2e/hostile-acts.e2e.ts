import { describe, expect, inject } from 'vitest';
import { readFolder } from '../../build/files.ts';
import type { Highlight } from '../../src/highlights/highlight.ts';
import { openHostilePage, openToolbar, test } from './harness/hostile-test.ts';
import type { Running } from './harness/launch.ts';
import { askBackground } from './harness/own-page.ts';
import { tabOf } from './harness/page-script.ts';
import { passagesUntil, selectWithMouse } from './harness/passages.ts';
import type { Reader } from './harness/reader.ts';
import { openedPanel } from './harness/saved.ts';
import { until } from './harness/until.ts';
import { TRICKS } from './pages/click-tricks.ts';
import { page, STORY, STORY_WITHOUT_MENTIONS } from './pages/story.ts';

/** Made-up events in all; 10,000 are the full count. */
const EVENTS = Number(process.env['DATELINE_MADE_UP_EVENTS'] ?? 400);

async function allSaved(running: Running): Promise<readonly Highlight[]> {
  const own = await running.openOwnPage('options/options.html');
  const { highlights } = await askBackground(own, 'highlights-after', { after: null, limit: 2000 });
  await own.close();
  return highlights;
}

/** Everything a reader's act in a page could change, to be compared. */
async function everything(running: Running): Promise<unknown> {
  const own = await running.openOwnPage('options/options.html');
  const kept = {
    highlights: (await askBackground(own, 'highlights-after', { after: null, limit: 2000 })).highlights,
    choices: await askBackground(own, 'choices', {}),
    settings: await askBackground(own, 'get-settings', {}),
    pages: await own.evaluate(async () => {
      const { browser } = globalThis as unknown as { browser: typeof import('webextension-polyfill') };
      return (await browser.tabs.query({})).filter(({ url }) => url?.includes('-extension://')).length;
    }),
  };
  await own.close();
  return kept;
}

/** Events that a script made, at every element of our root: `count` in all. Runs in the page's own world, with the root handed to it. */
function assault(root: ShadowRoot, count: number): number {
  const targets: EventTarget[] = [
    ...root.querySelectorAll('button, a, input, select, form, summary, [tabindex], [role]'),
    root.host,
    document,
  ];
  const makers: (() => Event)[] = [
    ...['click', 'auxclick', 'dblclick', 'mousedown', 'mouseup', 'contextmenu'].map(
      (type) => () => new MouseEvent(type, { bubbles: true, composed: true, cancelable: true, clientX: 200, clientY: 160 }),
    ),
    ...['pointerdown', 'pointerup', 'pointerenter', 'pointermove', 'pointercancel', 'click'].map(
      (type) => () => new PointerEvent(type, { bubbles: true, composed: true, cancelable: true, pointerType: 'touch' }),
    ),
    ...['Enter', ' ', 'Delete', 'Escape', 'F10'].map(
      (key) => () => new KeyboardEvent('keydown', { key, altKey: key === 'F10', bubbles: true, composed: true }),
    ),
    () => new KeyboardEvent('keyup', { key: ' ', bubbles: true, composed: true }),
    ...['submit', 'change', 'input', 'toggle', 'dateline', 'focusin', 'selectionchange'].map(
      (type) => () => new Event(type, { bubbles: true, composed: true, cancelable: true }),
    ),
    () => new InputEvent('beforeinput', { inputType: 'deleteContent', bubbles: true, composed: true }),
    () => new CustomEvent('save-highlight', { detail: { colour: 'yellow' }, bubbles: true, composed: true }),
  ];
  // A page may open any link; a hundred tabs would take this test a minute. Ours stop clicks on their way out, so: on their way in.
  document.addEventListener('click', (event) => event.preventDefault(), true);
  let sent = 0;
  while (sent < count) {
    for (const make of makers) {
      for (const target of targets) {
        target.dispatchEvent(make());
        sent++;
      }
    }
    for (const target of targets) {
      if (target instanceof HTMLElement) target.click();
      if (target instanceof HTMLFormElement) target.requestSubmit();
      sent++;
    }
  }
  return sent;
}

/** A third of the events each at the toolbar of a passage, at that of a selection, and at a card. */
async function assaultAll(reader: Reader): Promise<number> {
  const third = Math.ceil(EVENTS / 3);
  const strike = async (): Promise<number> => (await reader.inCard(assault, third)) ?? 0;
  await openToolbar(reader);
  let sent = await strike();
  await reader.page.keyboard.press('Escape');
  await selectWithMouse(reader.page, 'Ankara has sent');
  await until('the toolbar', () => reader.inCard((root) => root.querySelector('.highlight-toolbar') !== null, null));
  sent += await strike();
  await reader.page.keyboard.press('Escape');
  await reader.page.evaluate(() => getSelection()?.removeAllRanges());
  await reader.restOn('Idlib');
  await until('the card', () => reader.inCard((root) => root.querySelector('.card') !== null, null));
  return sent + (await strike());
}

describe('events that the page made up', () => {
  test('do nothing', async ({ news, hostile }) => {
    const reader = await openHostilePage({ news, running: hostile }, 'made-up.example');
    await passagesUntil(reader, 1);
    const before = await everything(hostile);
    await reader.page.bringToFront();
    expect(await assaultAll(reader)).toBeGreaterThanOrEqual(EVENTS);
    expect(await everything(hostile)).toEqual(before);
    await reader.leave();
  });

  test('do a lot in a build that takes them for the reader’s', async ({ news, leaky }) => {
    const reader = await openHostilePage({ news, running: leaky }, 'taken-in.example');
    await passagesUntil(reader, 1);
    const before = await everything(leaky);
    await reader.page.bringToFront();
    await openToolbar(reader);
    await reader.inCard(assault, 300);
    await until('something to change', async () => JSON.stringify(await everything(leaky)) !== JSON.stringify(before));
    await reader.leave();
  });
});

test('keys typed into a note in the panel are none of the page’s', async ({ news, hostile }) => {
  const reader = await openHostilePage({ news, running: hostile }, 'keys.example');
  await passagesUntil(reader, 1);
  await reader.page.evaluate(() => {
    Object.assign(globalThis, { heard: 0 });
    const types =
      'keydown keypress keyup beforeinput input textInput compositionstart compositionupdate compositionend paste change selectionchange';
    for (const type of types.split(' '))
      addEventListener(type, () => Object.assign(globalThis, { heard: Number(Reflect.get(globalThis, 'heard')) + 1 }), true);
  });
  const heard = (): Promise<number> => reader.page.evaluate(() => Number(Reflect.get(globalThis, 'heard')));
  await openToolbar(reader);
  await reader.clickInCard('.highlight-toolbar [aria-label="Note"]');
  const panel = await openedPanel(hostile);
  await until('the cursor in the note', () => panel.evaluate(() => document.activeElement?.localName === 'textarea'));
  const before = await heard();
  await panel.keyboard.type('Two hundred letters. '.repeat(10));
  await until('the note to be saved', async () => (await allSaved(hostile)).some(({ note }) => note.includes('Two hundred')));
  expect(await heard()).toBe(before);
  await panel.close();
  await reader.page.bringToFront();
  await reader.page.focus('#notepad');
  await reader.page.keyboard.type('abc');
  expect(await heard()).toBeGreaterThan(before);
  await reader.leave();
});

/** What an act for which there is no undo would be called. */
const NEVER_IN_PAGES = /for good|forever|empty|export|import|restore|allow|grant|always on|permission/i;

test('a stolen click on the trash can be taken back, however the page hides what is clicked', { timeout: 180_000 }, async ({
  news,
  hostile,
}) => {
  const reader = await openHostilePage({ news, running: hostile }, 'clicks.example');
  const own = await hostile.openOwnPage('options/options.html');
  const kept = async (): Promise<readonly Highlight[]> =>
    (await askBackground(own, 'highlights-after', { after: null, limit: 2000 })).highlights;
  const ids = (await kept()).map(({ id }) => id);
  await reader.page.bringToFront();
  for (const [trick, play] of Object.entries(TRICKS)) {
    await passagesUntil(reader, 1);
    await openToolbar(reader);
    const controls =
      (await reader.inCard(
        (root) =>
          [...root.querySelectorAll('button, a, input, summary')].map((control) => {
            const { x, y, width, height } = control.getBoundingClientRect();
            return { name: control.getAttribute('aria-label') ?? control.textContent, x: x + width / 2, y: y + height / 2 };
          }),
        null,
      )) ?? [];
    expect(controls.filter(({ name }) => NEVER_IN_PAGES.test(name))).toEqual([]);
    const trash = controls.find(({ name }) => name === 'Move to the trash');
    if (trash === undefined) throw new Error('no trash');
    await reader.page.evaluate(`(${play.toString()})(document.querySelector('dateline-host') ?? document.createElement('div'))`);
    await reader.page.mouse.click(trash.x, trash.y);
    // Whatever became of the click, each passage is there, in the trash at most.
    const after = await kept();
    expect(
      after.map(({ id }) => id),
      trick,
    ).toEqual(ids);
    await reader.page.reload();
    for (const { id, deleted } of await kept()) {
      if (deleted !== null)
        await askBackground(own, 'change-highlight', { entry: crypto.randomUUID(), id, edit: { kind: 'restore' } });
    }
  }
  await own.close();
  await reader.leave();
});

describe('a page that looks for the extension', () => {
  /** How many of the addresses answer the page in any way. */
  const answering = (reader: Reader, addresses: readonly string[]): Promise<number> =>
    reader.page.evaluate(async (all) => {
      const loads = (element: HTMLElement, set: () => void): Promise<boolean> =>
        new Promise((resolve) => {
          element.addEventListener('load', () => resolve(true));
          element.addEventListener('error', () => resolve(false));
          set();
          document.head.append(element);
        });
      const tries = all.map(async (address) => {
        // oxlint-disable-next-line no-restricted-globals -- the page asks
        const fetched = await fetch(address, { mode: 'no-cors' }).then(
          () => true,
          () => false,
        );
        const image = new Image();
        const sheet = document.createElement('link');
        sheet.rel = 'stylesheet';
        const script = document.createElement('script');
        script.type = 'module';
        const others = await Promise.all([
          loads(image, () => (image.src = address)),
          loads(sheet, () => (sheet.href = address)),
          loads(script, () => (script.src = address)),
        ]);
        return fetched || others.includes(true);
      });
      return (await Promise.all(tries)).filter(Boolean).length;
    }, addresses);

  test('is answered by none of its files, and by a leaky build’s', async ({ news, hostile, leaky }) => {
    const files = [...(await readFolder(`dist/test-${inject('target')}`, '', () => true)).keys()];
    expect(files.length).toBeGreaterThan(20);
    const spying = await openHostilePage({ news, running: hostile }, 'files.example');
    expect(
      await answering(
        spying,
        files.map((file) => hostile.address(file)),
      ),
    ).toBe(0);
    await spying.leave();
    const served = await openHostilePage({ news, running: leaky }, 'served.example');
    expect(
      await answering(
        served,
        files.map((file) => leaky.address(file)),
      ),
    ).toBeGreaterThan(20);
    await served.leave();
  });

  test('sees no change to a page in which nothing is known', async ({ news, hostile }) => {
    const watch = `<script>
      globalThis.changes = -1;
      addEventListener('load', () => {
        globalThis.changes = 0;
        new MutationObserver((all) => (globalThis.changes += all.length))
          .observe(document, { subtree: true, childList: true, attributes: true, characterData: true });
      });
    </script>`;
    const watched = (story: typeof STORY): string =>
      page(story, `${watch}<article><h1>${story.title}</h1><p>${story.paragraphs.join('</p><p>')}</p></article>`);
    const address = 'https://plain.example/pool';
    news.publish('plain.example/pool', watched(STORY_WITHOUT_MENTIONS));
    const own = await hostile.openOwnPage('options/options.html');
    const pageOf = await hostile.browser.newPage();
    await pageOf.goto(address);
    const tab = await tabOf(own, address);
    await until('the page read', async () => (await askBackground(own, 'article-in-tab', { tab })).article !== null);
    const seen = await pageOf.evaluate(() => ({
      changes: Reflect.get(globalThis, 'changes') as number,
      hosts: document.querySelectorAll('dateline-host').length,
      registered: CSS.highlights.size,
    }));
    expect(seen).toEqual({ changes: 0, hosts: 0, registered: 0 });
    await pageOf.close();
    await own.close();
  });
});
