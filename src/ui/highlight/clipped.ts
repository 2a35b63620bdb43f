/** Long texts cut to what a line or two can hold. */

/** The beginning of a text, at most `longest` UTF-16 units, cut between words where it has any, and ending in '…'; a shorter one as it is. */
export function clipped(text: string, longest: number): string {
  if (text.length <= longest) return text;
  const start = text.slice(0, longest - 1);
  const space = start.lastIndexOf(' ');
  const cut = space > longest / 2 ? start.slice(0, space) : start;
  // Half a character is none: a cut inside a surrogate pair takes the whole pair.
  return `${cut.replace(/[\uD800-\uDBFF]$/, '')}…`;
}
