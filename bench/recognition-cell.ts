/** Whole recognition of some pages, conditions and senses and offices included, beside the bare loop. Runs in Node and in browsers. */
import { findCandidates } from '../src/facts/recognise/block.ts';
import { choose } from '../src/facts/recognise/choose.ts';
import { openLexicon } from '../src/facts/recognise/lexicon.ts';
import type { LexiconRules } from '../src/facts/recognise/rules.ts';
import { countWords } from './match-peers.ts';
import type { NewsPage } from './recognition-pages.ts';
import { type Comparison, compare } from './timing.ts';

/** What to measure; plain JSON. */
export interface RecognitionJob {
  /** Words of the lexicon's trie. */
  readonly trie: readonly number[];
  readonly rules: LexiconRules;
  readonly pages: readonly NewsPage[];
}

/** What was measured. */
export interface RecognitionCell extends Comparison {
  readonly size: number;
  readonly mentions: number;
}

const BUDGET_MS = 1_500;
/** So much code takes its time to be compiled. */
const WARM_UP_MS = 2_500;

/** Recognises every page as the background does: each block by itself, then the article. */
export function runRecognition({ trie, rules, pages }: RecognitionJob): RecognitionCell {
  const lexicon = openLexicon({ trie: Uint32Array.from(trie).buffer, rules });
  const recognise = (): number => {
    let mentions = 0;
    for (const { lang, day, paragraphs } of pages) {
      const blocks = paragraphs.map((text, i) => ({ id: i, order: i, reading: findCandidates(lexicon, text, lang) }));
      for (const decision of choose(lexicon, blocks, day).values()) mentions += decision.mentions.length;
    }
    return mentions;
  };
  const texts = pages.flatMap(({ paragraphs }) => paragraphs);
  const loop = (): number => {
    let words = 0;
    for (const text of texts) words += countWords(text);
    return words;
  };
  const warm = performance.now() + WARM_UP_MS;
  while (performance.now() < warm) recognise();
  return {
    size: texts.reduce((sum, text) => sum + text.length, 0),
    mentions: recognise(),
    ...compare({ run: recognise }, { run: loop }, BUDGET_MS),
  };
}
