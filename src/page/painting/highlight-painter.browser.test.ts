import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import boxesCss from '../../../extension/content/highlights/boxes.css?inline';
import { type HighlightMark, HighlightPainter } from './highlight-painter.ts';
import type { LineBox } from './line-boxes.ts';
import { Snapshot } from '../snapshot.ts';

/** Pixels by which a drawn edge may lie beside the text's. */
const TOLERANCE = 1;
const WORDS = 'The foreign ministers met again in Sochi on Monday to speak about the road that joins Aleppo and Latakia. ';
const ARABIC = 'التقى وزيرا الخارجية مجددا في سوتشي يوم الاثنين لبحث الطريق الذي يصل حلب باللاذقية. ';

let ended = new AbortController();
let box: HTMLElement;
let host: HTMLElement;
let painter: HighlightPainter;

beforeEach(() => {
  ended = new AbortController();
  host = document.createElement('dateline-host');
  host.style.cssText = 'all: initial; position: absolute; top: 0; left: 0';
  const root = host.attachShadow({ mode: 'open' });
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(boxesCss);
  root.adoptedStyleSheets = [sheet];
  box = document.createElement('div');
  root.append(box);
  painter = new HighlightPainter(
    { box, show: () => document.documentElement.append(host), hide: () => host.remove(), isShown: () => host.isConnected },
    ended.signal,
  );
});

afterEach(() => {
  ended.abort();
  document.body.replaceChildren();
  document.body.removeAttribute('style');
  document.documentElement.removeAttribute('style');
  scrollTo(0, 0);
});

const drawn = (): LineBox[] => [...box.querySelectorAll('.passage > div')].map((line) => edges(line.getBoundingClientRect()));
const edges = ({ left, top, right, bottom }: DOMRect): LineBox => ({ left, top, right, bottom });

/** Reads the page and draws a passage over the whole text of the marked elements. */
function paint(html: string, options: Partial<HighlightMark> = {}): HTMLElement {
  const root = document.createElement('main');
  root.setHTMLUnsafe(html);
  document.body.replaceChildren(root);
  show(root, options);
  const first = root.querySelector<HTMLElement>('.marked');
  if (first === null) throw new Error('nothing marked');
  return first;
}

function show(root: Element, options: Partial<HighlightMark> = {}): void {
  const snapshot = new Snapshot(root, () => undefined);
  for (const reading = snapshot.update(); reading.next().done !== true; );
  const parts = snapshot.blocks
    .filter(({ content }) => content.box.closest('.marked') !== null)
    .map(({ content }) => ({ block: content, start: 0, end: content.text.length }));
  painter.show([{ id: 'passage-1', colour: 'yellow', approximate: false, parts, ...options }]);
}

/** The boxes of an element's text as the browser tells them, joined line by line. */
function linesOf(element: Element): LineBox[] {
  const range = document.createRange();
  range.selectNodeContents(element);
  const lines: LineBox[] = [];
  const rects = [...range.getClientRects()].filter(({ width }) => width > 0).map(edges);
  for (const rect of rects) {
    const at = lines.findIndex(
      (line) => Math.abs(line.top - rect.top) < 8 && rect.left <= line.right + 2 && line.left <= rect.right + 2,
    );
    const line = lines[at];
    if (line === undefined) lines.push(rect);
    else
      lines[at] = {
        left: Math.min(line.left, rect.left),
        top: Math.min(line.top, rect.top),
        right: Math.max(line.right, rect.right),
        bottom: Math.max(line.bottom, rect.bottom),
      };
  }
  return lines;
}

/** Waits until the boxes stand where the text stands. */
async function expectOnText(element: Element): Promise<void> {
  await vi.waitFor(() => {
    const now = drawn();
    const wanted = linesOf(element);
    expect(wanted.length).toBeGreaterThan(0);
    expect(now).toHaveLength(wanted.length);
    for (const [at, line] of wanted.entries()) {
      const found = now[at];
      for (const edge of ['left', 'top', 'right', 'bottom'] as const)
        expect(
          Math.abs((found?.[edge] ?? NaN) - line[edge]),
          `${edge} of line ${at + 1}: ${found?.[edge]} for ${line[edge]}`,
        ).toBeLessThanOrEqual(TOLERANCE);
    }
  });
}

const LONG = `<p class="marked" style="width: 400px">${WORDS.repeat(3)}</p>`;

describe('boxes stand on the text', () => {
  test.each([
    ['over several lines', LONG],
    ['from right to left', `<p class="marked" dir="rtl" lang="ar" style="width: 300px">${ARABIC.repeat(3)}</p>`],
    ['in two directions at once', `<p class="marked" style="width: 300px">Text ${ARABIC} and 12 more ${ARABIC}</p>`],
    ['in columns', `<div style="columns: 3; width: 900px"><p class="marked">${WORDS.repeat(6)}</p></div>`],
    [
      'with links, bold words and notes',
      `<p class="marked" style="width: 300px">One <a href="#">linked</a> <b>bold</b> word<sup>2</sup>. ${WORDS}</p>`,
    ],
    ['under a scaled box', `<div style="transform: scale(1.4); transform-origin: 0 0">${LONG}</div>`],
    ['in a zoomed box', `<div style="zoom: 1.5">${LONG}</div>`],
    ['in a fixed box', `<div style="position: fixed; top: 40px; left: 30px">${LONG}</div>`],
    ['in a box with a border that scrolls', `<div style="overflow: auto; height: 300px; border: 7px solid">${LONG}</div>`],
    ['in a box scaled and scrolled', `<div style="overflow: auto; height: 300px; transform: scale(0.8)">${LONG}</div>`],
    [
      'in a shadow tree',
      `<div><template shadowrootmode="open"><style>p { margin: 30px }</style><slot></slot></template>${LONG}</div>`,
    ],
  ])('%s', async (_name, html) => {
    await expectOnText(paint(html));
  });

  test('in a document whose root is positioned, padded and zoomed', async () => {
    document.documentElement.style.cssText = 'position: relative; margin: 20px; padding: 15px; zoom: 1.25';
    await expectOnText(paint(LONG));
  });
});

describe('boxes stay on the text', () => {
  test.each<[string, string, (marked: HTMLElement) => void]>([
    ['when its box gets narrower', LONG, (marked) => (marked.style.width = '250px')],
    ['when the letters grow', LONG, (marked) => (marked.style.fontSize = '25px')],
    [
      'when something grows above it',
      `<div id="above"></div>${LONG}`,
      () => (document.querySelector<HTMLElement>('#above') ?? document.body).style.setProperty('height', '180px'),
    ],
    [
      'when a picture above it has loaded, in a box that scrolls',
      `<div style="overflow: auto; height: 400px"><div><img id="picture">${LONG}</div></div>`,
      () => {
        const picture = document.querySelector('img');
        if (picture !== null)
          picture.src = `data:image/svg+xml,${encodeURIComponent('<svg xmlns="http://www.w3.org/2000/svg" width="90" height="140"/>')}`;
      },
    ],
    [
      'when its box scrolls',
      `<div class="scroller" style="overflow: auto; height: 220px">${LONG}<div style="height: 900px"></div></div>`,
      scrollIt,
    ],
    [
      'when a box in a box scrolls',
      `<div style="overflow: auto; height: 320px; padding: 9px"><p>${WORDS.repeat(5)}</p><div class="scroller" style="overflow: auto; height: 220px; border: 3px solid">${LONG}<div style="height: 900px"></div></div></div>`,
      scrollIt,
    ],
    ['when the page scrolls', `${LONG}<div style="height: 3000px"></div>`, () => scrollTo(0, 60)],
    [
      'when the page scrolls under a fixed text',
      `<div style="position: fixed; top: 40px; left: 30px">${LONG}</div><div style="height: 3000px"></div>`,
      () => scrollTo(0, 300),
    ],
    [
      'when the page scrolls past a sticky text',
      `<div style="height: 50px"></div><div style="position: sticky; top: 10px">${LONG}</div><div style="height: 3000px"></div>`,
      () => scrollTo(0, 400),
    ],
    [
      'after it has slid in',
      `<div style="transition: translate 80ms; translate: 0 100px">${LONG}</div>`,
      (marked) => (marked.parentElement ?? marked).style.setProperty('translate', '40px 0'),
    ],
    [
      'when what hid it opens',
      `<details><summary>More</summary>${LONG}</details>`,
      () => document.querySelector('details')?.setAttribute('open', ''),
    ],
  ])('%s', async (name, html, change) => {
    const marked = paint(html);
    if (!name.includes('opens')) await expectOnText(marked);
    change(marked);
    if (name.includes('opens')) show(document.querySelector('main') ?? document.body);
    await expectOnText(marked);
  });

  function scrollIt(): void {
    document.querySelector('.scroller')?.scrollBy(0, 70);
  }
});

describe('what cannot be seen is not drawn', () => {
  test('lines scrolled out of a box are clipped as the text is', async () => {
    const marked = paint(`<div class="scroller" style="overflow: auto; height: 60px; width: 420px">${LONG}</div>`);
    await expectOnText(marked);
    const frame = box.querySelector('.frame')?.getBoundingClientRect();
    const scroller = marked.parentElement;
    expect(frame?.height).toBe(scroller?.clientHeight);
    expect(frame && getComputedStyle(box.querySelector('.frame') ?? box).overflow).toBe('hidden');
  });

  test('far from the view nothing is there, and the host is not in the page', async () => {
    paint(`<div style="height: 9000px"></div>${LONG}`);
    await vi.waitFor(() => expect(drawn()).toEqual([]));
    expect(host.isConnected).toBe(false);
    scrollTo(0, 8900);
    await vi.waitFor(() => expect(drawn().length).toBeGreaterThan(0));
    scrollTo(0, 0);
    await vi.waitFor(() => expect(host.isConnected).toBe(false));
  });

  test('of a thousand passages, only those near the view', async () => {
    const root = document.createElement('main');
    root.setHTMLUnsafe(Array.from({ length: 1000 }, (_, at) => `<p class="marked">${at} ${WORDS}</p>`).join(''));
    document.body.replaceChildren(root);
    const snapshot = new Snapshot(root, () => undefined);
    for (const reading = snapshot.update(); reading.next().done !== true; );
    painter.show(
      snapshot.blocks.map(({ id, content }) => ({
        id: `passage-${id}`,
        colour: 'blue',
        approximate: false,
        parts: [{ block: content, start: 0, end: 20 }],
      })),
    );
    await vi.waitFor(() => expect(drawn().length).toBeGreaterThan(10));
    expect(drawn().length).toBeLessThan(150);
  });

  test('taken away with the signal', async () => {
    paint(LONG);
    await vi.waitFor(() => expect(drawn().length).toBeGreaterThan(0));
    ended.abort();
    expect(host.isConnected).toBe(false);
    expect(drawn()).toEqual([]);
  });
});

describe('how it looks', () => {
  test.each([
    ['dark letters are drawn over darker', 'color: #222', 'on-light', 'multiply'],
    ['light letters are drawn over lighter', 'color: #eee; background: #111', 'on-dark', 'screen'],
  ])('%s', async (_name, style, tone, blend) => {
    paint(`<div style="${style}">${LONG}</div>`);
    await vi.waitFor(() => expect(box.querySelector(`.layer.${tone}`)).not.toBeNull());
    expect(getComputedStyle(box.querySelector('.layer') ?? box).mixBlendMode).toBe(blend);
  });

  test.each<[string, Partial<HighlightMark>, string]>([
    ['placed exactly', { colour: 'pink' }, 'passage pink'],
    ['placed approximately', { approximate: true }, 'passage yellow approximate'],
  ])('%s', async (_name, options, classes) => {
    paint(LONG, options);
    await vi.waitFor(() => expect(box.querySelector('.passage')?.className).toBe(classes));
  });

  test.each([
    ['in the flow', 'position: static', '0'],
    ['raised', 'position: relative; z-index: 7', '7'],
    ['raised inside a box that is not', 'isolation: isolate', '0'],
  ])('at the height of its text: %s', async (_name, style, level) => {
    paint(
      `<div style="${style}"><div style="position: relative; ${style.startsWith('isolation') ? 'z-index: 9' : ''}">${LONG}</div></div>`,
    );
    await vi.waitFor(() => expect(box.querySelector<HTMLElement>('.layer')?.style.zIndex).toBe(level));
  });

  test('holds no text', async () => {
    paint(LONG);
    await vi.waitFor(() => expect(drawn().length).toBeGreaterThan(0));
    expect(box.textContent).toBe('');
  });
});
