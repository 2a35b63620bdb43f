/**
 * Turkish: case suffixes joined to a name or phrase without an apostrophe. After an apostrophe nothing is needed: it ends the
 * token. Vowel harmony is written out with dotless i and ü though folding takes the dots away, so that the rows read as Turkish.
 */
import type { FormRow, Named } from './row.ts';

const VOWELS = 'aıoueiöü';
/** Last vowel → the high vowel and the low vowel that harmonise with it. */
const HARMONY: Readonly<Record<string, readonly [high: string, low: string]>> = {
  a: ['ı', 'a'],
  ı: ['ı', 'a'],
  o: ['u', 'a'],
  u: ['u', 'a'],
  e: ['i', 'e'],
  i: ['i', 'e'],
  ö: ['ü', 'e'],
  ü: ['ü', 'e'],
};
const VOICELESS = 'fstkçşhp';
/** Final consonants of common nouns that soften before a vowel: Birlik → Birliği. */
const SOFTENED: Readonly<Record<string, string>> = { k: 'ğ', p: 'b', t: 'd', ç: 'c' };

/** The fewest letters a bare name must have: shorter ones with a suffix look like other words (Has → Hasa). */
const SHORTEST = 4;

/**
 * The base and its joined case forms: accusative, genitive, dative, locative, ablative, instrumental and -deki. A phrase that
 * ends in a possessive (Dışişleri Bakanı, Soçi Mutabakatı) takes the buffer n; whether it does cannot always be seen, so words
 * ending in ı, i, u, ü get both buffers. Only the last word changes.
 */
export function turkishForms(text: string, named: Named): FormRow[] {
  const rows: FormRow[] = [{ form: text, cut: 0, base: text }];
  const lower = text.toLocaleLowerCase('tr');
  const last = lower.at(-1) ?? '';
  const vowel = [...lower.normalize('NFC')].reverse().find((letter) => VOWELS.includes(plain(letter)));
  const harmony = vowel === undefined ? undefined : HARMONY[plain(vowel)];
  if (harmony === undefined || text.length < SHORTEST || text === text.toUpperCase()) return rows;
  const [high, low] = harmony;
  const isName = named.kind === 'person' || named.kind === 'place';
  const add = (stem: string, suffixes: readonly string[]): void => {
    for (const suffix of suffixes) rows.push({ form: stem + suffix, cut: 0, base: text, lang: 'tr' });
  };
  if (!VOWELS.includes(plain(last))) {
    const d = VOICELESS.includes(last) ? 't' : 'd';
    const beforeVowel = [high, `${high}n`, low];
    add(
      text,
      [...beforeVowel, `d${low}`, `t${low}`].filter((suffix) => suffix[0] !== (d === 'd' ? 't' : 'd')),
    );
    add(text, [`${d}${low}n`, `${d}${low}ki`, `l${low}`]);
    const softened = isName ? undefined : SOFTENED[last];
    if (softened !== undefined) add(text.slice(0, -1) + softened, beforeVowel);
    return rows;
  }
  const plainVowel = [`y${high}`, `n${high}n`, `y${low}`, `d${low}`, `d${low}n`, `d${low}ki`, `yl${low}`];
  const possessive = [`n${high}`, `n${high}n`, `n${low}`, `nd${low}`, `nd${low}n`, `nd${low}ki`, `yl${low}`];
  // Of the names only a place may end in a common noun: İdlib çatışmasızlık bölgesi.
  const isPossessive = named.kind !== 'person' && text.includes(' ') && 'ıiuü'.includes(plain(last));
  add(
    text,
    isPossessive
      ? possessive
      : 'ıiuü'.includes(plain(last)) && !isName
        ? [...new Set([...plainVowel, ...possessive])]
        : plainVowel,
  );
  return rows;
}

/** A vowel without circumflex: Kâbil, Suriye hükûmeti. */
function plain(letter: string): string {
  return letter === 'â' ? 'a' : letter === 'î' ? 'i' : letter === 'û' ? 'u' : letter;
}
