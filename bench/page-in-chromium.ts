/** Entry of the page's side of `bench/page.ts`: makes a page of news and treats it in one of several ways. */
import Mark from 'mark.js';
import type { Mention } from '../src/facts/mention.ts';

/** Names that stand in the page, one in every third paragraph. */
const NAMES = ['Idlib', 'Putin', 'Moscow', 'Ankara', 'Sochi', 'Damascus', 'Kremlin', 'Syria'];
const TEXT_NODES_IN_PARAGRAPH = 5;

/** How a page is treated. `nothing` is what the page costs by itself. */
export const TREATMENTS = ['nothing', 'walk only', 'Dateline', 'Dateline, nothing found', 'mark.js'] as const;
/** One of {@link TREATMENTS}. */
export type Treatment = (typeof TREATMENTS)[number];

/** What the page offers to the suite. */
export interface InPage {
  /** Fills the page with about so many text nodes; `withNames` says whether anything in it can be found. */
  fill(textNodes: number, withNames: boolean): Promise<void>;
  /** Treats the page and waits until it is quiet again; gives the number of things marked and the sum of layout shifts. */
  treat(treatment: Treatment): Promise<{ marked: number; layoutShift: number }>;
  /** Goes through {@link CHANGES_A_SECOND} changes of its nodes a second for so many seconds; resolves when it is quiet again. */
  storm(kind: Storm, seconds: number): Promise<void>;
}

/** How a page changes: `churn` writes, adds and removes and stays as long as it was; `feed` adds paragraphs without end. */
export type Storm = 'churn' | 'feed';
const CHANGES_A_SECOND = 1000;
const TICK_MS = 10;

function paragraph(at: number, withNames: boolean): HTMLElement {
  const element = document.createElement('p');
  const name = withNames && at % 3 === 0 ? (NAMES[(at / 3) % NAMES.length] ?? '') : 'the town';
  const link = Object.assign(document.createElement('a'), { href: '#', textContent: `the statement of day ${at}` });
  const bold = Object.assign(document.createElement('b'), { textContent: 'civilians' });
  element.append(`The talks about ${name} went on, as `, link, ' said, while ', bold, ` fled from the north in number ${at}.`);
  return element;
}

/** Resolves once the page has painted and had nothing to do. */
async function quiet(): Promise<void> {
  for (let i = 0; i < 3; i++) await new Promise((resolve) => requestAnimationFrame(resolve));
  await new Promise((resolve) => requestIdleCallback(resolve));
}

function walk(): number {
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  let length = 0;
  while (walker.nextNode() !== null) length += (walker.currentNode as Text).data.length;
  return length;
}

function wrap(): number {
  let marked = 0;
  new Mark(document.body).markRegExp(/\b(Idlib|Putin|Moscow|Ankara|Sochi|Damascus|Kremlin|Syria)\b/g, { each: () => marked++ });
  return marked;
}

/** Runs in a worker, as the background runs in another process: its time is not the page's. */
function answerAsBackground(names: readonly string[]): void {
  interface Asked {
    number: number;
    envelope: { name: string; input: { blocks: { id: number; text: string }[]; more: boolean } };
  }
  addEventListener('message', ({ data: { number, envelope } }: MessageEvent<Asked>) => {
    const settings = { on: true, marks: 'all', open: 'hover', theme: 'site' };
    const mentions = (text: string): Mention[] =>
      names.flatMap((name) => {
        const start = text.indexOf(name);
        if (start === -1) return [];
        return [
          {
            start,
            end: start + name.length,
            id: `place/${name.toLowerCase()}`,
            kind: 'place',
            why: { form: name, evidence: 'name' },
          },
        ];
      });
    const recognise = (): object => ({
      kind: 'mentions',
      date: null,
      blocks: envelope.input.blocks
        .map(({ id, text }) => ({ id, mentions: mentions(text) }))
        .filter((block) => block.mentions.length > 0),
      briefings: [],
      known: [],
    });
    const output = envelope.name === 'page-opened' ? { settings } : envelope.name === 'recognise' ? recognise() : {};
    // oxlint-disable-next-line eslint/no-restricted-globals, unicorn/require-post-message-target-origin -- from a worker to its page
    postMessage({ number, isLast: envelope.name === 'recognise' && !envelope.input.more, reply: { ok: true, output } });
  });
}

const source = `(${answerAsBackground.toString()})(${JSON.stringify(NAMES)})`;
const worker = new Worker(URL.createObjectURL(new Blob([source])));

/** Starts the real content scripts over a worker that answers them; resolves when everything was told and answered, not yet painted. */
async function readWithDateline(): Promise<void> {
  const waiting = new Map<number, (reply: unknown) => void>();
  const finished = Promise.withResolvers<void>();
  worker.addEventListener('message', ({ data }: MessageEvent<{ number: number; isLast: boolean; reply: unknown }>) => {
    waiting.get(data.number)?.(data.reply);
    if (data.isLast) finished.resolve();
  });
  let number = 0;
  const sendMessage = (envelope: unknown): Promise<unknown> => {
    const answered = Promise.withResolvers<unknown>();
    waiting.set(++number, answered.resolve);
    // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a worker has no origin to name
    worker.postMessage({ number, envelope });
    return answered.promise;
  };
  Object.assign(globalThis, { browser: { runtime: { id: 'bench', sendMessage, onMessage: { addListener: () => {} } } } });
  await import('../extension/content/mark.ts');
  await import('../extension/content/read.ts');
  await finished.promise;
}

function painted(): number {
  return [...CSS.highlights].reduce((sum, [key, ranges]) => sum + (key.startsWith('dateline-mention-') ? ranges.size : 0), 0);
}

/** One change of the page; `at` counts them. */
function change(kind: Storm, at: number): void {
  const { body } = document;
  if (kind === 'feed') {
    // A change of the text makes as many records as a new paragraph, which would be a long page after half a minute.
    if (at % 10 === 0) body.append(paragraph(at, true));
    else body.lastElementChild?.firstChild?.replaceWith(`Report ${at} from Idlib: `);
    return;
  }
  const element = body.children[(at * 7919) % body.childElementCount];
  if (at % 4 === 0) body.prepend(paragraph(at, true));
  else if (at % 4 === 1) body.lastElementChild?.remove();
  else if (at % 4 === 2) element?.firstChild?.replaceWith(`The talks about Sochi went on for ${at} hours, as `);
  else element?.classList.toggle('seen');
}

const inPage: InPage = {
  async fill(textNodes, withNames) {
    const count = Math.round(textNodes / TEXT_NODES_IN_PARAGRAPH);
    document.body.append(...Array.from({ length: count }, (_, at) => paragraph(at, withNames)));
    await quiet();
  },
  async storm(kind, seconds) {
    const start = performance.now();
    let made = 0;
    await new Promise<void>((resolve) => {
      const tick = setInterval(() => {
        const elapsed = performance.now() - start;
        // A late tick makes up for what it missed, but for no more than a tenth of a second of it.
        const due = Math.min((elapsed / 1000) * CHANGES_A_SECOND, made + CHANGES_A_SECOND / 10);
        while (made < due) change(kind, ++made);
        if (elapsed < seconds * 1000) return;
        clearInterval(tick);
        resolve();
      }, TICK_MS);
    });
    await quiet();
  },
  async treat(treatment) {
    let layoutShift = 0;
    const shifts = new PerformanceObserver((list) => {
      for (const entry of list.getEntries()) layoutShift += (entry as PerformanceEntry & { value: number }).value;
    });
    shifts.observe({ type: 'layout-shift' });
    performance.mark('treatment');
    let marked = 0;
    if (treatment === 'walk only') marked = walk();
    else if (treatment === 'mark.js') marked = wrap();
    else if (treatment !== 'nothing') await readWithDateline();
    await quiet();
    shifts.disconnect();
    return { marked: marked + painted(), layoutShift };
  },
};
Object.assign(globalThis, { inPageHere: () => inPage });
