/**
 * What of a page is article text. The rule, from the outside in:
 *
 * - Left out for what it is: scripts, styles, code, media, form controls, text being edited, our own host.
 * - Left out as the site's frame: `nav`, `aside`, `dialog`; `footer` and `header` where HTML maps them to landmarks, that is outside
 *   `article`, `main` and `section` (HTML-AAM 1.0, 3.5), except a header that holds the `h1`; and the same by `role`.
 * - Left out as not shown: `display: none`, `visibility: hidden`, closed `details`, `aria-hidden`, `inert`.
 * - Left in: text moved off screen or clipped to a pixel. It cannot be told from a carousel's next slide without a layout, and a mark
 *   nobody sees harms nobody.
 */
import { OWN_HOST } from './own-host.ts';

/** How an element takes part in the text: `hidden` may change with a style, `left-out` does not. */
export type Reading = 'left-out' | 'hidden' | 'line-break' | 'block' | 'inline';

const words = (list: string): ReadonlySet<string> => new Set(list.split(' '));

const LEFT_OUT = words(
  'script style noscript template head title iframe frame object embed canvas audio video svg math map datalist meter progress ' +
    `input textarea select button code kbd samp rt rp nav aside dialog ${OWN_HOST}`,
);
const LEFT_OUT_ROLES = words(
  'navigation banner complementary contentinfo search menu menubar toolbar tablist dialog alertdialog button switch textbox searchbox combobox listbox',
);
const BLOCKS = words(
  'address article blockquote body center dd details div dl dt fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6 header hgroup ' +
    'hr li main ol optgroup p pre search section summary table caption tbody td tfoot th thead tr ul',
);
const PHRASING = words(
  'a abbr acronym b bdi bdo big cite data del dfn em font i ins label mark q ruby s small span strong sub sup time u wbr',
);
/** Attributes that may keep a phrasing element's text from being read, or need its style to be asked. */
const LEAVING_OUT = ['class', 'style', 'hidden', 'role', 'contenteditable', 'aria-hidden', 'inert'];
const SHADOW_HOSTS = words('article aside blockquote body div footer h1 h2 h3 h4 h5 h6 header main nav p section span');

/** Paragraphs and headings hold no blocks, so looking through one for {@link NOT_PLAIN} never costs more than reading it. */
const LEAVES = words('p h1 h2 h3 h4 h5 h6');
/** Phrasing that may be left out, hidden, or hold something else than its text. */
const NOT_PLAIN = `:not(${[...PHRASING].filter((name) => !SHADOW_HOSTS.has(name)).join()}),${LEAVING_OUT.map((name) => `[${name}]`).join()}`;

/** Whether all text in a block is its own and shown with it: it holds text alone, or phrasing elements that are nothing but themselves. */
export function isPlain(element: Element): boolean {
  if (mayHostShadow(element) && element.shadowRoot !== null) return false;
  return element.firstElementChild === null || (LEAVES.has(element.localName) && element.querySelector(NOT_PLAIN) === null);
}

/**
 * Tells how to read an element, apart from whether a block is shown ({@link renderedBox}), which is asked only of blocks with text.
 * A phrasing element without class or style is taken as HTML defines it: asking for its style would cost more than the whole walk.
 */
export function readingOf(element: Element): Reading {
  const name = element.localName;
  if (LEFT_OUT.has(name)) return 'left-out';
  const isPlain = !element.hasAttributes();
  if (!isPlain && leftOutByAttribute(element)) return 'left-out';
  if (name === 'br') return 'line-break';
  if (BLOCKS.has(name)) return (name === 'header' || name === 'footer') && isPageFrame(element) ? 'left-out' : 'block';
  if (PHRASING.has(name)) {
    if (isPlain) return 'inline';
    if (!element.hasAttribute('class') && !element.hasAttribute('style'))
      return element.hasAttribute('hidden') ? 'hidden' : 'inline';
  }
  const style = getComputedStyle(element);
  if (style.display === 'none') return 'hidden';
  if (!/^(inline|contents|ruby)/.test(style.display)) return 'block';
  return style.visibility === 'visible' ? 'inline' : 'hidden';
}

function leftOutByAttribute(element: Element): boolean {
  const role = element.getAttribute('role');
  if (role !== null && LEFT_OUT_ROLES.has(role)) return true;
  const editable = element.getAttribute('contenteditable');
  return (
    (editable !== null && editable !== 'false') || element.getAttribute('aria-hidden') === 'true' || element.hasAttribute('inert')
  );
}

function isPageFrame(element: Element): boolean {
  if (element.parentElement?.closest('article, main, section') != null) return false;
  return element.localName === 'footer' || element.querySelector('h1') === null;
}

/** Whether an element may have a shadow root (DOM, 4.9): asking each one would cost a fifth of the walk. */
export function mayHostShadow(element: Element): boolean {
  return SHADOW_HOSTS.has(element.localName) || element.localName.includes('-');
}

/** The element whose box shows a block's text: itself, or the nearest boxed ancestor of `display: contents`; `null` while not shown. */
export function renderedBox(element: Element): Element | null {
  if (element.checkVisibility({ visibilityProperty: true })) return element;
  if (getComputedStyle(element).display !== 'contents') return null;
  const parent = flatParent(element);
  return parent instanceof Element ? renderedBox(parent) : null;
}

/** The parent in the flat tree: a slot for slotted nodes, the host for the top of an open shadow root. */
export function flatParent(node: Node): Node | null {
  if ((node instanceof Element || node instanceof Text) && node.assignedSlot !== null) return node.assignedSlot;
  return node instanceof ShadowRoot ? node.host : node.parentNode;
}
