/**
 * Aligning two rows of words by the fewest edits, within a band around a diagonal: time and memory are the shorter row's length
 * times the band's width, whatever stands in the rows. (Sellers 1980 for the free ends, Ukkonen 1985 for the band.)
 */

/** Costs in thirds of a replacement, so that replacing a word is dearer than dropping one and cheaper than dropping and adding. */
const REPLACED = 3;
const DROPPED = 2;
const UNREACHABLE = 0x3fffffff;

const FROM_DIAGONAL = 0;
const FROM_DROPPED = 1;
const FROM_ADDED = 2;

/** Which part of the longer row to look at, and how. */
export interface Band {
  /** Index in the longer row that belongs to the shorter one's first word, if nothing was edited. May be negative. */
  readonly shift: number;
  /** How many words the alignment may drift from there in either direction. */
  readonly slack: number;
  /** Whether words of the longer row before and after cost nothing (looking for a place), or as much as any (comparing two texts). */
  readonly freeEnds: boolean;
}

/**
 * Aligns `words` with `text`, both given as hashes of equal words.
 * @returns for each of `words` the index in `text` of the word it stands for (equal or a replacement), or -1 where it was dropped.
 *   Indices rise. All are -1 if the band reaches nothing.
 */
export function align(words: Int32Array, text: Int32Array, { shift, slack, freeEnds }: Band): Int32Array {
  const aligned = new Int32Array(words.length).fill(-1);
  if (!freeEnds) {
    alignWithin(words, text, { shift, slack, freeEnds }, aligned);
    return aligned;
  }
  // Words that the whole band puts before or after the text were dropped.
  const first = Math.min(words.length, Math.max(0, -shift - slack));
  const after = Math.max(first, Math.min(words.length, text.length - shift + slack));
  alignWithin(words.subarray(first, after), text, { shift: shift + first, slack, freeEnds }, aligned.subarray(first, after));
  return aligned;
}

function alignWithin(words: Int32Array, text: Int32Array, { shift, slack, freeEnds }: Band, aligned: Int32Array): void {
  const width = 2 * slack + 1;
  // Cell (i, b): the first i words against the text up to `i + base + b`, exclusive.
  const base = shift - slack;
  const from = new Uint8Array((words.length + 1) * width);
  let before = new Int32Array(width + 1).fill(UNREACHABLE);
  let costs = new Int32Array(width + 1).fill(UNREACHABLE);
  for (let b = 0; b < width; b++) {
    const end = base + b;
    if (end < 0 || end > text.length) continue;
    before[b] = freeEnds ? 0 : end * DROPPED;
    from[b] = FROM_ADDED;
  }
  for (let i = 1; i <= words.length; i++) {
    const word = words[i - 1];
    let added = UNREACHABLE;
    for (let b = 0; b < width; b++) {
      const end = i + base + b;
      let cost = UNREACHABLE;
      let way = FROM_DIAGONAL;
      if (end >= 0 && end <= text.length) {
        if (end > 0) cost = (before[b] ?? 0) + (word === text[end - 1] ? 0 : REPLACED);
        const dropped = (before[b + 1] ?? 0) + DROPPED;
        if (dropped < cost) {
          cost = dropped;
          way = FROM_DROPPED;
        }
        if (added < cost) {
          cost = added;
          way = FROM_ADDED;
        }
      }
      costs[b] = cost;
      from[i * width + b] = way;
      added = cost + DROPPED;
    }
    [before, costs] = [costs, before];
  }
  let b = freeEnds ? cheapest(before, width, slack) : text.length - words.length - base;
  if ((before[b] ?? UNREACHABLE) >= UNREACHABLE) return;
  for (let i = words.length; i > 0; ) {
    const way = from[i * width + b];
    if (way === FROM_ADDED) b--;
    else {
      i--;
      if (way === FROM_DROPPED) b++;
      else aligned[i] = i + base + b;
    }
  }
}

/** Index of the least cost, the one nearest the middle of the band among equals. */
function cheapest(costs: Int32Array, width: number, middle: number): number {
  let best = middle;
  for (let b = 0; b < width; b++) {
    const gain = (costs[best] ?? 0) - (costs[b] ?? 0);
    if (gain > 0 || (gain === 0 && Math.abs(b - middle) < Math.abs(best - middle))) best = b;
  }
  return best;
}
