/** A compiled lexicon made ready for use: the trie opened, its rules turned around for look-up. */
import { openTrie, type Trie } from '../../text/trie-format.ts';
import type { CompiledLexicon } from '../compiled-pack.ts';
import type { FormLanguage } from '../entity.ts';
import { Neighbours } from './neighbours.ts';
import { CUT_STEP, type CueWord, type LexiconRules, type Sense } from './rules.ts';

/** What a value of the trie says. */
export interface Spelling {
  /** As the pack's author wrote it. */
  readonly text: string;
  readonly meaning: Sense | CueWord;
  /** Folded letters of the first token that do not belong to the name. */
  readonly cut: number;
  /** Languages in which it is also an everyday word. */
  readonly everyday: ReadonlySet<FormLanguage> | undefined;
}

/** See the head of this file. */
export interface Lexicon {
  readonly trie: Trie;
  /** What the trie's value `value` stands for. */
  spelling(value: number): Spelling;
  /** Cue words that count directly beside a name. */
  readonly neighbours: Neighbours;
  /** Tenures of an office in order of time; none for an office the pack does not have. */
  tenures(office: string): LexiconRules['offices'][string];
  /** Whether a person ever held an office. */
  everHeld(person: string, office: string): boolean;
  /** Offices a person ever held. */
  officesOf(person: string): readonly string[];
  /** The office that leads an organisation. */
  leaderOf(organisation: string): string | undefined;
  /** Organisations that an office leads. */
  ledBy(office: string): readonly string[];
}

/**
 * Opens a lexicon. The trie is used as it lies in memory.
 * @throws RangeError when the trie is damaged or does not fit the rules
 */
export function openLexicon({ trie, rules }: CompiledLexicon): Lexicon {
  const everyday = new Map<number, Set<FormLanguage>>();
  for (const [lang, places] of Object.entries(rules.everyday)) {
    for (const place of places) {
      const langs = everyday.get(place) ?? new Set<FormLanguage>();
      everyday.set(place, langs.add(lang as FormLanguage));
    }
  }
  // A spelling is met again and again in one article: each value is put together once.
  const known = new Map<number, Spelling>();
  const held = new Map<string, string[]>();
  for (const [office, holders] of Object.entries(rules.offices)) {
    for (const person of new Set(holders.map((tenure) => tenure.person))) held.set(person, [...(held.get(person) ?? []), office]);
  }
  const tenures = (office: string) => rules.offices[office] ?? [];
  return {
    trie: openTrie(trie),
    spelling(value) {
      const met = known.get(value);
      if (met !== undefined) return met;
      const place = Math.floor(value / CUT_STEP);
      const row = rules.spellings[place];
      const meaning = row && rules.meanings[row[1]];
      if (row === undefined || meaning === undefined) throw new RangeError(`the trie's value ${value} has no rule`);
      const spelling = { text: row[0], meaning, cut: value % CUT_STEP, everyday: everyday.get(place) };
      known.set(value, spelling);
      return spelling;
    },
    neighbours: new Neighbours(rules.neighbours),
    tenures,
    everHeld: (person, office) => tenures(office).some((tenure) => tenure.person === person),
    officesOf: (person) => held.get(person) ?? [],
    leaderOf: (organisation) => rules.leaders[organisation],
    ledBy: (office) => Object.keys(rules.leaders).filter((organisation) => rules.leaders[organisation] === office),
  };
}
