/**
 * Names of months as the press of seven languages writes them, abbreviations and cases included, in lower case; a line a month: English,
 * German, French, Spanish, Turkish, Russian, Arabic (Egypt and the Gulf; the Levant; the Maghreb).
 */
import NAMES from './month-names.json';

const MONTHS: ReadonlyMap<string, number> = new Map(
  NAMES.flatMap((names, at) => names.split(' ').map((name) => [name, at + 1] as const)),
);

/** The month a word names, from 1, or `undefined`. Case, Turkish capital dots included, does not matter. */
export function monthNamed(word: string): number | undefined {
  return MONTHS.get(word.replaceAll('İ', 'i').toLowerCase()) ?? MONTHS.get(word.toLocaleLowerCase('tr'));
}

/** Writes Arabic month names of two words with a hyphen, so that each is one word. */
export function joinTwoWordMonths(text: string): string {
  return text.replace(/(كانون|تشرين)\s+(الأول|الاول|الثاني)/g, '$1-$2');
}
