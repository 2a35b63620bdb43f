/** Reviews forms: names that would not be recognised, and words that would be left unmarked because they mean two things. */
import type { ParsedEntity } from '../compile/parse-entity.ts';
import type { ParsedPack } from '../compile/parse-pack.ts';
import { spell } from '../compile/spell.ts';
import type { Form } from '../authored-entity.ts';
import { FORM_LANGUAGES, type FormLanguage } from '../entity.ts';
import { kindOf } from '../kind.ts';
import { phraseOf } from '../recognise/words.ts';
import { at, type Finding } from './finding.ts';

/** One spelling of one form. */
interface Spelling {
  readonly parsed: ParsedEntity;
  /** Place of the form in the file. */
  readonly place: number;
  readonly form: Form;
  readonly text: string;
  /** As matching folds it. */
  readonly phrase: string;
  readonly lang: FormLanguage | undefined;
}

/** Findings on the forms of a pack. */
export function reviewForms({ entities }: ParsedPack): Finding[] {
  const spellings = new Map(entities.map((parsed) => [parsed, spellingsOf(parsed)]));
  return [
    ...[...spellings].flatMap(([parsed, own]) => unrecognised(parsed, own)),
    ...clashes([...spellings.values()].flat()),
    ...sameOffices(entities),
  ];
}

function spellingsOf(parsed: ParsedEntity): Spelling[] {
  const { id, entity } = parsed;
  const named = { kind: kindOf(id), ...(entity.person && { gender: entity.person.gender }) };
  // Compiling reports what cannot be spelled.
  const unreported = () => {};
  return entity.forms.flatMap((form, place) =>
    spell(form, named, unreported).map((row) => ({
      parsed,
      place,
      form,
      text: row.form,
      phrase: phraseOf(row.form),
      lang: row.lang ?? form.lang,
    })),
  );
}

function unrecognised(parsed: ParsedEntity, spellings: readonly Spelling[]): Finding[] {
  const { names, office } = parsed.entity;
  // Forms of an office are made from `titles.yaml`.
  if (office !== undefined) return [];
  if (spellings.length === 0) return [at(parsed, ['names'], 'no-forms', `${names.en} has no forms and would never be marked`)];
  return FORM_LANGUAGES.flatMap((lang) => {
    const name = names[lang];
    if (name === undefined) return [];
    // What stands in brackets tells cards apart and is not part of the name: Adana agreement (1998).
    const phrase = phraseOf(name.replace(/ *\(.*\)$/, ''));
    const found = spellings.some((one) => one.phrase === phrase && (one.lang === undefined || one.lang === lang));
    return found ? [] : [at(parsed, ['names', lang], 'name-without-form', `no form matches the name ‘${name}’ (${lang})`)];
  });
}

function clashes(spellings: readonly Spelling[]): Finding[] {
  const unconditional = spellings.filter(({ form }) => form.needs.length === 0 && form.never.length === 0);
  const reported = new Set<string>();
  const byPhrase = new Map<string, Spelling[]>();
  for (const one of unconditional) byPhrase.set(one.phrase, [...(byPhrase.get(one.phrase) ?? []), one]);
  return [...byPhrase.values()].flatMap((same) =>
    same.flatMap((one, nth) =>
      same.slice(0, nth).flatMap((other) => {
        if (one.parsed === other.parsed || !meetSomewhere(one, other)) return [];
        const pair = `${one.parsed.id} ${one.place} ${other.parsed.id} ${other.place}`;
        if (reported.has(pair)) return [];
        reported.add(pair);
        return [at(one.parsed, ['forms', one.place], 'clashing-forms', `‘${one.text}’ means ${other.parsed.id} as well`)];
      }),
    ),
  );
}

/** Whether a text can be a match of both, with neither outweighing the other. */
function meetSomewhere(a: Spelling, b: Spelling): boolean {
  const sameLanguage = a.lang === undefined || b.lang === undefined || a.lang === b.lang;
  const sameDays = startsBefore(a.form.from, b.form.until) && startsBefore(b.form.from, a.form.until);
  const sameLetters = (a.form.case !== 'exact' && b.form.case !== 'exact') || a.text === b.text;
  return sameLanguage && sameDays && sameLetters && a.form.weight === b.form.weight;
}

function startsBefore(from: string | undefined, until: string | undefined): boolean {
  return from === undefined || until === undefined || from < until;
}

function sameOffices(entities: readonly ParsedEntity[]): Finding[] {
  const first = new Map<string, ParsedEntity>();
  return entities.flatMap((parsed) => {
    const { office } = parsed.entity;
    if (office === undefined) return [];
    const post = `${office.country} ${office.post}`;
    const other = first.get(post);
    if (other !== undefined) return [at(parsed, ['office', 'post'], 'office-twice', `${other.id} is the same post`)];
    first.set(post, parsed);
    return [];
  });
}
