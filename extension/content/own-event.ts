/** Which events are the reader's doing on what we show, and not on the page. */
import { OWN_HOST } from '../../src/page/own-host.ts';

/** Whether an event is from our own card, toolbar or toast, whose closed root shows from here as one element. */
export function isOurs(event: Event): boolean {
  const hit = event.composedPath()[0];
  return hit instanceof Element && hit.localName === OWN_HOST;
}
