/**
 * A news page whose own scripts spy on whoever reads it: traps laid before any other script ran, and probes it runs when told to. What it
 * found is asked for by `spied()`, text by text: a secret that shows in one of them has leaked.
 */
// A page that attacks does what we may not.
/* oxlint-disable no-extend-native */
import { layProbes, type Notebook } from './hostile-probes.ts';
import { page, type Story } from './story.ts';

/** What the page's scripts learned, by the name of the trap or probe. */
export type Spied = Readonly<Record<string, string>>;

/** What is global in such a page. */
export interface HostilePage {
  /** Runs every probe and gives what they and the traps have seen since the page was opened. */
  spied(): Promise<Spied>;
}

/** The article on a page that spies. */
export function hostilePage(story: Story): string {
  const article = `<h1>${story.title}</h1>${story.paragraphs.map((text) => `<p>${text}</p>`).join('\n')}`;
  return page(
    story,
    `<script>(${layProbes.toString()})((${layTraps.toString()})())</script><main><article>${article}</article></main><textarea id="notepad" rows="1"></textarea>`,
  );
}

/** Runs in the page, before its article is there. Sent as source: it uses nothing from outside itself. */
function layTraps(): Notebook {
  // Its own source would be found wherever the page's is.
  document.currentScript?.remove();
  const seen = new Map<string, Set<string>>();
  const { stringify } = JSON;
  const { add } = Set.prototype;
  const { get, set } = Map.prototype;
  const LONGEST = 20_000;
  let busy = false;

  /** Everything that can be read off a value: of a node also the tree it is in, where that is a shadow tree. */
  const readOff = (value: unknown, depth = 0): string => {
    if (value instanceof ShadowRoot) return `shadow ${value.innerHTML}`;
    if (value instanceof Element) return value.outerHTML + treeOf(value);
    if (value instanceof Node) return `${value.textContent ?? ''}${treeOf(value)}`;
    if (value instanceof AbstractRange)
      return `${readOff(value.startContainer)} ${value instanceof Range ? value.toString() : ''}`;
    if (value instanceof Error) return `${value.message} ${value.stack ?? ''}`;
    if (typeof value === 'object' && value !== null && depth < 2) {
      const parts: string[] = [];
      for (const key of Object.keys(value)) parts[parts.length] = `${key} ${readOff(Reflect.get(value, key), depth + 1)}`;
      return `${parts.join(' ')} ${value instanceof Event ? '' : stringify(value)}`;
    }
    return String(value);
  };
  const treeOf = (node: Node): string => {
    const root = node.getRootNode();
    return root instanceof ShadowRoot ? ` shadow ${root.innerHTML}` : '';
  };
  const note = (name: string, ...values: unknown[]): void => {
    if (busy) return;
    busy = true;
    try {
      let texts = get.call(seen, name) as Set<string> | undefined;
      if (texts === undefined) set.call(seen, name, (texts = new Set()));
      for (const value of values) add.call(texts, readOff(value).slice(0, LONGEST));
    } catch {
      // What cannot be read is no find.
    } finally {
      busy = false;
    }
  };

  // Traps: everything a script might use, in the page's own world.
  const patch = (name: string, owner: object, key: string): void => {
    const original: unknown = Reflect.get(owner, key);
    if (typeof original !== 'function') return;
    Object.defineProperty(owner, key, {
      configurable: true,
      writable: true,
      value(this: unknown, ...args: unknown[]): unknown {
        const given: unknown = Reflect.apply(original, this, args);
        note(name, ...args, given instanceof ShadowRoot ? given : '');
        return given;
      },
    });
  };
  patch('patched attachShadow', Element.prototype, 'attachShadow');
  patch('patched setAttribute', Element.prototype, 'setAttribute');
  patch('patched appendChild', Node.prototype, 'appendChild');
  patch('patched append', Element.prototype, 'append');
  patch('patched dispatchEvent', EventTarget.prototype, 'dispatchEvent');
  patch('patched addEventListener', EventTarget.prototype, 'addEventListener');
  patch('patched JSON.stringify', JSON, 'stringify');
  patch('patched JSON.parse', JSON, 'parse');
  patch('patched Map.set', Map.prototype, 'set');
  patch('patched Array.push', Array.prototype, 'push');
  patch('patched String.replace', String.prototype, 'replace');
  patch('patched structuredClone', globalThis, 'structuredClone');
  patch('patched replaceSync', CSSStyleSheet.prototype, 'replaceSync');
  patch('patched postMessage', globalThis, 'postMessage');
  patch('patched fetch', globalThis, 'fetch');
  for (const key of ['note', 'tags', 'anchor'])
    Object.defineProperty(Object.prototype, key, {
      configurable: true,
      set(this: object, value: unknown) {
        note('setters on Object.prototype', value);
        Object.defineProperty(this, key, { configurable: true, enumerable: true, writable: true, value });
      },
    });
  for (const name of ['dateline.host', 'dateline.session', 'dateline.cards'])
    Object.defineProperty(globalThis, Symbol.for(name), {
      configurable: true,
      set(value: unknown) {
        note('the symbols of ours on the page’s global', value);
      },
    });
  customElements.define(
    'dateline-host',
    class extends HTMLElement {
      constructor() {
        super();
        const internals = this.attachInternals();
        let looks = 0;
        const timer = setInterval(() => {
          if (internals.shadowRoot !== null) note('our element defined as the page’s own', internals.shadowRoot);
          if (++looks > 400) clearInterval(timer);
        }, 25);
      }
    },
  );

  // Listeners.
  const listen = (name: string, target: EventTarget, types: string, read: (event: Event) => unknown[]): void => {
    for (const type of types.split(' ')) target.addEventListener(type, (event) => note(name, ...read(event)), true);
  };
  /** Of an event, also what only Firefox tells. */
  const NODES = 'target originalTarget explicitOriginalTarget relatedTarget rangeParent currentTarget source'.split(' ');
  const nodes = (event: Event): unknown[] => [...event.composedPath(), ...NODES.map((key) => Reflect.get(event, key) as unknown)];
  const inTrees = (event: Event): unknown[] =>
    nodes(event).filter(
      (one) => one instanceof Node && (one.getRootNode() instanceof ShadowRoot || one.nodeName.startsWith('DATELINE')),
    );
  listen(
    'pointer events',
    globalThis,
    'pointerdown pointermove pointerover pointerout click mouseover mousedown contextmenu',
    inTrees,
  );
  listen('key events', globalThis, 'keydown keypress keyup beforeinput input', inTrees);
  listen('focus events', globalThis, 'focus blur focusin focusout', inTrees);
  listen('animation events', globalThis, 'animationstart animationend transitionrun transitionend', inTrees);
  listen('toggle and scroll events', globalThis, 'beforetoggle toggle scroll scrollend slotchange', inTrees);
  listen('events with our words', globalThis, 'dateline dateline-saved note', (event) => [
    (event as CustomEvent<unknown>).detail,
  ]);
  listen('messages to the window', globalThis, 'message', (event) => [(event as MessageEvent<unknown>).data]);
  listen('storage events', globalThis, 'storage', (event) => [(event as StorageEvent).newValue]);
  listen('errors', globalThis, 'error unhandledrejection', (event) => [
    (event as ErrorEvent).message,
    (event as ErrorEvent).error,
    (event as PromiseRejectionEvent).reason,
  ]);
  listen('copy, drag and paste', globalThis, 'copy cut paste dragstart drop', (event) => {
    const data = (event as ClipboardEvent).clipboardData ?? (event as DragEvent).dataTransfer;
    return [data?.getData('text/plain'), data?.getData('text/html'), getSelection()?.toString()];
  });
  listen('printing', globalThis, 'beforeprint afterprint', () => [document.documentElement.outerHTML]);
  new BroadcastChannel('dateline').addEventListener('message', ({ data }: MessageEvent<unknown>) => note('broadcasts', data));
  new MutationObserver((changes) => {
    for (const { target, addedNodes, attributeName } of changes) {
      if (attributeName !== null && target instanceof Element)
        note('mutations of attributes', target.getAttribute(attributeName));
      for (const node of addedNodes) if (node instanceof Element) note('mutations of the tree', node);
    }
  }).observe(document, { subtree: true, childList: true, attributes: true, characterData: true });
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries()) {
      note('performance entries', entry.name);
      for (const key of ['element', 'target', 'node']) note('nodes in performance entries', Reflect.get(entry, key));
      for (const source of (Reflect.get(entry, 'sources') as { node: unknown }[] | undefined) ?? [])
        note('nodes in performance entries', source.node);
    }
  }).observe({ entryTypes: PerformanceObserver.supportedEntryTypes.filter((type) => type !== 'first-input') });
  return { seen, note, readOff };
}
