/**
 * On what a block of text stands: which boxes of the page clip and scroll it, whether it stays put while the page scrolls, and at which
 * height of the page's stacking it lies. What is drawn over the text must stand on the same ground to move, hide and be covered with it.
 */
import { flatParent } from '../text-rules.ts';

/** See the head of this file. */
export interface Ground {
  /** Elements that clip or scroll the text, outermost first; the page's own scrolling is not among them. */
  readonly clips: readonly Element[];
  /** Fixed in the view, not moving with the page. */
  readonly fixed: boolean;
  /** Moves with scrolling in ways of its own (`position: sticky`): to be measured again while the page scrolls. */
  readonly drifts: boolean;
  /** `z-index`, in the root's stacking context, of what holds the text. */
  readonly level: number;
}

/** The ground of a block's box. Reads computed styles of all its ancestors. */
export function groundOf(box: Element): Ground {
  const clips: Element[] = [];
  let drifts = false;
  let level = 0;
  /** Which ancestors the box is laid out in: an absolute one passes those by that are not positioned, a fixed one all. */
  let held: 'static' | 'absolute' | 'fixed' = 'static';
  for (let at: Node | null = box; at !== null; at = flatParent(at)) {
    if (!(at instanceof Element)) continue;
    if (at === document.documentElement) break;
    const style = getComputedStyle(at);
    const contains = held === 'static' || isTransformed(style) || (held === 'absolute' && style.position !== 'static');
    if (contains) {
      // The box's own edges clip what stands in it as well.
      if (clipsContent(at, style)) clips.unshift(at);
      if (style.position === 'fixed') held = 'fixed';
      else if (style.position === 'absolute') held = 'absolute';
      else held = 'static';
      drifts ||= style.position === 'sticky';
    }
    // The outermost one has the last word.
    if (isStackingContext(at, style)) level = levelOf(at, style);
  }
  return { clips, fixed: held === 'fixed', drifts, level };
}

function clipsContent(element: Element, style: CSSStyleDeclaration): boolean {
  if (style.display === 'inline' || style.display === 'contents') return false;
  if (style.overflowX === 'visible' && style.overflowY === 'visible') return false;
  // The body's overflow is the view's, unless the root has its own (CSS Overflow 3, 3.3).
  return element !== document.body || getComputedStyle(document.documentElement).overflow !== 'visible';
}

function isTransformed({ transform, translate, scale, rotate, filter, perspective }: CSSStyleDeclaration): boolean {
  return [transform, translate, scale, rotate, filter, perspective].some((value) => value !== 'none');
}

/** The common ways to become one (CSS Positioned Layout 3, 2.3; CSS Color 4, 3.2). */
function isStackingContext(element: Element, style: CSSStyleDeclaration): boolean {
  return (
    hasLevel(element, style) ||
    /^(fixed|sticky)$/.test(style.position) ||
    style.opacity !== '1' ||
    style.isolation === 'isolate' ||
    style.mixBlendMode !== 'normal' ||
    /transform|opacity|filter/.test(style.willChange) ||
    /paint|layout|strict|content/.test(style.contain) ||
    isTransformed(style)
  );
}

function hasLevel(element: Element, { zIndex, position }: CSSStyleDeclaration): boolean {
  if (zIndex === 'auto') return false;
  if (position !== 'static') return true;
  const parent = flatParent(element);
  return parent instanceof Element && /flex|grid/.test(getComputedStyle(parent).display);
}

function levelOf(element: Element, style: CSSStyleDeclaration): number {
  return hasLevel(element, style) ? Number(style.zIndex) : 0;
}
