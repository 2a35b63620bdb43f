/** Whose an event is: what we show, a control of the page's own, or the page's text. */
import { OWN_HOST } from '../../src/page/own-host.ts';

/** Whether an event is from our own card, toolbar or toast, whose closed root shows from here as one element. */
export function isOurs(event: Event): boolean {
  const hit = event.composedPath()[0];
  return hit instanceof Element && hit.localName === OWN_HOST;
}

const CONTROLS =
  'a[href], area[href], button, input, select, textarea, label, summary, [role="button"], [role="link"], [contenteditable]';

/** Whether a place of the page does something of its own when it is pressed: it keeps its press, whatever of ours is on it. */
export function isControl(hit: EventTarget | null | undefined): boolean {
  return hit instanceof Element && hit.closest(CONTROLS) !== null;
}
