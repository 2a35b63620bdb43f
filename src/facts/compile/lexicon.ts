/** From forms, titles and cue words to the lexicon that recognition reads. */
import { fold } from '../../text/fold.ts';
import type { CompiledLexicon } from '../compiled-pack.ts';
import type { Form } from '../authored-entity.ts';
import type { FormLanguage } from '../entity.ts';
import { postForms, type TitleRow, type Titles, titleForms } from '../forms/titles.ts';
import { kindOf } from '../kind.ts';
import type { LexiconRules, Sense } from '../recognise/rules.ts';
import { phraseOf } from '../recognise/words.ts';
import { cueWords } from './cue-words.ts';
import { EverydayWords } from './everyday-words.ts';
import { LexiconRows } from './lexicon-rows.ts';
import type { CueGroups, WordLists } from './pack-files.ts';
import type { ParsedEntity } from './parse-entity.ts';
import { type PackProblem, type PartPath, problemsIn } from './problem.ts';
import { type Report, spell } from './spell.ts';
import type { YamlFile } from './yaml.ts';

/** What the lexicon is made of. */
export interface LexiconSources {
  readonly entities: readonly ParsedEntity[];
  readonly cues: CueGroups;
  readonly cueFile: YamlFile;
  /** `null`: the pack's offices are found by the forms they write themselves. */
  readonly titles: Titles | null;
  readonly everydayWords: WordLists;
}

/** Weight of a title among readings of the same words. */
const TITLE_WEIGHT = 5;

/** Compiles the lexicon; `problems` are forms and cues that cannot match, and everyday words that count without a condition. */
export function compileLexicon({ entities, cues, cueFile, titles, everydayWords }: LexiconSources): {
  lexicon: CompiledLexicon;
  problems: PackProblem[];
} {
  const rows = new LexiconRows(new EverydayWords(everydayWords));
  const problems: PackProblem[] = [];
  const reporter = (file: YamlFile, path: PartPath): Report => {
    const problem = problemsIn(file);
    return (code, message) => void problems.push(problem(code, path, message));
  };
  for (const { id, entity, file } of entities) {
    const named = { kind: kindOf(id), ...(entity.person && { gender: entity.person.gender }) };
    entity.forms.forEach((form, place) => {
      const report = reporter(file, ['forms', place]);
      const senses = new Map<FormLanguage | undefined, Sense>();
      for (const row of spell(form, named, report)) {
        const lang = row.lang ?? form.lang;
        const sense = senses.get(lang) ?? senseOf(id, form, lang);
        senses.set(lang, sense);
        const spelling = form.case === 'exact' ? row.form : row.base;
        const cut = Math.max(row.cut, named.kind === 'person' ? 0 : leadingArticle(row.form, lang));
        if (isOneLetter(row.form)) report('bad-form', `‘${row.form}’ is one letter, which says nothing`);
        const langs = rows.add(row.form, cut, spelling, sense);
        if (langs.length > 0 && form.needs.length === 0) {
          report('everyday-word', `‘${row.form}’ is an everyday word (${langs.join(', ')}): it needs a condition`);
        }
      }
    });
    if (entity.office === undefined || titles === null) continue;
    for (const row of titleForms(titles, entity.office.country, entity.office.post)) {
      rows.add(row.form, row.cut, row.base, titleSense(id, row));
    }
  }
  const { anywhere, neighbours } = cueWords(cues, entities, titles, (cue, lang) => reporter(cueFile, [cue, lang]));
  for (const { form, cut, base, meaning } of anywhere) rows.add(form, cut, base, meaning);
  const rules = {
    neighbours: { ...neighbours, ...(titles && postsOf(entities, titles)) },
    leaders: leadersOf(entities),
    women: entities.filter(({ entity }) => entity.person?.gender === 'f').map(({ id }) => id),
    offices: officesOf(entities),
  };
  return { lexicon: rows.compile(rules), problems };
}

/** Folded, as 'U.N.' has two. Most forms are seen to be longer by their length alone. */
function isOneLetter(form: string): boolean {
  return form.length <= 3 && phraseOf(form).length === 1;
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

function titleSense(entity: string, { lang, bare, unless }: TitleRow): Sense {
  // Turkish writes a post with capitals where it means the one who holds it: 'iki savunma bakanı' are any two ministers.
  const letters = bare && lang === 'tr' ? 'capital' : 'any';
  const never: Sense['never'] = unless === undefined ? [] : [{ cue: unless, in: 'before' }];
  return { entity, as: bare ? 'bare-title' : 'title', lang, case: letters, needs: [], never, weight: TITLE_WEIGHT };
}

/** Words that stand before a name and are no part of the mention: 'the deal' marks 'deal'. */
const ARTICLES: Partial<Record<FormLanguage, readonly string[]>> = {
  en: ['the', 'this', 'that'],
  de: ['der', 'die', 'das', 'dem', 'den', 'des', 'dieses', 'diese', 'dieser', 'diesem', 'vom', 'zum', 'beim'],
  fr: ['le', 'la', 'les', "l'", 'du', 'au', 'cet', 'cette', 'ce'],
  es: ['el', 'la', 'los', 'las', 'del', 'al', 'este', 'esta'],
  tr: ['bu'],
  ru: ['этот', 'это', 'этого', 'этому', 'этом', 'этим'],
};

/** Folded letters of a form's leading article; 0 where it has none. */
function leadingArticle(form: string, lang: FormLanguage | undefined): number {
  const article = lang && ARTICLES[lang]?.find((word) => form.toLowerCase().startsWith(word.endsWith("'") ? word : `${word} `));
  return article === undefined ? 0 : fold(article.replace("'", '')).text.length;
}

/** Words of each office's post, to be looked up before its holders' names. */
function postsOf(entities: readonly ParsedEntity[], titles: Titles): LexiconRules['neighbours'] {
  return Object.fromEntries(
    entities.flatMap(({ id, entity }) => {
      if (entity.office === undefined) return [];
      return [[id, phrasesByLanguage(postForms(titles, entity.office.post))]];
    }),
  );
}

function phrasesByLanguage(forms: ReadonlyMap<string, readonly string[]>): Record<string, string[]> {
  return Object.fromEntries([...forms].map(([lang, spellings]) => [lang, [...new Set(spellings.map(phraseOf))]]));
}

function leadersOf(entities: readonly ParsedEntity[]): LexiconRules['leaders'] {
  return Object.fromEntries(entities.flatMap(({ id, entity }) => (entity.led_by === undefined ? [] : [[id, entity.led_by]])));
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
