/** Notices that a living page changed: its nodes, or its address without a load. One observer, whatever the page does. */
import { OWN_HOST } from '../../src/page/own-host.ts';

/** Attributes that can show or hide text, or move it into another slot. */
const SHOWING_ATTRIBUTES = ['class', 'style', 'hidden', 'open', 'aria-hidden', 'inert', 'contenteditable', 'slot'];

/** What is told about changes. Called synchronously for each record, so cheap on purpose. */
export interface PageChanges {
  /** A node's text, children or (`restyled`) attributes changed. */
  onTouch(node: Node, restyled: boolean): void;
  /** After a batch of touches, or when the address changed. */
  onChange(): void;
  /** An element like ours came or went. */
  onHost(): void;
}

/** Watches a document until `signal` aborts. */
export class PageWatch {
  readonly #observer: MutationObserver;
  readonly #roots = new WeakSet<Node>();
  #address = location.href;

  constructor(document: Document, changes: PageChanges, signal: AbortSignal) {
    this.#observer = new MutationObserver((records) => {
      let touched = this.#hasMoved();
      for (const record of records) {
        if (isOurs(record)) {
          changes.onHost();
          continue;
        }
        changes.onTouch(record.target, record.type === 'attributes');
        touched = true;
      }
      if (touched) changes.onChange();
    });
    const onAddress = (): void => {
      if (this.#hasMoved()) changes.onChange();
    };
    this.watch(document);
    // Both, since a site may use either and neither tells of the other; mutations catch what is left.
    navigation.addEventListener('currententrychange', onAddress, { signal });
    addEventListener('popstate', onAddress, { signal });
    signal.addEventListener('abort', () => this.#observer.disconnect(), { once: true });
  }

  /** Watches another tree as well: an open shadow root. */
  watch(root: Document | ShadowRoot): void {
    if (this.#roots.has(root)) return;
    this.#roots.add(root);
    this.#observer.observe(root, { subtree: true, childList: true, characterData: true, attributeFilter: SHOWING_ATTRIBUTES });
  }

  #hasMoved(): boolean {
    if (location.href === this.#address) return false;
    this.#address = location.href;
    return true;
  }
}

/** Whether a record tells of nothing but our own host coming or going. */
function isOurs({ target, type, addedNodes, removedNodes }: MutationRecord): boolean {
  const isHost = (node: Node): boolean => node instanceof Element && node.localName === OWN_HOST;
  return isHost(target) || (type === 'childList' && [...addedNodes, ...removedNodes].every(isHost));
}
