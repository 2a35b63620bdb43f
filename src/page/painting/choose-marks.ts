/** Chooses which mentions near the view are painted, and which of them fully. Pure. */

/** The most ranges registered at once: every repaint looks at each of them (bench/page.ts). */
export const MOST_MARKS = 300;

/** A mention near the view. */
export interface MarkCandidate {
  readonly entity: string;
  /** Distance of its block's top from the top of the document, in CSS pixels. */
  readonly top: number;
}

/** How much is marked: every mention, the first of an entity in each screenful, or nothing until asked. */
export type MarkMode = 'all' | 'first' | 'none';

/**
 * Gives the mentions to paint, in the order given, and whether each is the first of its entity in its screenful.
 * Screenfuls are counted from the top of the document, so that scrolling changes nobody's look.
 * @param candidates in reading order.
 * @param view the view's top and height in the document, in CSS pixels; beyond {@link MOST_MARKS} the nearest to its middle win.
 */
export function chooseMarks<T extends MarkCandidate>(
  candidates: readonly T[],
  mode: MarkMode,
  view: { readonly top: number; readonly height: number },
): { readonly candidate: T; readonly first: boolean }[] {
  if (mode === 'none') return [];
  const seen = new Set<string>();
  const marks = candidates.flatMap((candidate) => {
    const key = `${Math.floor(candidate.top / view.height)} ${candidate.entity}`;
    const first = !seen.has(key);
    seen.add(key);
    return first || mode === 'all' ? [{ candidate, first }] : [];
  });
  if (marks.length <= MOST_MARKS) return marks;
  const middle = view.top + view.height / 2;
  const distance = ({ candidate }: { candidate: T }): number => Math.abs(candidate.top - middle);
  const nearest = new Set([...marks].sort((a, b) => distance(a) - distance(b)).slice(0, MOST_MARKS));
  return marks.filter((mark) => nearest.has(mark));
}
