/**
 * The shapes of the fact store as its authors write it: one YAML file an entity, parsed here before anything else may read it.
 * `docs/PACK.md` explains every field to a person; `pack-compile.ts` turns these into what ships.
 */
import * as v from 'valibot';
import { Cue, Day, EntityId, FORM_LANGUAGES, PartialDate } from './entity.ts';

/** The longest text, in UTF-16 code units, that one line of a card can hold. */
const LONGEST_TEXT = 280;
/** The longest *about*, in UTF-16 code units. */
const LONGEST_ABOUT = 200;

const line = (longest: number) => v.pipe(v.string(), v.trim(), v.minLength(1), v.maxLength(longest));
const localized = (longest: number) =>
  v.strictObject({
    en: line(longest),
    tr: v.optional(line(longest)),
    ar: v.optional(line(longest)),
    ru: v.optional(line(longest)),
  });
/** A text in English and, where somebody wrote it, in the other card languages. */
export const Localized = localized(LONGEST_TEXT);

const SourceKey = v.pipe(v.string(), v.regex(/^[a-z0-9]+(-[a-z0-9]+)*$/));
const SourceKeys = v.pipe(v.array(SourceKey), v.minLength(1, 'a fact names at least one source'));

/** A page that was found and read: who published what, when, where. */
export const Source = v.strictObject({
  publisher: line(80),
  title: line(240),
  /** The page's own date, as precise as it gives it; absent where it gives none. */
  date: v.optional(PartialDate),
  url: v.pipe(v.string(), v.regex(/^https?:\/\/[^\s]+$/)),
  /** BCP 47 tag of the page's language where it is not English. */
  lang: v.optional(v.string()),
});

/** One side of a disagreement: who says it, and what. */
const Dispute = v.strictObject({ by: Localized, text: Localized, sources: SourceKeys });

const factBody = {
  text: Localized,
  sources: SourceKeys,
  /** Other entities this fact is about; such facts come first on a card in an article that names them. */
  concerns: v.optional(v.array(EntityId), []),
  disputed: v.optional(v.array(Dispute), []),
};
/** One dated, sourced statement: at a point (`on`), or over [`from`, `until`). Without `until` it still held on the pack's last day. */
const Fact = v.union([
  v.strictObject({ on: PartialDate, ...factBody }),
  v.strictObject({ from: PartialDate, until: v.optional(PartialDate), ...factBody }),
]);

/** What the entity was over [`from`, `until`): the one line of a card under the article's date. */
const Status = v.strictObject({
  from: PartialDate,
  until: v.optional(PartialDate),
  text: Localized,
  sources: SourceKeys,
});

/** One holder's interval in an office, [`from`, `until`). A single-holder office has no overlapping tenures. */
const Tenure = v.strictObject({
  person: EntityId,
  from: PartialDate,
  until: v.optional(PartialDate),
  acting: v.optional(v.boolean(), false),
  sources: SourceKeys,
});

/** How one or more spellings of an entity count as a mention. */
export const Form = v.strictObject({
  /** Language whose endings apply; without it the spelling holds in every language of its script. */
  lang: v.optional(v.picklist(FORM_LANGUAGES)),
  /** Spellings; `(a|b|)` expands to each alternative. */
  text: v.union([line(200), v.pipe(v.array(line(200)), v.minLength(1))]),
  /** `full` names introduce an entity; `short` ones stand for it afterwards; `alias` is neither. Decides `needs: full`. */
  as: v.optional(v.picklist(['full', 'short', 'alias']), 'full'),
  /** `capital` (default for scripts with case): the first letter is upper case. `exact`: as written. `any`: no matter. */
  case: v.optional(v.picklist(['capital', 'exact', 'any']), 'capital'),
  /** Whether the compiler adds this language's endings (Russian, German, Turkish, Arabic clitics). */
  inflect: v.optional(v.boolean(), true),
  /** The article's date must be on or after this day. */
  from: v.optional(Day),
  /** The article's date must be before this day. */
  until: v.optional(Day),
  /** Any one of these suffices; without one the form does not count. `full` means: a `full` form of this entity stood earlier. */
  needs: v.optional(v.array(v.union([Cue, v.literal('full')])), []),
  /** Any one of these and the form does not count. */
  never: v.optional(v.array(Cue), []),
  /** Standing of this reading among others of the same spelling, 0 to 10; the highest wins, a tie abstains. */
  weight: v.optional(v.pipe(v.number(), v.minValue(0), v.maxValue(10)), 5),
});

const names = v.strictObject({
  en: line(120),
  tr: line(120),
  ar: line(120),
  ru: line(120),
  de: v.optional(line(120)),
  fr: v.optional(line(120)),
  es: v.optional(line(120)),
});

/** An entity as one YAML file holds it; its id comes from the file's path, `pack/KIND/SLUG.yaml`. */
export const AuthoredEntity = v.strictObject({
  names,
  /** Small print before the name on a card: 'north-west Syria', 'Turkey'. */
  region: v.optional(Localized),
  /** What it is, whatever the day. */
  about: localized(LONGEST_ABOUT),
  forms: v.optional(v.array(Form), []),
  statuses: v.optional(v.array(Status), []),
  facts: v.array(Fact),
  related: v.optional(v.array(EntityId), []),
  sources: v.record(SourceKey, Source),
  /** Places only: WGS 84 degrees. */
  location: v.optional(
    v.strictObject({
      latitude: v.pipe(v.number(), v.minValue(-90), v.maxValue(90)),
      longitude: v.pipe(v.number(), v.minValue(-180), v.maxValue(180)),
    }),
  ),
  /** Persons only. `gender` decides endings in Russian. */
  person: v.optional(v.strictObject({ gender: v.picklist(['f', 'm']) })),
  /** Offices only: title words are made from `pack/titles.yaml` by country and post. */
  office: v.optional(
    v.strictObject({
      country: SourceKey,
      post: SourceKey,
      holders: v.optional(v.picklist(['single', 'several']), 'single'),
      tenures: v.pipe(v.array(Tenure), v.minLength(1)),
    }),
  ),
  /** Organisations only: the office that leads it; its holder is shown on the card. */
  led_by: v.optional(EntityId),
  /** Agreements only. */
  agreement: v.optional(
    v.strictObject({
      date: PartialDate,
      parties: v.pipe(v.array(Localized), v.minLength(1)),
      terms: v.array(v.strictObject({ text: Localized, sources: SourceKeys })),
    }),
  ),
  /** Events only: when, where, between whom. */
  event: v.optional(
    v.strictObject({
      from: PartialDate,
      until: v.optional(PartialDate),
      where: v.optional(v.array(EntityId), []),
      between: v.optional(v.array(Localized), []),
      sources: SourceKeys,
    }),
  ),
});

/** An authored file after parsing, defaults filled in. */
export type AuthoredEntity = v.InferOutput<typeof AuthoredEntity>;
/** A form after parsing. */
export type Form = v.InferOutput<typeof Form>;
/** A source after parsing. */
export type Source = v.InferOutput<typeof Source>;
/** A localized text after parsing. */
export type Localized = v.InferOutput<typeof Localized>;
