/** Nine ways in which an article changes after a passage of it was saved, and where the passage is then (promises R13). */
import { type Paragraphs, textOf, writeArticle, writeSentence } from './news-text.ts';
import type { Random } from './random.ts';
import { type Language, VOCABULARY } from './vocabulary.ts';

/** Nothing is coined: sentences that are all alike are the hardest to tell apart. */
const COINED = 0;

/** A saved passage, the text as it is now, and where the passage now stands. Offsets are UTF-16 units. */
export interface Case {
  /** The text when the passage was saved. */
  readonly before: string;
  readonly start: number;
  readonly end: number;
  readonly after: string;
  /** `null` where the passage is no more. */
  readonly truth: { readonly start: number; readonly end: number } | null;
}

/** An article in which a passage is chosen: the sentence and, within it, the stretch. */
interface Chosen {
  readonly random: Random;
  readonly language: Language;
  readonly article: Paragraphs;
  readonly paragraph: number;
  readonly sentence: number;
  /** UTF-16 offsets within the sentence. */
  readonly from: number;
  readonly to: number;
}

/** The nine kinds. */
export const KINDS = {
  'edits elsewhere, long quote': (chosen) => changedElsewhere(longQuote(chosen)),
  'edits elsewhere, name': (chosen) => changedElsewhere(nameQuote(chosen)),
  'up to three letters changed': (chosen) =>
    rewritten(chosen.random.chance(0.3) ? nameQuote(chosen) : longQuote(chosen), withTypo),
  'number changed': (chosen) => rewritten(numberQuote(chosen), withOtherNumber),
  'sentence deleted': (chosen) => withoutSentence(longQuote(chosen), []),
  'sentence replaced by another': (chosen) =>
    withoutSentence(longQuote(chosen), [writeSentence(chosen.random, chosen.language, COINED)]),
  'sentence deleted, one like it elsewhere': (chosen) => lookAlike(longQuote(chosen)),
  'another article at the address': otherArticle,
  'name deleted, the same name elsewhere': (chosen) => withoutName(nameQuote(chosen)),
} as const satisfies Readonly<Record<string, (chosen: Chosen) => Case>>;

/** One of the nine. */
export type Kind = keyof typeof KINDS;

/** Writes an article and changes it in one of the nine ways. */
export function makeCase(kind: Kind, random: Random, language: Language): Case {
  const article = writeArticle(random, language, 12 + random.below(16), COINED);
  const paragraph = random.below(article.length);
  const sentence = random.below(sentencesAt(article, paragraph).length);
  return KINDS[kind]({
    random,
    language,
    article,
    paragraph,
    sentence,
    from: 0,
    to: sentencesAt(article, paragraph)[sentence]?.length ?? 0,
  });
}

function sentencesAt(article: Paragraphs, paragraph: number): string[] {
  return article[paragraph] ?? [];
}

const sentenceOf = ({ article, paragraph, sentence }: Chosen): string => article[paragraph]?.[sentence] ?? '';

/** Offset of the chosen stretch in its article's text. */
function offsetOf({ article, paragraph, sentence, from }: Chosen): number {
  const earlier = textOf(article.slice(0, paragraph)).length + (paragraph > 0 ? 1 : 0);
  const ahead = sentencesAt(article, paragraph).slice(0, sentence).join(' ').length + (sentence > 0 ? 1 : 0);
  return earlier + ahead + from;
}

/** A whole sentence, or several words of it. */
function longQuote(chosen: Chosen): Chosen {
  const sentence = sentenceOf(chosen);
  if (chosen.random.chance(0.5)) return chosen;
  const spaces = Array.from(sentence.matchAll(/ /g), ({ index }) => index);
  const [low, high] = [spaces[1], spaces.at(-2)];
  return low === undefined || high === undefined || high - low < 32 ? chosen : { ...chosen, from: low + 1, to: high };
}

/** One of the names in the article, in whatever sentence it stands. */
function nameQuote(chosen: Chosen): Chosen {
  for (let tries = 0; ; tries++) {
    const name = chosen.random.pick(VOCABULARY[chosen.language].name);
    const paragraph = chosen.random.below(chosen.article.length);
    const sentence = chosen.random.below(sentencesAt(chosen.article, paragraph).length);
    const from = sentencesAt(chosen.article, paragraph)[sentence]?.indexOf(name) ?? -1;
    if (from >= 0) return { ...chosen, paragraph, sentence, from, to: from + name.length };
    if (tries > 10_000) throw new RangeError('an article without names');
  }
}

/** A sentence with a number, put in place of the chosen one if that has none. */
function numberQuote(chosen: Chosen): Chosen {
  let sentence = sentenceOf(chosen);
  while (!/\d/.test(sentence)) sentence = writeSentence(chosen.random, chosen.language, COINED);
  const article = chosen.article.map((sentences) => [...sentences]);
  article[chosen.paragraph]?.splice(chosen.sentence, 1, sentence);
  return { ...chosen, article, from: 0, to: sentence.length };
}

/** The quote and its neighbours stay; everything further away is open to change. */
function changedElsewhere(chosen: Chosen): Case {
  const { random, language, article, paragraph } = chosen;
  const far = (at: number): boolean => Math.abs(at - paragraph) > 3;
  const changed = article.flatMap((sentences, at): Paragraphs => {
    if (!far(at)) return [sentences];
    if (random.chance(0.15)) return [];
    if (random.chance(0.15)) return [sentences, ...writeArticle(random, language, 1, COINED)];
    return [sentences.map((sentence) => (random.chance(0.3) ? withOtherWords(random, sentence) : sentence))];
  });
  // Chosen stands in the same paragraph object, wherever that went.
  const moved = changed.findIndex((sentences) => sentences === article[paragraph]);
  const start = offsetOf({ ...chosen, article: changed, paragraph: moved });
  return caseOf(chosen, textOf(changed), { start, end: start + chosen.to - chosen.from });
}

/** The quote itself is rewritten, and something is added at the top so that its offset changes. */
function rewritten(chosen: Chosen, rewrite: (random: Random, quote: string) => string): Case {
  const { random, language, article, paragraph, sentence, from, to } = chosen;
  const old = sentenceOf(chosen);
  const quote = rewrite(random, old.slice(from, to));
  const changed = withSentences(article, paragraph, sentence, [old.slice(0, from) + quote + old.slice(to)]);
  const added = random.chance(0.7) ? writeArticle(random, language, 1, COINED) : [];
  const start = offsetOf({ ...chosen, article: [...added, ...changed], paragraph: paragraph + added.length });
  return caseOf(chosen, textOf([...added, ...changed]), { start, end: start + quote.length });
}

function withoutSentence(chosen: Chosen, instead: readonly string[]): Case {
  const { article, paragraph, sentence } = chosen;
  return caseOf(chosen, textOf(withSentences(article, paragraph, sentence, instead)), null);
}

function lookAlike(chosen: Chosen): Case {
  const { random, article, paragraph, sentence } = chosen;
  const old = sentenceOf(chosen);
  const alike = /\d/.test(old) ? withOtherNumber(random, old) : withOtherWords(random, old);
  const changed = withSentences(article, paragraph, sentence, []);
  const elsewhere = (paragraph + 4 + random.below(Math.max(1, article.length - 8))) % article.length;
  const sentences = sentencesAt(changed, elsewhere);
  return caseOf(chosen, textOf(withSentences(changed, elsewhere, sentences.length, [alike])), null);
}

function otherArticle(chosen: Chosen): Case {
  const { random, language } = chosen;
  const quoted = random.chance(0.5) ? nameQuote(chosen) : longQuote(chosen);
  return caseOf(quoted, textOf(writeArticle(random, language, 12 + random.below(16), COINED)), null);
}

/** Only the name goes; if it stands nowhere else, it is added at the end. */
function withoutName(chosen: Chosen): Case {
  const { article, paragraph, sentence, from, to, random, language } = chosen;
  const old = sentenceOf(chosen);
  const name = old.slice(from, to);
  const rest = `${old.slice(0, from)}${old.slice(to)}`.replace(/ {2,}/g, ' ').trim();
  const changed = withSentences(article, paragraph, sentence, [rest]);
  const added = textOf(changed).includes(name) ? [] : [[`${name}: ${writeSentence(random, language, COINED)}`]];
  return caseOf(chosen, textOf([...changed, ...added]), null);
}

function caseOf(chosen: Chosen, after: string, truth: Case['truth']): Case {
  const start = offsetOf(chosen);
  return { before: textOf(chosen.article), start, end: start + chosen.to - chosen.from, after, truth };
}

function withSentences(article: Paragraphs, paragraph: number, sentence: number, instead: readonly string[]): Paragraphs {
  return article.map((sentences, at) => {
    if (at !== paragraph) return sentences;
    return [...sentences.slice(0, sentence), ...instead, ...sentences.slice(sentence + 1)];
  });
}

/** One to three neighbouring letters of one word dropped, doubled, swapped or replaced; of a name at most half of it. */
function withTypo(random: Random, quote: string): string {
  const words = Array.from(quote.matchAll(/[\p{L}\p{M}]{4,}/gu));
  if (words.length === 0) return `${quote}x`;
  const { 0: word, index } = random.pick(words);
  const count = 1 + random.below(Math.min(3, Math.floor(word.length / 2)));
  const at = index + random.below(word.length - count + 1);
  const letters = quote.slice(at, at + count);
  const other = Array.from({ length: count }, () => word.charAt(random.below(word.length))).join('');
  const instead = random.pick(['', letters + letters, Array.from(letters).reverse().join(''), other]);
  const typo = quote.slice(0, at) + instead + quote.slice(at + count);
  return typo === quote ? quote.slice(0, at) + quote.slice(at + 1) : typo;
}

function withOtherNumber(random: Random, quote: string): string {
  const { 0: number, index } = random.pick(Array.from(quote.matchAll(/\d[\d,]*/g)));
  const other = random.chance(0.5) ? String(Number.parseInt(number, 10) + 1 + random.below(9)) : String(2 + random.below(5000));
  return quote.slice(0, index) + (other === number ? `${other}0` : other) + quote.slice(index + number.length);
}

/** One to three words taken from elsewhere in the sentence. */
function withOtherWords(random: Random, sentence: string): string {
  const words = sentence.split(' ');
  for (let times = 1 + random.below(3); times > 0; times--) words[random.below(words.length)] = random.pick(words);
  const other = words.join(' ');
  return other === sentence ? `${random.pick(words)} ${sentence}` : other;
}
