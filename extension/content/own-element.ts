/** Our one element of a page, as the scripts of one isolated world share it: the page cannot look there, nor another version of the extension. */
import { OWN_HOST } from '../../src/page/own-host.ts';

const PLACE = Symbol.for('dateline.host');

/** The element, its closed root, and the boxes that are shown in it. */
export interface OwnElement {
  readonly element: HTMLElement;
  readonly root: ShadowRoot;
  readonly shown: Set<HTMLElement>;
}

const world = globalThis as { [PLACE]?: OwnElement };

/** The element of this world, made by `make` if it is not there yet. */
export function ownElement(make: () => OwnElement): OwnElement {
  return (world[PLACE] ??= make());
}

/**
 * Takes our element out of a document in which another version of the extension shows its own.
 * @returns whether there is another
 */
export function yieldToAnother(document: Document): boolean {
  const own = world[PLACE]?.element;
  const isThere = [...document.querySelectorAll(OWN_HOST)].some((element) => element !== own);
  if (isThere) own?.remove();
  return isThere;
}
