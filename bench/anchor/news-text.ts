/** Made-up news articles: sentences that share words, names that come again and again, and boilerplate that comes word for word. */
import type { Random } from './random.ts';
import { type Language, VOCABULARY } from './vocabulary.ts';

/** An article as its sentences; each ends with its full stop. */
export type Paragraphs = string[][];

/** Writes one sentence. `coined` is the share of nouns and adjectives that are made up from syllables, 0 to 1. */
export function writeSentence(random: Random, language: Language, coined: number): string {
  const sentence = fill(random, language, random.pick(VOCABULARY[language].patterns), coined);
  // Real sentences seldom are as short as a pattern.
  if (random.chance(0.6)) return sentence;
  return `${sentence.slice(0, -1)}, ${fill(random, language, random.pick(VOCABULARY[language].patterns), coined)}`;
}

/**
 * Writes an article of so many paragraphs; boilerplate ends about every sixth. With nothing coined, sentences are as alike as they
 * can be; with half of it, words are about as rare as in print.
 */
export function writeArticle(random: Random, language: Language, paragraphs: number, coined: number): Paragraphs {
  return Array.from({ length: paragraphs }, () => {
    const sentences = Array.from({ length: 1 + random.below(4) }, () => writeSentence(random, language, coined));
    if (random.chance(0.16)) sentences.push(fill(random, language, random.pick(VOCABULARY[language].boilerplate), 0));
    return sentences;
  });
}

/** The article's text: sentences joined by spaces, paragraphs by line ends. */
export function textOf(paragraphs: Paragraphs): string {
  return paragraphs.map((sentences) => sentences.join(' ')).join('\n');
}

function fill(random: Random, language: Language, pattern: string, coined: number): string {
  const { name, noun, verb, adjective, day, syllables } = VOCABULARY[language];
  const words: Readonly<Record<string, readonly string[]>> = { name, noun, verb, adjective, day };
  return pattern.replace(/\{(\w+)\}/g, (_, kind: string) => {
    if (kind === 'number') {
      return random.chance(0.3) ? `${1 + random.below(900)},${100 + random.below(900)}` : String(2 + random.below(2000));
    }
    if ((kind === 'noun' || kind === 'adjective') && random.chance(coined)) {
      return Array.from({ length: 2 + random.below(2) }, () => random.pick(syllables)).join('');
    }
    return random.pick(words[kind] ?? []);
  });
}
