/**
 * The one element Dateline adds to a page: a closed shadow root at the end of the document, there only while something stands in it.
 * Two scripts of ours use it, the one that draws highlights and the one with the card, each a part of its own.
 */
import { OWN_HOST } from '../../src/page/own-host.ts';
import { ownElement, type OwnElement } from './own-element.ts';
import hostCss from './own-host.css';

/** What one script puts into the host. */
export interface HostPart {
  /** Everything of this part stands in it. */
  readonly box: HTMLElement;
  readonly root: ShadowRoot;
  /** Puts the host into the page, also after the page took it out. */
  show(): void;
  /** This part has nothing to show: without another the host leaves the page. */
  hide(): void;
  /** Whether it stands in the page. */
  isShown(): boolean;
}

/** Makes a part, styled by these sheets beside the host's own. Its box is in the root from now on, the host in the page once it is shown. */
export function hostPart(styles: readonly string[]): HostPart {
  const { root } = theHost();
  return partIn(root, styles);
}

/**
 * The same in a closed root of its own. In Firefox a page comes by the root in which the reader's selection or pointer is: text and buttons
 * lead there, so what a page must not see stands beside them behind a second wall.
 */
export function sealedPart(styles: readonly string[]): HostPart {
  const holder = document.createElement('div');
  theHost().root.append(holder);
  return partIn(holder.attachShadow({ mode: 'closed' }), styles);
}

function theHost(): OwnElement {
  return ownElement(makeHost);
}

function partIn(root: ShadowRoot, styles: readonly string[]): HostPart {
  const { element, shown } = theHost();
  root.adoptedStyleSheets = [...root.adoptedStyleSheets, ...styles.map(sheetOf)];
  const box = document.createElement('div');
  root.append(box);
  return {
    box,
    root,
    show() {
      shown.add(box);
      if (!element.isConnected) document.documentElement.append(element);
    },
    hide() {
      shown.delete(box);
      if (box.matches(':popover-open')) box.hidePopover();
      if (shown.size === 0) element.remove();
    },
    isShown: () => shown.has(box) && element.isConnected,
  };
}

/**
 * Made in a document that belongs to no window: in the page's own, a class that the page registered for this name would be its constructor,
 * and its `ElementInternals` hold our root (HTML, 4.13.7). What gets its root before it gets such a class keeps it to itself.
 */
function makeHost(): OwnElement {
  const element = document.implementation.createHTMLDocument('').createElement(OWN_HOST);
  const root = element.attachShadow({ mode: 'closed' });
  // Style sheets are one document's.
  document.adoptNode(element);
  root.adoptedStyleSheets = [sheetOf(hostCss)];
  return { element, root, shown: new Set() };
}

function sheetOf(text: string): CSSStyleSheet {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(text);
  return sheet;
}
