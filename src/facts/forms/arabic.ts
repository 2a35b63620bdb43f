/** Arabic: the particles that are written as one word with the noun after them. */
import type { FormRow } from './row.ts';

const CONJUNCTIONS = ['و', 'ف'];
const PREPOSITIONS = ['ب', 'ك'];
const FOR = 'ل';
const ARTICLE = 'ال';
/** The fewest letters of a name of one word that takes particles: shorter ones with a particle are too often another word. */
const SHORTEST = 3;

/**
 * The base and its first word with 'and', 'so', 'in', 'like', 'for' and pairs of them. The particle is cut off the mention:
 * بإدلب is إدلب after one letter. The article of a name stays in it. After 'for' the article's alif is swallowed, and what is left
 * cannot be cut: للكرملين is a mention as a whole.
 */
export function arabicForms(text: string): FormRow[] {
  const rows: FormRow[] = [{ form: text, cut: 0, base: text }];
  const word = text.split(' ', 1)[0] ?? '';
  if (text.length < SHORTEST) return rows;
  const hasArticle = word.startsWith(ARTICLE);
  for (const conjunction of ['', ...CONJUNCTIONS]) {
    for (const preposition of ['', ...PREPOSITIONS]) {
      const particles = conjunction + preposition;
      if (particles !== '') rows.push({ form: particles + text, cut: particles.length, base: text, lang: 'ar' });
    }
    const forForm = conjunction + FOR + (hasArticle ? FOR + text.slice(ARTICLE.length) : text);
    rows.push({ form: forForm, cut: conjunction.length + (hasArticle ? 0 : FOR.length), base: text, lang: 'ar' });
    // Set apart by a stretched stroke the article stays whole: لـالأمم المتحدة.
    if (hasArticle) rows.push({ form: conjunction + FOR + text, cut: conjunction.length + FOR.length, base: text, lang: 'ar' });
  }
  return rows;
}
