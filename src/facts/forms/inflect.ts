/** From a form as its author wrote it to every spelling the trie looks for. */
import type { Form } from '../authored-entity.ts';
import { alternatives } from './alternatives.ts';
import { arabicForms } from './arabic.ts';
import { germanForms } from './german.ts';
import type { FormRow, Named } from './row.ts';
import { russianForms } from './russian.ts';
import { turkishForms } from './turkish.ts';

/**
 * All spellings of a form: its alternatives written out, with the endings and clitics of its language. A form without a language
 * takes those of every language of its script. Bases come with `cut` 0 and no language, each before its inflections; no repeats.
 * @throws RangeError when the brackets of an alternative do not pair
 */
export function inflect(form: Pick<Form, 'text' | 'lang' | 'inflect'>, named: Named): FormRow[] {
  const bases = [form.text]
    .flat()
    .flatMap(alternatives)
    .filter((base) => base !== '');
  const rows = new Map<string, FormRow>();
  for (const base of bases) {
    const inflected = form.inflect ? inflectBase(base, form.lang, named) : [{ form: base, cut: 0, base }];
    for (const row of inflected) {
      const key = `${row.cut} ${row.form}`;
      if (!rows.has(key)) rows.set(key, row);
    }
  }
  return [...rows.values()];
}

function inflectBase(base: string, lang: Form['lang'], named: Named): FormRow[] {
  switch (lang ?? scriptOf(base)) {
    case 'ru':
    case 'Cyrillic':
      return russianForms(base, named);
    case 'ar':
    case 'Arabic':
      return arabicForms(base);
    case 'de':
      return germanForms(base, named);
    case 'tr':
      return turkishForms(base, named);
    case 'Latin':
      return [...germanForms(base, named), ...turkishForms(base, named)];
    default:
      // English, French and Spanish write what they add to a name apart from it: Idlib's, d'Idlib.
      return [{ form: base, cut: 0, base }];
  }
}

function scriptOf(text: string): 'Cyrillic' | 'Arabic' | 'Latin' | undefined {
  if (/\p{Script=Cyrillic}/u.test(text)) return 'Cyrillic';
  if (/\p{Script=Arabic}/u.test(text)) return 'Arabic';
  return /\p{Script=Latin}/u.test(text) ? 'Latin' : undefined;
}
