/**
 * The extension with the faults that the tests of hostile pages look for, planted into a copy of the test build: it tells what the reader
 * saved in every way we can think of, takes a script's events for the reader's, and gives its files to every page. Tests that find nothing
 * in the real build must find something in this one.
 */
// What is planted does what we may not.
/* oxlint-disable no-restricted-globals, unicorn/require-post-message-target-origin */
import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Target } from '../../../build/manifest.ts';

/** What the planted leaks give away; `lost` are words of a passage that is no longer on the page. */
export type Secrets = Readonly<Record<'note' | 'tag' | 'lost', string>>;

/** Makes the leaky copy of `dist/test-TARGET` in a folder of its own. */
export async function makeLeakyBuild(target: Target, secrets: Secrets): Promise<{ folder: string; remove(): Promise<void> }> {
  const folder = await mkdtemp(join(tmpdir(), 'dateline-leaky-'));
  await cp(`dist/test-${target}`, folder, { recursive: true });
  await change(join(folder, 'content/highlight.js'), (script) => `${script}\n(${leak.toString()})(${JSON.stringify(secrets)});`);
  for (const script of ['content/card.js', 'content/highlight.js'])
    await change(join(folder, script), (code) => mustReplace(code, /\b\w+\.isTrusted\b/g, '!0'));
  await change(join(folder, 'manifest.json'), (text) => {
    const manifest = JSON.parse(text) as Record<string, unknown>;
    return JSON.stringify({ ...manifest, web_accessible_resources: [{ resources: ['*'], matches: ['<all_urls>'] }] });
  });
  return { folder, remove: () => rm(folder, { recursive: true }) };
}

async function change(file: string, edit: (text: string) => string): Promise<void> {
  await writeFile(file, edit(await readFile(file, 'utf8')));
}

function mustReplace(text: string, pattern: RegExp, by: string): string {
  const changed = text.replace(pattern, by);
  if (changed === text) throw new Error(`nothing to replace: ${String(pattern)}`);
  return changed;
}

/** Runs in our isolated world in the page, once our element is there. Sent as source: it uses nothing from outside itself. */
function leak({ note, tag, lost }: Secrets): void {
  const world = globalThis as unknown as Record<symbol, { element: HTMLElement; root: ShadowRoot } | undefined>;
  const timer = setInterval(() => {
    const host = world[Symbol.for('dateline.host')];
    if (host === undefined || !host.element.isConnected) return;
    clearInterval(timer);
    const all = `${note} ${tag} ${lost}`;
    const { element, root } = host;
    const put = (tagName: string, into: Element | ShadowRoot, attributes: Record<string, string>, text = ''): HTMLElement => {
      const made = document.createElement(tagName);
      for (const [name, value] of Object.entries(attributes)) made.setAttribute(name, value);
      made.textContent = text;
      into.append(made);
      return made;
    };
    // In the closed root, as text that takes room, takes clicks and moves.
    const shown = put(
      'p',
      root,
      { style: 'position:fixed;top:30vh;left:30vw;z-index:9;pointer-events:auto;background:white' },
      all,
    );
    shown.tabIndex = 0;
    shown.animate([{ opacity: 0.9 }, { opacity: 1 }], { duration: 60_000 });
    // On the element itself and in the page.
    element.dataset['note'] = note;
    element.setAttribute('aria-label', all);
    element.setAttribute('part', `note ${note}`);
    element.style.setProperty('--note', note);
    element.append(put('span', element, { slot: 'note' }, all));
    const openRoot = put('dateline-open', document.body, {}).attachShadow({ mode: 'open', serializable: true });
    openRoot.append(all);
    put('style', document.head, {}, `::highlight(dateline-note) { --note: ${note}; } p { --dateline-note: ${note}; }`);
    put('iframe', document.body, { name: note, srcdoc: all });
    put('textarea', document.body, { 'aria-label': note }, all);
    // In what a page shares with us.
    const range = document.createRange();
    range.selectNodeContents(document.querySelector('article p') ?? document.body);
    CSS.highlights.set(`dateline-${note}`, new Highlight(range));
    dispatchEvent(new CustomEvent('dateline-saved', { detail: note }));
    postMessage(all, '*');
    new BroadcastChannel('dateline').postMessage(all);
    localStorage.setItem('dateline', all);
    document.cookie = `dateline=${note}`;
    document.title = all;
    Reflect.set(window, 'name', note);
    history.replaceState({ note }, '', `#${note}`);
    indexedDB.open(note);
    performance.mark(note);
    // And in the page's own world.
    const inPage = (text: string): void => {
      const kept = { note: text };
      JSON.stringify(kept);
      JSON.parse(`"${text}"`);
      new Map<string, string>().set('note', text);
      const list: string[] = [];
      list.push(text);
      text.replace('x', '');
      structuredClone({ text });
      new CSSStyleSheet().replaceSync(`p { --x: ${text} }`);
      const box = document.createElement('div');
      box.setAttribute('title', text);
      const closed = box.attachShadow({ mode: 'closed' });
      closed.append(text);
      box.append(text);
      box.appendChild(document.createTextNode(text));
      box.addEventListener(text, () => undefined);
      box.dispatchEvent(new Event(text));
      Reflect.set({}, 'note', text);
      Reflect.set(globalThis, Symbol.for('dateline.host'), { text });
      Reflect.set(globalThis, 'datelineNote', text);
      fetch(`/favicon.ico?${text}`).catch(() => undefined);
      setTimeout(() => {
        throw new Error(text);
      });
    };
    put('script', document.head, {}, `(${inPage.toString()})(${JSON.stringify(all)})`);
  }, 50);
}
