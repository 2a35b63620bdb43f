/** A compiled lexicon made ready for use: the trie opened, its rules turned around for look-up. */
import { openTrie, type Trie, valuesOf } from '../../text/trie/trie-format.ts';
import type { CompiledLexicon } from '../compiled-pack.ts';
import { FORM_LANGUAGES, type FormLanguage } from '../entity.ts';
import { Neighbours } from './neighbours.ts';
import { CUT_STEP, type CueWord, type LexiconRules, type Sense } from './rules.ts';

/** What a value of the trie says in an article of some language. */
export interface Spelling {
  /** As the pack's author wrote it. */
  readonly text: string;
  readonly meaning: Sense | CueWord;
  /** Folded letters of the first token that do not belong to the name. */
  readonly cut: number;
  /** It is an everyday word in the article's language. */
  readonly everyday: boolean;
}

/** See the head of this file. */
export interface Lexicon {
  readonly trie: Trie;
  /**
   * What a form of the trie may mean in an article of a language; `undefined` lets the spellings of every language count.
   * @param terminal as a hit gives it
   */
  spellings(terminal: number, lang: FormLanguage | undefined): readonly Spelling[];
  /** Cue words that count directly beside a name. */
  readonly neighbours: Neighbours;
  /** Tenures of an office in order of time; none for an office the pack does not have. */
  tenures(office: string): LexiconRules['offices'][string];
  /** Whether a person ever held an office. */
  everHeld(person: string, office: string): boolean;
  /** Offices a person ever held. */
  officesOf(person: string): readonly string[];
  /** Whether a person is a woman. */
  isWoman(person: string): boolean;
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
  const opened = openTrie(trie);
  const everyday = new Map(Object.entries(rules.everyday).map(([lang, places]) => [lang, new Set(places)]));
  const spelling = (value: number, lang: FormLanguage | undefined): Spelling => {
    const place = Math.floor(value / CUT_STEP);
    const row = rules.spellings[place];
    const meaning = row && rules.meanings[row[1]];
    if (row === undefined || meaning === undefined) throw new RangeError(`the trie's value ${value} has no rule`);
    const isEveryday = lang !== undefined && everyday.get(lang)?.has(place) === true;
    return { text: row[0], meaning, cut: value % CUT_STEP, everyday: isEveryday };
  };
  // A form is met again and again: what it says in a language is put together once.
  const known = new Map<FormLanguage | undefined, Map<number, readonly Spelling[]>>(
    [...FORM_LANGUAGES, undefined].map((lang) => [lang, new Map()]),
  );
  const held = new Map<string, string[]>();
  for (const [office, holders] of Object.entries(rules.offices)) {
    for (const person of new Set(holders.map((tenure) => tenure.person))) held.set(person, [...(held.get(person) ?? []), office]);
  }
  const women = new Set(rules.women);
  const tenures = (office: string) => rules.offices[office] ?? [];
  return {
    trie: opened,
    spellings(terminal, lang) {
      const met = known.get(lang)?.get(terminal);
      if (met !== undefined) return met;
      const spellings = Array.from(valuesOf(opened, terminal), (value) => spelling(value, lang));
      const counting = spellings.filter(({ meaning }) => countsIn(meaning.lang, lang));
      known.get(lang)?.set(terminal, counting);
      return counting;
    },
    neighbours: new Neighbours(rules.neighbours),
    tenures,
    everHeld: (person, office) => tenures(office).some((tenure) => tenure.person === person),
    officesOf: (person) => held.get(person) ?? [],
    isWoman: (person) => women.has(person),
    leaderOf: (organisation) => rules.leaders[organisation],
    ledBy: (office) => Object.keys(rules.leaders).filter((organisation) => rules.leaders[organisation] === office),
  };
}

/** Russian and Arabic are the only languages of their scripts here: a name in that script counts whatever a page says its language is. */
function countsIn(spellings: FormLanguage | undefined, article: FormLanguage | undefined): boolean {
  return spellings === undefined || article === undefined || spellings === article || spellings === 'ru' || spellings === 'ar';
}
