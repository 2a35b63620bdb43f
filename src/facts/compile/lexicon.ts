/** From forms, titles and cue words to the lexicon that recognition reads: every spelling into the trie, every condition into a rule. */
import { fold } from '../../text/fold.ts';
import { compileTrie, type TrieEntry } from '../../text/trie-compile.ts';
import type { CompiledLexicon } from '../compiled-pack.ts';
import type { Form, FormLanguage } from '../entity.ts';
import { inflect } from '../forms/inflect.ts';
import { type Titles, titleForms } from '../forms/titles.ts';
import { kindOf } from '../kind.ts';
import { BARE_TITLE_CUE } from '../recognise/titles.ts';
import { CUT_STEP, type CueWord, type LexiconRules, type Sense } from '../recognise/rules.ts';
import { EverydayWords } from './everyday-words.ts';
import type { ParsedEntity } from './parse-entity.ts';
import { CUE_LANGUAGES, type CueGroups, type WordLists } from './pack-files.ts';
import type { FormRow, Named } from '../forms/row.ts';
import { isMatchable } from './matchable.ts';
import type { PackProblem, PackProblemCode } from './problem.ts';
import type { YamlFile } from './yaml.ts';

/** What the lexicon is made of. */
export interface LexiconSources {
  readonly entities: readonly ParsedEntity[];
  readonly cues: CueGroups;
  readonly cueFile: YamlFile;
  readonly titles: Titles;
  readonly everydayWords: WordLists;
}

/** Weight of a title among readings of the same words. */
const TITLE_WEIGHT = 5;

/** Compiles the lexicon; `problems` are forms that are everyday words and count without a condition. */
export function compileLexicon({ entities, cues, cueFile, titles, everydayWords }: LexiconSources): {
  lexicon: CompiledLexicon;
  problems: PackProblem[];
} {
  const everyday = new EverydayWords(everydayWords);
  const rows = new LexiconRows(everyday);
  const problems: PackProblem[] = [];
  for (const { id, entity, file } of entities) {
    const named = { kind: kindOf(id), ...(entity.person && { gender: entity.person.gender }) };
    entity.forms.forEach((form, place) => {
      const report = (code: PackProblemCode, message: string) =>
        void problems.push({ code, file: file.path, line: file.lineOf(['forms', place]), message });
      for (const row of spell(form, named, report)) {
        const lang = row.lang ?? form.lang;
        const spelling = form.case === 'exact' ? row.form : row.base;
        const cut = Math.max(row.cut, leadingArticle(row.form, lang));
        const { plain, langs } = rows.add(row.form, cut, spelling, senseOf(id, form, lang));
        if (plain && langs.length > 0 && form.needs.length === 0) {
          report('everyday-word', `‘${row.form}’ is an everyday word (${langs.join(', ')}): it needs a condition`);
        }
      }
    });
    if (entity.office === undefined) continue;
    for (const row of titleForms(titles, entity.office.country, entity.office.post)) {
      rows.add(row.form, row.cut, row.base, titleSense(id, row.lang, row.bare));
    }
  }
  for (const [cue, byLanguage] of Object.entries(cues)) {
    for (const lang of CUE_LANGUAGES) {
      const words = byLanguage[lang];
      if (words === undefined || words.length === 0) continue;
      const meaning: CueWord = { cue, ...(lang !== 'any' && { lang }) };
      const report = (code: PackProblemCode, message: string) =>
        void problems.push({ code, file: cueFile.path, line: cueFile.lineOf([cue, lang]), message });
      // Only Arabic particles are joined to cue words: other languages' endings are written out in the list.
      const form = { text: words, lang: lang === 'ar' ? ('ar' as const) : ('en' as const), inflect: lang === 'ar' };
      for (const row of spell(form, { kind: 'event' }, report)) {
        rows.add(row.form, row.cut, row.base, meaning);
      }
    }
  }
  return { lexicon: rows.compile(officesOf(entities)), problems };
}

/** The spellings of a form that a text can hold; the others, and brackets that do not pair, are reported. */
function spell(
  form: Pick<Form, 'text' | 'lang' | 'inflect'>,
  named: Named,
  report: (code: PackProblemCode, message: string) => void,
): FormRow[] {
  try {
    const rows = inflect(form, named);
    const bad = rows.find((row) => !isMatchable(row.form));
    if (bad) report('bad-form', `‘${bad.form}’ can never match: it has no letter, or a sign that ends a match between its words`);
    return rows.filter((row) => isMatchable(row.form));
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    report('bad-form', error.message);
    return [];
  }
}

/** Collects spellings and rules, each once. */
class LexiconRows {
  readonly #entries: TrieEntry[] = [];
  readonly #spellings: [string, number][] = [];
  readonly #meanings: (Sense | CueWord)[] = [];
  readonly #placeOfMeaning = new Map<string, number>();
  readonly #placeOfSpelling = new Map<string, number>();
  readonly #everyday: LexiconRules['everyday'] = {};

  constructor(private readonly everydayWords: EverydayWords) {}

  /** Adds a form; tells in which of its languages it is an everyday word, and whether it is one plain word at all. */
  add(form: string, cut: number, spelling: string, meaning: Sense | CueWord): { plain: boolean; langs: FormLanguage[] } {
    const meaningPlace = placeIn(this.#placeOfMeaning, JSON.stringify(meaning), () => this.#meanings.push(meaning) - 1);
    const langs = this.everydayWords.languagesOf(form, meaning.lang);
    const key = `${meaningPlace} ${langs.join()} ${spelling}`;
    const place = placeIn(this.#placeOfSpelling, key, () => {
      const next = this.#spellings.push([spelling, meaningPlace]) - 1;
      for (const lang of langs) (this.#everyday[lang] ??= []).push(next);
      return next;
    });
    this.#entries.push({ form, value: place * CUT_STEP + cut });
    return { plain: !/\s/u.test(form.trim()), langs };
  }

  compile(offices: LexiconRules['offices']): CompiledLexicon {
    return {
      trie: compileTrie(this.#entries),
      rules: { meanings: this.#meanings, spellings: this.#spellings, everyday: this.#everyday, offices },
    };
  }
}

function placeIn(places: Map<string, number>, key: string, add: () => number): number {
  const known = places.get(key);
  if (known !== undefined) return known;
  const place = add();
  places.set(key, place);
  return place;
}

function senseOf(entity: string, form: Form, lang: FormLanguage | undefined): Sense {
  const { as, case: letters, from, until, needs, never, weight } = form;
  return {
    entity,
    as,
    ...(lang && { lang }),
    case: letters,
    ...(from !== undefined && { from }),
    ...(until !== undefined && { until }),
    needs,
    never,
    weight,
  };
}

function titleSense(entity: string, lang: FormLanguage, bare: boolean): Sense {
  const never: Sense['never'] = bare ? [{ cue: BARE_TITLE_CUE, in: 'previous' }] : [];
  // Turkish writes a post with capitals where it means the one who holds it: 'iki savunma bakanı' are any two ministers.
  const letters = bare && lang === 'tr' ? 'capital' : 'any';
  return { entity, as: bare ? 'bare-title' : 'title', lang, case: letters, needs: [], never, weight: TITLE_WEIGHT };
}

/** Words that stand before a name and are no part of the mention: 'the deal' marks 'deal'. */
const ARTICLES: Partial<Record<FormLanguage, readonly string[]>> = {
  en: ['the', 'this', 'that'],
  de: ['der', 'die', 'das', 'dem', 'den', 'des', 'dieses', 'diese', 'dieser', 'diesem'],
  fr: ['le', 'la', 'les', "l'", 'cet', 'cette', 'ce'],
  es: ['el', 'la', 'los', 'las', 'este', 'esta'],
  tr: ['bu'],
  ru: ['этот', 'это', 'этого', 'этому', 'этом', 'этим'],
};

/** Folded letters of a form's leading article; 0 where it has none. */
function leadingArticle(form: string, lang: FormLanguage | undefined): number {
  const article = lang && ARTICLES[lang]?.find((word) => form.toLowerCase().startsWith(word.endsWith("'") ? word : `${word} `));
  return article === undefined ? 0 : fold(article.replace("'", '')).text.length;
}

function officesOf(entities: readonly ParsedEntity[]): LexiconRules['offices'] {
  return Object.fromEntries(
    entities.flatMap(({ id, entity }) => {
      if (entity.office === undefined) return [];
      const tenures = entity.office.tenures
        .map(({ person, from, until }) => ({ person, from, ...(until !== undefined && { until }) }))
        .toSorted((a, b) => a.from.localeCompare(b.from));
      return [[id, tenures]];
    }),
  );
}
