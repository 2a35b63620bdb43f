/** What every painter of this page does, whatever it paints with. */

/** Paints marks on a page without touching the page's own nodes. */
export interface Painter<Mark> {
  /** Paints exactly these marks, those painted before and not among them no more. */
  show(marks: readonly Mark[]): void;
  /** Paints one mark as the one that is open, or none. */
  setActive(mark: Mark | null): void;
  /** Whether everything is still where this painter put it: the page can clear what is painted, and nothing tells. Cheap. */
  isWhole(): boolean;
  /** Puts back what is missing. */
  restore(): void;
  /** Takes everything of ours off the page. */
  remove(): void;
}
