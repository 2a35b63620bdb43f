/** Russian: names and phrases through the six cases. */
import type { FormRow, Named } from './row.ts';
import { CASES, type Declined, declineWord, isAdjective, isPluralAdjective, type WordKind } from './russian-word.ts';

/** What is joined to a family name and never declines: аль-Асад, ад-Дин. */
const PREFIXED = /^(.*-)([^-]+)$/u;

/**
 * All case forms of a name or phrase, the nominative first. A person's name declines word by word. In any other phrase the
 * adjectives before the first noun and that noun decline together, what follows it stays: в Совете безопасности России.
 */
export function russianForms(text: string, named: Named): FormRow[] {
  const words = text.split(' ');
  const head =
    named.kind === 'person'
      ? words.length - 1
      : Math.max(
          0,
          words.findIndex((word) => !isAdjective(word)),
        );
  const kind: WordKind = {
    of: named.kind === 'person' ? 'name' : named.kind === 'place' ? 'place' : 'noun',
    gender: named.gender,
    plural: words.slice(0, head).some(isPluralAdjective),
  };
  const declined = words.map((word, i) => (i <= head ? declineHyphenated(word, kind) : unchanged(word)));
  const rows = new Map<string, FormRow>([[text, { form: text, cut: 0, base: text }]]);
  for (let grammaticalCase = 0; grammaticalCase < CASES; grammaticalCase++) {
    for (const form of join(declined, grammaticalCase))
      if (!rows.has(form)) rows.set(form, { form, cut: 0, base: text, lang: 'ru' });
  }
  return [...rows.values()];
}

function unchanged(word: string): Declined {
  return Array.from({ length: CASES }, () => [word]);
}

function declineHyphenated(word: string, kind: WordKind): Declined {
  const [, before = '', last = word] = PREFIXED.exec(word) ?? [];
  return declineWord(last, kind).map((spellings) => spellings.map((spelling) => before + spelling));
}

/** Every way to write the words in one case. */
function join(words: readonly Declined[], grammaticalCase: number): string[] {
  return words
    .map((declined) => declined[grammaticalCase] ?? [])
    .reduce<string[]>(
      (phrases, spellings) => phrases.flatMap((phrase) => spellings.map((spelling) => `${phrase} ${spelling}`.trim())),
      [''],
    );
}
