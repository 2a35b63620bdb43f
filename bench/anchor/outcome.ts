/** Judging a placement against the truth. */

/** A stretch of a text, UTF-16 units. */
export interface Stretch {
  readonly start: number;
  readonly end: number;
}

/** `wrong` is on the wrong words; `missed` is not found though it is there; `absent` is rightly not found. */
export type Outcome = 'right' | 'wrong' | 'missed' | 'absent';

/** Stretches that share this part of what they cover together are the same passage: an edit at its edge may be in or out. */
const SAME_PASSAGE = 0.8;

/** Judges one placement. */
export function outcomeOf(found: Stretch | null, truth: Stretch | null): Outcome {
  if (found === null) return truth === null ? 'absent' : 'missed';
  if (truth === null) return 'wrong';
  const common = Math.min(found.end, truth.end) - Math.max(found.start, truth.start);
  const covered = Math.max(found.end, truth.end) - Math.min(found.start, truth.start);
  return common / covered >= SAME_PASSAGE ? 'right' : 'wrong';
}
