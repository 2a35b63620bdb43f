/** What the script in a news page lets through: the background's replies and its requests, the same shapes as `from-page.ts` and `to-page.ts`. */
import type * as v from 'valibot';
import type { Briefing, BriefingFact, LocatorMap, Text } from '../facts/briefing.ts';
import type { Kind } from '../facts/entity.ts';
import type { ArticleDate, Mention, Why } from '../facts/mention.ts';
import type { PlacedHighlight, Stretch } from './highlights.ts';
import { type Check, isBoolean, isNumber, isString, listOf, oneOf, optional, orNull, shaped } from './check.ts';
import type { FROM_PAGE, FromPage, PageSettings } from './from-page.ts';
import type { TO_PAGE, ToPage } from './to-page.ts';

/** A reply's type by the name of the question. */
export type Answer<Name extends FromPage> = v.InferOutput<(typeof FROM_PAGE)[Name]['output']>;
/** What a request to the page carries. */
export type Request<Name extends ToPage> = v.InferOutput<(typeof TO_PAGE)[Name]['input']>;

const isKind = oneOf<Kind>({ place: true, person: true, office: true, agreement: true, organisation: true, event: true });
const isText = shaped<Text>({ text: isString, lang: isString });
const isNothing = shaped<object>({});

const isMention = shaped<Mention>({
  start: isNumber,
  end: isNumber,
  id: isString,
  kind: isKind,
  why: shaped<Why>({
    form: isString,
    evidence: oneOf<Why['evidence']>({
      name: true,
      'full-name-earlier': true,
      'cue-nearby': true,
      'cue-in-article': true,
      date: true,
      'title-and-date': true,
      introduced: true,
    }),
    cue: optional(isString),
  }),
  holders: optional(listOf(isString)),
});

const isDate = shaped<ArticleDate>({
  day: isString,
  how: oneOf<ArticleDate['how']>({
    reader: true,
    'json-ld': true,
    meta: true,
    time: true,
    archive: true,
    dateline: true,
    address: true,
  }),
});

const isFact = shaped<BriefingFact>({
  on: optional(isString),
  from: optional(isString),
  until: optional(isString),
  text: isText,
  sources: listOf(isNumber),
  disputed: listOf(shaped<BriefingFact['disputed'][number]>({ by: isText, text: isText, sources: listOf(isNumber) })),
});

type Part<Name extends keyof Briefing> = NonNullable<Briefing[Name]>;

type Span = Part<'strip'>['spans'][number];
const isSpan = shaped<Span>({
  id: isString,
  label: isText,
  from: isString,
  until: optional(isString),
  acting: isBoolean,
  sources: listOf(isNumber),
  onTheDay: isBoolean,
});

const isBriefing = shaped<Briefing>({
  id: isString,
  kind: isKind,
  notOurs: optional(isString),
  name: isText,
  region: optional(isText),
  otherNames: listOf(isText),
  about: isText,
  status: optional(shaped<Part<'status'>>({ text: isText, from: isString, sources: listOf(isNumber) })),
  before: listOf(isFact),
  since: listOf(isFact),
  strip: optional(
    shaped<Part<'strip'>>({
      title: isText,
      spans: listOf(isSpan),
      later: listOf(isSpan),
      handover: isBoolean,
    }),
  ),
  agreement: optional(
    shaped<Part<'agreement'>>({
      date: isString,
      parties: listOf(isText),
      terms: listOf(shaped<Part<'agreement'>['terms'][number]>({ text: isText, sources: listOf(isNumber) })),
    }),
  ),
  event: optional(
    shaped<Part<'event'>>({
      from: isString,
      until: optional(isString),
      where: listOf(isText),
      between: listOf(isText),
      sources: listOf(isNumber),
    }),
  ),
  map: optional(
    shaped<LocatorMap>({
      width: isNumber,
      height: isNumber,
      land: isString,
      borders: isString,
      country: isString,
      point: shaped<LocatorMap['point']>({ x: isNumber, y: isNumber }),
      labels: listOf(shaped<LocatorMap['labels'][number]>({ x: isNumber, y: isNumber, text: isText })),
      alternative: isText,
    }),
  ),
  sources: listOf(
    shaped<Briefing['sources'][number]>({
      publisher: isString,
      title: isString,
      date: optional(isString),
      url: isString,
      lang: optional(isString),
    }),
  ),
  knownUntil: isString,
});

const isPlacedHighlight = shaped<PlacedHighlight>({
  id: isString,
  colour: oneOf<PlacedHighlight['colour']>({ yellow: true, green: true, blue: true, pink: true }),
  how: oneOf<PlacedHighlight['how']>({ exact: true, normalised: true, approximate: true }),
  stretches: listOf(shaped<Stretch>({ block: isNumber, start: isNumber, end: isNumber })),
});

type Recognised = Extract<Answer<'recognise'>, { kind: 'mentions' }>;
type SendAll = Extract<Answer<'recognise'>, { kind: 'send-all' }>;

const isRecognised = shaped<Recognised>({
  kind: oneOf({ mentions: true }),
  date: orNull(isDate),
  blocks: listOf(shaped<Recognised['blocks'][number]>({ id: isNumber, mentions: listOf(isMention) })),
  briefings: listOf(isBriefing),
  known: listOf(isString),
});
const isSendAll = shaped<SendAll>({ kind: oneOf({ 'send-all': true }) });

/** Checks of the background's replies, by the question's name. */
export const ANSWERS: { readonly [Name in FromPage]: Check<Answer<Name>> } = {
  'page-opened': shaped<Answer<'page-opened'>>({
    settings: shaped<PageSettings>({
      on: isBoolean,
      marks: oneOf({ all: true, first: true, none: true }),
      open: oneOf({ hover: true, modifier: true, click: true }),
      theme: oneOf({ site: true, light: true, dark: true }),
    }),
  }),
  recognise: (value): value is Answer<'recognise'> => isRecognised(value) || isSendAll(value),
  'correct-date': isNothing,
  'know-entity': isNothing,
  'wrong-match': isNothing,
  'switch-site': isNothing,
  snooze: isNothing,
  'save-highlight': isNothing,
  'edit-highlight': isNothing,
  'open-note': isNothing,
  'need-highlighter': isNothing,
  'need-card': isNothing,
};

/** Checks of the background's requests, by name. */
export const REQUESTS: { readonly [Name in ToPage]: Check<Request<Name>> } = {
  'settings-changed': isNothing,
  'read-again': isNothing,
  'move-to-mention': shaped<Request<'move-to-mention'>>({ direction: oneOf({ next: true, previous: true }) }),
  'show-entity': shaped<Request<'show-entity'>>({ id: isString }),
  'paint-highlights': shaped<Request<'paint-highlights'>>({ session: isString, highlights: listOf(isPlacedHighlight) }),
  'show-highlight': shaped<Request<'show-highlight'>>({ id: isString }),
  'highlight-selection': isNothing,
  'anchor-of-selection': isNothing,
  ping: isNothing,
};
