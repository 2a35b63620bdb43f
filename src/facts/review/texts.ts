/** Reviews texts: their script, how they read, and the words they choose. */
import type { ParsedEntity } from '../compile/parse-entity.ts';
import type { ParsedPack } from '../compile/parse-pack.ts';
import { TEXT_LANGUAGES, type TextLanguage } from '../entity.ts';
import { at, type Finding } from './finding.ts';
import { type CardText, textsOf } from './statements.ts';

/** Words of an English sentence beyond which a reader goes back to its beginning. */
const LONGEST_SENTENCE = 38;
/** A translation's length as a share of the English, in UTF-16 code units: Arabic is shorter, Russian longer, by less than this. */
const EVEN = { least: 0.45, most: 2 };
/** Texts shorter than this, in UTF-16 code units, are names and labels, whose lengths say nothing. */
const LABEL = 40;

/** What most letters of a text are to be. */
const LETTERS: Readonly<Record<TextLanguage, RegExp>> = {
  en: /\p{Script=Latin}/gu,
  tr: /\p{Script=Latin}/gu,
  ar: /\p{Script=Arabic}/gu,
  ru: /\p{Script=Cyrillic}/gu,
};

// Small letters only: a name such as National Front for Liberation takes no side of ours.
const LOADED = /\b(regime|rebels?|liberat(?:e[ds]?|ion|ing))\b/;
const OF_A_DAY = /\b(current(?:ly)?|now|today|incumbent|at present)\b/i;

/** Findings on every text of a pack. */
export function reviewTexts({ entities }: ParsedPack): Finding[] {
  return entities.flatMap((parsed) => {
    const ofADay = OF_A_DAY.exec(parsed.entity.about.en)?.[0];
    return [
      ...textsOf(parsed.entity).flatMap((text) => reviewText(parsed, text)),
      ...(ofADay === undefined ? [] : [at(parsed, ['about', 'en'], 'day-bound-about', `‘${ofADay}’ is true of some days only`)]),
      ...saidTwice(parsed),
    ];
  });
}

function reviewText(parsed: ParsedEntity, { path, text }: CardText): Finding[] {
  const findings: Finding[] = [];
  for (const lang of TEXT_LANGUAGES) {
    const said = text[lang];
    if (said === undefined) continue;
    const share = said.length / text.en.length;
    if (!isInScript(said, lang)) {
      findings.push(at(parsed, [...path, lang], 'wrong-script', `it is not written as ${lang} is`));
    } else if (text.en.length >= LABEL && (share < EVEN.least || share > EVEN.most)) {
      const percent = Math.round(share * 100);
      findings.push(at(parsed, [...path, lang], 'uneven-translation', `${lang} is ${percent} % as long as the English`));
    }
  }
  const longest = Math.max(...text.en.split(/[.;?!] /).map((sentence) => sentence.split(/\s+/).length));
  if (longest > LONGEST_SENTENCE) {
    findings.push(at(parsed, [...path, 'en'], 'long-sentence', `a sentence of ${longest} words`));
  }
  const loaded = LOADED.exec(text.en)?.[0];
  if (loaded !== undefined) findings.push(at(parsed, [...path, 'en'], 'loaded-word', `‘${loaded}’ takes a side`));
  return findings;
}

/** Whether at least half of a text's letters are of its language's script. Initials (YPG) are written the same everywhere. */
function isInScript(text: string, lang: TextLanguage): boolean {
  const words = text.replaceAll(/\p{Lu}{2,}/gu, '');
  return (words.match(LETTERS[lang])?.length ?? 0) * 2 >= (words.match(/\p{L}/gu)?.length ?? 0);
}

function saidTwice(parsed: ParsedEntity): Finding[] {
  const said = new Set<string>();
  return parsed.entity.facts.flatMap((fact, place) => {
    const key = `${'on' in fact ? fact.on : fact.from} ${fact.text.en}`;
    if (said.has(key)) return [at(parsed, ['facts', place], 'said-twice', 'the same fact stands above')];
    said.add(key);
    return [];
  });
}
