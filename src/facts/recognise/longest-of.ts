/** Mentions that several packs found in one block, as one list. */
import type { Mention } from '../mention.ts';

/**
 * Of mentions that overlap the longest stands, of equally long ones the earlier pack's. So whatever another pack holds, it takes no mention
 * from ours but by a longer name around it.
 * @param lists each pack's mentions in order of start, without overlaps; ours first
 * @returns mentions in order of start, without overlaps
 */
export function longestOf(lists: readonly (readonly Mention[])[]): Mention[] {
  const [only, ...others] = lists.filter((list) => list.length > 0);
  if (only === undefined || others.length === 0) return [...(only ?? [])];
  const length = ({ start, end }: Mention): number => end - start;
  const taken: Mention[] = [];
  // The sort is stable: of equally long ones ours comes first.
  for (const mention of lists.flat().sort((one, other) => length(other) - length(one))) {
    if (taken.every(({ start, end }) => end <= mention.start || mention.end <= start)) taken.push(mention);
  }
  return taken.sort((one, other) => one.start - other.start);
}
