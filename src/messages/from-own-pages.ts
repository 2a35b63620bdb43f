/** What our own pages (popup, welcome, options) may say to the background; refused from any other origin. */
import * as v from 'valibot';
import { EntityId, KINDS } from '../facts/entity.ts';
import { ArticleDate } from '../facts/mention.ts';
import { Text } from '../facts/briefing.ts';
import { PageSettings } from './from-page.ts';

/** What Dateline can do on a tab right now. */
export const TabState = v.strictObject({
  /** `refused`: the browser lets no extension in (its own pages, stores, PDF). `not-granted`: we may not run here yet. */
  access: v.picklist(['granted', 'once', 'not-granted', 'refused']),
  host: v.string(),
  on: v.boolean(),
  /** Milliseconds since the epoch until which all marks are snoozed; 0 when not. */
  snoozedUntil: v.number(),
  date: v.nullable(ArticleDate),
  /** Number of different entities found. */
  count: v.number(),
  /** The five most mentioned, most first. */
  entities: v.array(v.strictObject({ id: EntityId, kind: v.picklist(KINDS), name: Text, mentions: v.number() })),
});

/** A tab's state after parsing. */
export type TabState = v.InferOutput<typeof TabState>;

/** Name to input and output, one sentence each. */
export const FROM_OWN_PAGES = {
  /** State of a tab, for the popup. */
  'tab-state': { input: v.strictObject({ tab: v.number() }), output: TabState },
  /** *Read this page once*: inject by `activeTab`. */
  'read-once': { input: v.strictObject({ tab: v.number() }), output: v.strictObject({}) },
  /** On or off for a site; hosts are asked for by the page itself, inside the click. */
  'set-site': { input: v.strictObject({ host: v.string(), on: v.boolean() }), output: v.strictObject({}) },
  /** The reader sets or takes back a tab's article day. */
  'set-date': { input: v.strictObject({ tab: v.number(), day: v.nullable(v.string()) }), output: v.strictObject({}) },
  /** Snooze all marks for an hour, or wake them. */
  'set-snooze': { input: v.strictObject({ hours: v.picklist([0, 1]) }), output: v.strictObject({}) },
  /** Scroll a tab to an entity's first mention. */
  'go-to-entity': { input: v.strictObject({ tab: v.number(), id: EntityId }), output: v.strictObject({ found: v.boolean() }) },
  /** General settings, read and written whole. */
  'get-settings': { input: v.strictObject({}), output: PageSettings },
  'set-settings': { input: PageSettings, output: v.strictObject({}) },
  /** What the reader told Dateline on cards: hosts switched off, how many names known, how many matches called wrong. */
  choices: {
    input: v.strictObject({}),
    output: v.strictObject({ sitesOff: v.array(v.string()), known: v.number(), wrong: v.number() }),
  },
  /** Takes back every 'I know this', or every 'wrong match'. */
  forget: { input: v.strictObject({ what: v.picklist(['known', 'wrong']) }), output: v.strictObject({}) },
} as const;

/** Name of a message from our own pages. */
export type FromOwnPages = keyof typeof FROM_OWN_PAGES;
