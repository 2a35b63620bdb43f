/** The reader's own calendar, by the clock of this computer. */

/** The reader's day so many days after that of an instant (milliseconds since the epoch), `YYYY-MM-DD`. */
export function localDay(instant: number, after = 0): string {
  const date = new Date(instant);
  date.setDate(date.getDate() + after);
  const two = (number: number): string => String(number).padStart(2, '0');
  return `${String(date.getFullYear()).padStart(4, '0')}-${two(date.getMonth() + 1)}-${two(date.getDate())}`;
}
