/**
 * Titles of offices, made from `pack/titles.yaml`: how each language names a country beside a post, how it names the post, and in
 * which order. Twenty lines a language stand for some thousands of spellings.
 */
import * as v from 'valibot';
import { FORM_LANGUAGES, type FormLanguage } from '../entity.ts';
import { inflect } from './inflect.ts';
import type { FormRow } from './row.ts';

const Key = v.pipe(v.string(), v.regex(/^[a-z]+(-[a-z]+)*$/, 'a key is of lower-case letters and hyphens'));
const Spellings = v.pipe(v.string(), v.trim(), v.minLength(1));
const Language = v.picklist(FORM_LANGUAGES);

/**
 * A way to say a post. A plain one is put into every pattern of its language; one that holds a `{slot}` itself is a whole title
 * ('chef de la diplomatie {adjective-f}'), and so is one that is `whole`: it needs no country ('Kremlin spokesman').
 */
const PostPhrase = v.union([
  Spellings,
  v.strictObject({
    text: Spellings,
    /** Countries it is said of; absent: all. */
    only: v.optional(v.array(Key)),
    whole: v.optional(v.boolean(), false),
  }),
]);

/** The shape of `pack/titles.yaml`. Spellings may use `(a|b|)` everywhere; endings and clitics are added by the compiler. */
export const Titles = v.strictObject({
  /** Country → what fills the slots of patterns, by language: `{adjective: Turkish, name: Turkey}`. */
  countries: v.record(
    Key,
    v.strictObject({
      /** Language of its own press, in which a bare title ('Dışişleri Bakanı') means this country's. */
      home: v.optional(Language),
      /** Cue group whose words earlier in the article keep a bare title from being taken for this country's. */
      unless: v.optional(Key),
      slots: v.record(Language, v.record(Key, Spellings)),
    }),
  ),
  /** Post → how it is said, by language. */
  posts: v.record(Key, v.record(Language, v.array(PostPhrase))),
  /** How a country's slots and a plain `{post}` combine, by language; a pattern with a slot the country lacks is passed over. */
  patterns: v.record(Language, v.array(Spellings)),
});

/** Parsed titles. */
export type Titles = v.InferOutput<typeof Titles>;

/** A spelling of an office's title. */
export interface TitleRow extends FormRow {
  readonly lang: FormLanguage;
  /** Without a country, so it counts only in the country's own press. */
  readonly bare: boolean;
  /** A bare title's: the cue group that, earlier in the article, speaks against it. */
  readonly unless?: string | undefined;
}

/**
 * Every spelling of one office's title in every language, inflected, without repeats.
 * @throws RangeError when `titles` knows neither the country nor the post, or a pattern's brackets do not pair
 */
export function titleForms(titles: Titles, country: string, post: string): TitleRow[] {
  const { slots, home, unless } = titles.countries[country] ?? missing('country', country);
  const phrases = titles.posts[post] ?? missing('post', post);
  const rows = new Map<string, TitleRow>();
  for (const lang of FORM_LANGUAGES) {
    const add = (pattern: string, bare: boolean): void => {
      const text = fill(pattern, slots[lang] ?? {});
      if (text === undefined) return;
      for (const row of inflect({ text, lang, inflect: true }, { kind: 'office' })) {
        const key = `${lang} ${row.cut} ${row.form}`;
        if (!rows.has(key)) rows.set(key, { ...row, lang, bare, unless: bare ? unless : undefined });
      }
    };
    for (const phrase of phrases[lang] ?? []) {
      const { text, only, whole } = typeof phrase === 'string' ? { text: phrase, only: undefined, whole: false } : phrase;
      if (only !== undefined && !only.includes(country)) continue;
      if (whole || text.includes('{')) {
        add(text, false);
        continue;
      }
      for (const pattern of titles.patterns[lang] ?? []) add(pattern.replaceAll('{post}', `(${text})`), false);
      if (home === lang) add(text, true);
    }
  }
  return [...rows.values()];
}

/** The spellings of a post by itself, without a country, by language, inflected. */
export function postForms(titles: Titles, post: string): Map<FormLanguage, string[]> {
  const forms = new Map<FormLanguage, string[]>();
  for (const lang of FORM_LANGUAGES) {
    const plain = (titles.posts[post]?.[lang] ?? [])
      .map((phrase) => (typeof phrase === 'string' ? { text: phrase, whole: false } : phrase))
      .filter(({ text, whole }) => !whole && !text.includes('{'));
    const rows = plain.flatMap(({ text }) => inflect({ text, lang, inflect: true }, { kind: 'office' }));
    if (rows.length > 0) forms.set(lang, [...new Set(rows.map(({ form }) => form))]);
  }
  return forms;
}

/** A pattern with its slots filled in; `undefined` when one has no filling. */
function fill(pattern: string, slots: Readonly<Record<string, string>>): string | undefined {
  let complete = true;
  const text = pattern.replace(/\{([a-z-]+)\}/gu, (_slot, name: string) => {
    const filling = slots[name];
    if (filling === undefined) complete = false;
    return `(${filling ?? ''})`;
  });
  return complete ? text : undefined;
}

function missing(what: string, key: string): never {
  throw new RangeError(`titles.yaml has no ${what} ‘${key}’`);
}
