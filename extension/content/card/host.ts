/**
 * The part of our element that cards, toolbars and toasts stand in: in the top layer, while there is something to show. The page can hide
 * it, but not restyle what is in it, nor press its buttons with events it made up.
 */
import articleDayCss from '../../../src/ui/article-day.css';
import cardCss from '../../../src/ui/card/card.css';
import controlsCss from '../../../src/ui/controls.css';
import highlightToolbarCss from '../../../src/ui/highlight/highlight-toolbar.css';
import toastCss from '../../../src/ui/toast.css';
import tokensCss from '../../../src/ui/tokens.css';
import { hostPart } from '../own-host.ts';
import hostCss from './host.css';

/** What a reader does with a card. Events of these types that a script made (`isTrusted` false) are stopped before any component sees them. */
const READER_EVENTS =
  'click auxclick dblclick pointerdown pointermove pointerup pointerenter mousedown mouseup keydown keyup input change focusin focusout'.split(
    ' ',
  );
/** What the page need not hear of: its shortcuts and click-outside handlers would act on what was meant for the card. */
const KEPT_INSIDE = 'click auxclick dblclick mousedown mouseup pointerdown pointerup keydown keyup keypress input change'.split(
  ' ',
);

/** The box of one user of the top layer, into which its components are rendered. */
export interface Host {
  readonly box: HTMLElement;
  /** Puts it above everything, also above what the site opened meanwhile. */
  raise(): void;
  /** It has nothing to show. */
  lower(): void;
  /** The element with the focus inside, or `null`. */
  focused(): Element | null;
  remove(): void;
}

let top: Top | undefined;

/** Makes a box in the top layer; nothing of it is in the page until it is raised. */
export function makeHost(): Host {
  return (top ??= new Top()).newHost();
}

/** One popover for all of them: two would cover each other by turns. */
class Top {
  readonly #part = hostPart([hostCss, tokensCss, controlsCss, articleDayCss, cardCss, highlightToolbarCss, toastCss]);
  readonly #raised = new Set<HTMLElement>();

  constructor() {
    const { box } = this.#part;
    box.className = 'top';
    box.popover = 'manual';
    for (const type of READER_EVENTS) box.addEventListener(type, refuseMadeUp, { capture: true });
    for (const type of KEPT_INSIDE) box.addEventListener(type, keepInside);
  }

  newHost(): Host {
    const box = document.createElement('div');
    box.className = 'surface';
    this.#part.box.append(box);
    const lower = (): void => {
      this.#raised.delete(box);
      if (this.#raised.size === 0) this.#part.hide();
    };
    return {
      box,
      raise: () => {
        this.#raised.add(box);
        this.#part.show();
        if (this.#part.box.matches(':popover-open')) this.#part.box.hidePopover();
        this.#part.box.showPopover();
      },
      lower,
      focused: () => {
        const { activeElement } = this.#part.root;
        return box.contains(activeElement) ? activeElement : null;
      },
      remove: () => {
        lower();
        box.remove();
      },
    };
  }
}

function refuseMadeUp(event: Event): void {
  if (!event.isTrusted) event.stopImmediatePropagation();
}

function keepInside(event: Event): void {
  event.stopPropagation();
}
