/** German: the -s of names, the genitive of nouns, and adjectives before them. */
import type { FormRow, Named } from './row.ts';

/** Strong, weak and mixed endings of an adjective. */
const ADJECTIVE_ENDINGS = ['e', 'er', 'es', 'en', 'em'];
/** Adjectives as titles and treaty names have them: türkische, russischer, gemeinsame, syrischen, politisches. */
const ADJECTIVE = /^(\p{L}+(?:isch|lich|ig|sam|iert|är|nal|ivil))(?:e|er|es|en|em)$/u;
/** The noun before one of these is the head; what follows stays as it is. */
const COMPLEMENT = /^(?:von|vom|der|des|für|zu|zum|zur|in|im|über|aus|mit|am|an|auf)$/u;
/** Nouns with -en in every case but the nominative: des Präsidenten. */
const WEAK = /(?:(?<!m)ent|ant|ist|omat|krat)$/u;
/** No -s is added after these; the genitive has an apostrophe, which is no part of a match. */
const SIBILANT = /(?:s|ß|x|z|ce|sch)$/iu;
/** Feminine and plural nouns of titles and treaties, which take no genitive -s. */
const WITHOUT_S = /(?:ung|heit|keit|schaft|tät|ion|in|ei|e|en|konferenz|macht)$/u;

/**
 * A name with the -s of its genitive (Idlibs, Wladimir Putins); a phrase also with its adjectives in every ending and the
 * cases of its noun (des türkischen Außenministers, des Sotschi-Abkommens, dem russischen Präsidenten).
 */
export function germanForms(text: string, named: Named): FormRow[] {
  const words = text.split(' ');
  const head = named.kind === 'person' || named.kind === 'place' ? words.length - 1 : headOf(words);
  const noun = words[head] ?? '';
  const genitives = named.kind === 'person' || named.kind === 'place' ? nameGenitives(noun) : nounGenitives(noun);
  const rest = words.slice(head + 1);
  const phrases = [
    ...inFront(words.slice(0, head), ADJECTIVE_ENDINGS).map((before) => [...before, noun]),
    ...inFront(words.slice(0, head), ['en']).flatMap((before) => genitives.map((genitive) => [...before, genitive])),
  ].map((words) => [...words, ...rest].join(' '));
  return [...new Set([text, ...phrases])].map((form) =>
    form === text ? { form, cut: 0, base: text } : { form, cut: 0, base: text, lang: 'de' },
  );
}

/** Place of a phrase's noun: the last word before a complement, or before a name in the genitive (Präsident Syriens). */
function headOf(words: readonly string[]): number {
  const complement = words.findIndex((word, i) => i > 0 && COMPLEMENT.test(word));
  const last = (complement < 0 ? words.length : complement) - 1;
  const before = words[last - 1] ?? '';
  const isGenitive = /\p{Ll}s$/u.test(words[last] ?? '') && !words[last]?.endsWith('ss');
  return isGenitive && /^\p{Lu}/u.test(before) && !ADJECTIVE.test(before) && !before.endsWith('s') ? last - 1 : last;
}

/** The words before a noun, with every adjective among them in each of the endings (the same for all). */
function inFront(words: readonly string[], endings: readonly string[]): string[][] {
  const variants = endings.map((ending) => words.map((word) => word.replace(ADJECTIVE, `$1${ending}`)));
  return words.some((word) => ADJECTIVE.test(word)) ? variants : [[...words]];
}

function nameGenitives(name: string): string[] {
  return SIBILANT.test(name) ? [] : [`${name}s`];
}

/** Genitives of a common noun, and other cases where they differ from the nominative. */
function nounGenitives(noun: string): string[] {
  if (noun === noun.toUpperCase() || noun.endsWith('en')) return [`${noun}s`];
  if (WEAK.test(noun)) return [`${noun}en`];
  if (WITHOUT_S.test(noun)) return [];
  if (SIBILANT.test(noun)) return [`${noun}es`];
  // Short nouns in a stop take -es as well: des Paktes.
  return /[tdgk]$/u.test(noun) ? [`${noun}s`, `${noun}es`] : [`${noun}s`];
}
