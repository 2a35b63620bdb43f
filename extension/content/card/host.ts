/**
 * The one element Dateline adds to a page: a closed shadow root in the top layer, made when a card is first shown. The page can hide it,
 * but not restyle what is in it, nor press its buttons with events it made up.
 */
import articleDayCss from '../../../src/ui/article-day.css';
import cardCss from '../../../src/ui/card.css';
import controlsCss from '../../../src/ui/controls.css';
import toastCss from '../../../src/ui/toast.css';
import tokensCss from '../../../src/ui/tokens.css';
import hostCss from './host.css';

const TAG = 'dateline-host';
/** What a reader does with a card. Events of these types that a script made (`isTrusted` false) are stopped before any component sees them. */
const READER_EVENTS =
  'click auxclick dblclick pointerdown pointermove pointerup pointerenter mousedown mouseup keydown keyup input change focusin focusout'.split(
    ' ',
  );
/** What the page need not hear of: its shortcuts and click-outside handlers would act on what was meant for the card. */
const KEPT_INSIDE = 'click auxclick dblclick mousedown mouseup pointerdown pointerup keydown keyup keypress input change'.split(
  ' ',
);

/** The element, open or not, and the box in it that components are rendered into. */
export interface Host {
  readonly box: HTMLElement;
  /** Puts the host above everything, also above what the site opened meanwhile. */
  raise(): void;
  /** Takes it out of the top layer, where it has nothing to show. */
  lower(): void;
  /** The element with the focus inside, or `null`. */
  focused(): Element | null;
  remove(): void;
}

/** Makes the host. Its root is closed and nobody else holds it. */
export function makeHost(): Host {
  const element = document.createElement(TAG);
  element.popover = 'manual';
  const root = element.attachShadow({ mode: 'closed' });
  root.adoptedStyleSheets = [hostCss, tokensCss, controlsCss, articleDayCss, cardCss, toastCss].map((text) => {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(text);
    return sheet;
  });
  const box = document.createElement('div');
  box.className = 'surface';
  root.append(box);
  for (const type of READER_EVENTS) root.addEventListener(type, refuseMadeUp, { capture: true });
  for (const type of KEPT_INSIDE) root.addEventListener(type, keepInside);
  return {
    box,
    raise() {
      if (!element.isConnected) document.documentElement.append(element);
      if (element.matches(':popover-open')) element.hidePopover();
      element.showPopover();
    },
    lower() {
      if (element.isConnected) element.hidePopover();
    },
    focused: () => root.activeElement,
    remove: () => element.remove(),
  };
}

function refuseMadeUp(event: Event): void {
  if (!event.isTrusted) event.stopImmediatePropagation();
}

function keepInside(event: Event): void {
  event.stopPropagation();
}
