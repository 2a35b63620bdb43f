/** What else could mark the names of the pack: plain matching as mark.js does it, compromise, wink-nlp; all given the same names. */
import nlp from 'compromise';
import * as v from 'valibot';
import model from 'wink-eng-lite-web-model';
import winkNLP, { type ItemCustomEntity, type ItemToken } from 'wink-nlp';
import type { FormLanguage } from '../src/facts/entity.ts';
import type { LexiconRules } from '../src/facts/recognise/rules.ts';
import type { FoundMention } from '../src/facts/recognise/score.ts';
import { tokensOf } from '../src/facts/recognise/words.ts';

/** Marks the names of one language in texts. */
export type Marker = (text: string) => FoundMention[];

/** A peer: made ready for one language at a time. */
export interface Peer {
  readonly name: string;
  /** The marker serves until the next call. */
  prepare(names: ReadonlyMap<string, string>): Marker;
}

/**
 * The names of a lexicon that count in a language, in lower case, with the entity that has most claim to each. Inflected forms are
 * ours alone: what is left is what a person would type in.
 */
export function namesFor({ meanings, spellings }: LexiconRules, lang: FormLanguage): Map<string, string> {
  const names = new Map<string, { id: string; weight: number }>();
  for (const [text, place] of spellings) {
    const meaning = meanings[place];
    if (meaning === undefined || 'cue' in meaning) continue;
    if (meaning.lang !== undefined && meaning.lang !== lang) continue;
    const name = text.toLocaleLowerCase(lang);
    if ((names.get(name)?.weight ?? -1) < meaning.weight) names.set(name, { id: meaning.entity, weight: meaning.weight });
  }
  return new Map([...names].map(([name, { id }]) => [name, id]));
}

/** Most words of a name that plain matching tries. */
const LONGEST_NAME = 10;

/** As mark.js with `accuracy: 'exactly'`: every name as a whole word wherever it stands, case set aside, the longest first. */
const plain: Peer = {
  name: 'plain (mark.js-like)',
  prepare: (names) => (text) => {
    const found: FoundMention[] = [];
    const tokens = tokensOf(text);
    for (let first = 0; first < tokens.length; first++) {
      const start = tokens[first]?.start ?? 0;
      for (let last = Math.min(tokens.length, first + LONGEST_NAME) - 1; last >= first; last--) {
        const end = tokens[last]?.end ?? 0;
        const id = names.get(text.slice(start, end).toLowerCase());
        if (id === undefined) continue;
        found.push({ start, end, id });
        first = last;
        break;
      }
    }
    return found;
  },
};

/** What its `json` gives when asked for offsets; it is typed `any`. */
const Phrases = v.array(v.object({ offset: v.object({ start: v.number(), length: v.number() }) }));

const compromise: Peer = {
  name: 'compromise',
  prepare(names) {
    const trie = nlp.buildTrie([...names.keys()]);
    return (text) => {
      const found: FoundMention[] = [];
      for (const { offset } of v.parse(Phrases, nlp(text).lookup(trie).json({ offset: true }))) {
        const raw = text.slice(offset.start, offset.start + offset.length);
        const words = raw.replace(/^[^\p{L}\p{N}]+|[^\p{L}\p{N}]+$/gu, '');
        const start = offset.start + raw.indexOf(words);
        const id = names.get(words.toLowerCase());
        if (id !== undefined) found.push({ start, end: start + words.length, id });
      }
      return found;
    };
  },
};

/** One engine for the whole run: 2.4.0 doubles its model's backslashes with each engine made from it, and soon runs out of string. */
const engine = winkNLP(model, ['cer']);

/** Orders of the names that are tried. */
const ORDERS = 20;

/** Teaches the names, forgetting earlier ones. On some orders of some names 2.4.0 throws, so others are tried. */
function teach(names: readonly (readonly [string, string])[]): void {
  for (let order = 0; order < ORDERS; order++) {
    const from = Math.floor((names.length * order) / ORDERS);
    const patterns = [...names.slice(from), ...names.slice(0, from)].map(([name, id]) => ({ name: id, patterns: [name] }));
    try {
      engine.learnCustomEntities(patterns, { matchValue: false, usePOS: false, useEntity: false });
      return;
    } catch {
      continue;
    }
  }
  throw new Error('wink-nlp learns these names in no order');
}

const wink: Peer = {
  name: 'wink-nlp',
  prepare(names) {
    teach([...names].toSorted(([a], [b]) => (a < b ? -1 : 1)));
    return winkMentions;
  },
};

function winkMentions(text: string): FoundMention[] {
  const doc = engine.readDoc(text);
  const spans: { start: number; end: number }[] = [];
  let at = 0;
  doc.tokens().each((token: ItemToken) => {
    const start = text.indexOf(token.out(), at);
    at = start + token.out().length;
    spans.push({ start, end: at });
  });
  const found: FoundMention[] = [];
  doc.customEntities().each((entity: ItemCustomEntity) => {
    // Typed as the text it gives without an argument; with `its.span` it is a pair of places.
    const [first, last] = entity.out(engine.its.span) as unknown as [number, number];
    const [start, end] = [spans[first]?.start, spans[last]?.end];
    if (start !== undefined && end !== undefined) found.push({ start, end, id: entity.out(engine.its.type) });
  });
  return found;
}

/** In the order of the table. */
export const PEERS: readonly Peer[] = [plain, compromise, wink];
