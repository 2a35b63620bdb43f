/**
 * Declension of one Russian word, by its ending (after Zaliznyak's types, accents left out, only what names and titles need).
 * A case may have several spellings; a word that does not decline has itself in all.
 */

/** Genitive, dative, accusative, instrumental, prepositional: the order of every array here, after the nominative at 0. */
export const CASES = 6;

/** Spellings of a word by case. */
export type Declined = readonly (readonly string[])[];

/** What decides between paradigms of one ending. */
export interface WordKind {
  /**
   * `name`: a person's given or family name, which is never an adjective in -ний and has -ым in the instrumental of -ов;
   * `place`: a proper name that is indeclinable in -и and mostly in -о; `noun`: any other word.
   */
  readonly of: 'name' | 'noun' | 'place';
  /** Persons only. */
  readonly gender?: 'f' | 'm' | undefined;
  /** Whether an adjective before it shows that it is a plural (сочинские соглашения). */
  readonly plural?: boolean;
}

/** Endings by case: nominative, genitive, dative, accusative, instrumental, prepositional; a bar between spellings. */
type Endings = readonly [string, string, string, string, string, string];

interface Rule {
  /** The ending that is replaced. */
  readonly ending: RegExp;
  readonly endings: Endings;
  readonly when?: (kind: WordKind, word: string) => boolean;
}

/** Adjectives in -ие; соглашение and the like are nouns. */
const PLURAL_IN_IE = /(?<=[сц]к|ш|щ|[нжх]н)ие$/u;
const man = ({ of, gender }: WordKind): boolean => of === 'name' && gender !== 'f';
const woman = ({ of, gender }: WordKind): boolean => of === 'name' && gender === 'f';
const notAName = ({ of }: WordKind): boolean => of !== 'name';
const noun = ({ of }: WordKind): boolean => of === 'noun';
const plural = (kind: WordKind): boolean => kind.plural === true;

/**
 * The first rule that fits holds. The accusative of masculine words and plurals is given as the genitive, which it is for persons;
 * for things it is the nominative, which is among the forms anyway.
 */
const RULES: readonly Rule[] = [
  // Women's family names; names of women that end as men's do (Ангела Меркель, Эмине Эрдоган) do not decline.
  { ending: /(?<=[оеё]в|[иы]н)а$/u, endings: ['а', 'ой', 'ой', 'у', 'ой', 'ой'], when: woman },
  { ending: /(?<=[бвгджзклмнпрстфхцчшщ]|ель)$/u, endings: ['', '', '', '', '', ''], when: woman },
  // Adjectives, and family names that are.
  { ending: /(?<=[кгх])ий$/u, endings: ['ий', 'ого', 'ому', 'ого', 'им', 'ом'] },
  { ending: /(?<=[жшщчн])ий$/u, endings: ['ий', 'его', 'ему', 'его', 'им', 'ем'], when: notAName },
  { ending: /ый$/u, endings: ['ый', 'ого', 'ому', 'ого', 'ым', 'ом'] },
  { ending: /(?<=[бвгджзклмнпрстфхчшщ])ой$/u, endings: ['ой', 'ого', 'ому', 'ого', 'ым|им', 'ом'] },
  { ending: /(?<=[жшщч])ая$/u, endings: ['ая', 'ей', 'ей', 'ую', 'ей', 'ей'] },
  { ending: /ая$/u, endings: ['ая', 'ой', 'ой', 'ую', 'ой', 'ой'] },
  { ending: /(?<=[жшщчн])яя$/u, endings: ['яя', 'ей', 'ей', 'юю', 'ей', 'ей'] },
  { ending: /(?<=[кгх])ое$/u, endings: ['ое', 'ого', 'ому', 'ое', 'им', 'ом'] },
  { ending: /ое$/u, endings: ['ое', 'ого', 'ому', 'ое', 'ым|им', 'ом'] },
  { ending: /(?<=[жшщчн])ее$/u, endings: ['ее', 'его', 'ему', 'ее', 'им', 'ем'] },
  { ending: /ые$/u, endings: ['ые', 'ых', 'ым', 'ых', 'ыми', 'ых'] },
  { ending: PLURAL_IN_IE, endings: ['ие', 'их', 'им', 'их', 'ими', 'их'] },
  // Men's family names in -ов, -ев, -ин.
  { ending: /(?<=[оеё]в|[иы]н)$/u, endings: ['', 'а', 'у', 'а', 'ым', 'е'], when: man },
  // Plurals known by their adjective: соглашения.
  { ending: /(?<=и)я$/u, endings: ['я', 'й', 'ям', 'я', 'ями', 'ях'], when: plural },
  // Nouns in -ия, -ие, -ий, -ей.
  { ending: /(?<=и)я$/u, endings: ['я', 'и', 'и', 'ю', 'ей', 'и'] },
  { ending: /(?<=и)е$/u, endings: ['е', 'я', 'ю', 'е', 'ем', 'и'], when: notAName },
  { ending: /(?<=и)й$/u, endings: ['й', 'я', 'ю', 'я', 'ем', 'и'] },
  { ending: /(?<=[аеоуыэюя])й$/u, endings: ['й', 'я', 'ю', 'я', 'ем', 'е'] },
  // First declension.
  { ending: /(?<=[жшчщ])а$/u, endings: ['а', 'и', 'е', 'у', 'ой|ей', 'е'] },
  { ending: /(?<=[гкх])а$/u, endings: ['а', 'и', 'е', 'у', 'ой', 'е'] },
  { ending: /(?<=ц)а$/u, endings: ['а', 'ы', 'е', 'у', 'ей', 'е'] },
  { ending: /(?<=[бвдзлмнпрстф])а$/u, endings: ['а', 'ы', 'е', 'у', 'ой', 'е'] },
  { ending: /я$/u, endings: ['я', 'и', 'е', 'ю', 'ей', 'е'] },
  // Soft sign: feminine in -сть and the like; other words both ways, for their gender cannot be seen.
  { ending: /(?<=с[тл]|зн|[жшчщ])ь$/u, endings: ['ь', 'и', 'и', 'ь', 'ью', 'и'], when: notAName },
  { ending: /ь$/u, endings: ['ь', 'я', 'ю', 'я', 'ем', 'е'], when: man },
  { ending: /ь$/u, endings: ['ь', 'я|и', 'ю|и', 'ь|я', 'ем|ью', 'е|и'], when: notAName },
  // Second declension.
  { ending: /(?<=[жшчщц])$/u, endings: ['', 'а', 'у', 'а', 'ем|ом', 'е'] },
  { ending: /(?<=[бвгдзклмнпрстфх])$/u, endings: ['', 'а', 'у', 'а', 'ом', 'е'] },
  { ending: /(?<=[бвгдзклмнпрстфх])о$/u, endings: ['о', 'а', 'у', 'о', 'ом', 'е'], when: noun },
  { ending: /(?<=[оеё]в|[иы]н)о$/u, endings: ['о', 'а', 'у', 'о', 'ом', 'е'], when: notAName },
  // Plural nouns: силы, каски, отряды, переговоры, договорённости.
  { ending: /(?<=сил)ы$/u, endings: ['ы', '', 'ам', '', 'ами', 'ах'], when: noun },
  { ending: /(?<=кас)ки$/u, endings: ['ки', 'ок', 'кам', 'ок', 'ками', 'ках'], when: noun },
  { ending: /(?<=р|отряд)ы$/u, endings: ['ы', 'ов', 'ам', 'ы', 'ами', 'ах'], when: noun },
  { ending: /(?<=ст)и$/u, endings: ['и', 'ей', 'ям', 'и', 'ями', 'ях'], when: noun },
];

/** Declines one word; white space inside it is not expected. Capital letters stay as they are, endings are in lower case. */
export function declineWord(word: string, kind: WordKind): Declined {
  const lower = word.toLowerCase();
  const rule = RULES.find(({ ending, when }) => ending.test(lower) && (when?.(kind, lower) ?? true));
  if (rule === undefined) return Array.from({ length: CASES }, () => [word]);
  const stem = word.slice(0, lower.search(rule.ending));
  const isAbbreviation = word.length > 1 && word === word.toUpperCase();
  return rule.endings.map((endings) => {
    const spellings = endings.split('|').map((ending) => stem + ending);
    return isAbbreviation ? [...new Set([word, ...spellings])] : spellings;
  });
}

/** Whether a word is an adjective in its dictionary form, which agrees with the noun after it. */
export function isAdjective(word: string): boolean {
  const lower = word.toLowerCase();
  return /(?:ый|ой|ая|яя|ое|ее)$/u.test(lower) || /[кгхжшщчн]ий$/u.test(lower) || isPluralAdjective(word);
}

/** Whether a word is an adjective in the nominative plural: сочинские, мирные. */
export function isPluralAdjective(word: string): boolean {
  const lower = word.toLowerCase();
  return lower.endsWith('ые') || PLURAL_IN_IE.test(lower);
}
