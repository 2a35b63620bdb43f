/** What our own pages (popup, panel, history, welcome, options) may say to the background; refused from any other origin. */
import * as v from 'valibot';
import { EntityId, KINDS } from '../facts/entity.ts';
import { ArticleDate } from '../facts/mention.ts';
import { Text } from '../facts/text.ts';
import { Edit } from '../highlights/change.ts';
import { Highlight, HighlightId, Instant, SavedArticle, Tag } from '../highlights/highlight.ts';
import { FoundHighlight } from './highlights.ts';
import { PageSettings } from './from-page.ts';

/** An entity found in an article, and how often. */
const FoundEntity = v.strictObject({ id: EntityId, kind: v.picklist(KINDS), name: Text, mentions: v.number() });

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
  entities: v.array(FoundEntity),
});

/** A tab's state after parsing. */
export type TabState = v.InferOutput<typeof TabState>;

/** What the panel shows of a tab. */
export const ArticleInTab = v.strictObject({
  /** The article as it would be saved; `null` where the tab is not being read. */
  article: v.nullable(SavedArticle),
  /** In order of their first mention. */
  entities: v.array(FoundEntity),
  /** Saved passages of this article, the trash left out; those found first, in reading order. */
  highlights: v.array(FoundHighlight),
});

/** What a restore or an import did. */
const Merged = v.strictObject({ added: v.number(), updated: v.number(), same: v.number() });

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
  /** Whether it is remembered which articles are read; `on` changes that, `null` only asks. */
  remembering: { input: v.strictObject({ on: v.nullable(v.boolean()) }), output: v.strictObject({ on: v.boolean() }) },
  /** What the reader told Dateline on cards: hosts switched off, how many names known, how many matches called wrong. */
  choices: {
    input: v.strictObject({}),
    output: v.strictObject({ sitesOff: v.array(v.string()), known: v.number(), wrong: v.number() }),
  },
  /** Takes back every 'I know this', or every 'wrong match'. */
  forget: { input: v.strictObject({ what: v.picklist(['known', 'wrong']) }), output: v.strictObject({}) },
  /** A pack of the reader's own was loaded or removed, and that is on disk: every page is to be read again. */
  'packs-changed': { input: v.strictObject({}), output: v.strictObject({}) },
  /** What the panel shows of a tab. */
  'article-in-tab': { input: v.strictObject({ tab: v.number() }), output: ArticleInTab },
  /** Changes a saved passage; the same `entry` again is the same change. Answered with the record, when it is on disk. */
  'change-highlight': {
    input: v.strictObject({ entry: HighlightId, id: HighlightId, edit: Edit }),
    output: v.strictObject({ highlight: Highlight }),
  },
  /** Changes many passages, all or none; those that change nothing are left out of the count. Answered when it is on disk. */
  'change-highlights': {
    input: v.strictObject({
      changes: v.pipe(v.array(v.strictObject({ entry: HighlightId, id: HighlightId, edit: Edit })), v.maxLength(1000)),
    }),
    output: v.strictObject({ changed: v.number() }),
  },
  /** Opens a passage's article, or turns to the tab it is open in, scrolls to the passage and flashes it. */
  'open-highlight': { input: v.strictObject({ id: HighlightId }), output: v.strictObject({}) },
  /** Earlier versions of a passage's note, newest first. */
  'note-versions': {
    input: v.strictObject({ id: HighlightId }),
    output: v.strictObject({ versions: v.array(v.strictObject({ note: v.string(), until: Instant })) }),
  },
  /** Tags used lately, latest first. */
  'recent-tags': { input: v.strictObject({}), output: v.strictObject({ tags: v.array(Tag) }) },
  /** Scroll a tab to a saved passage and flash it. */
  'go-to-highlight': {
    input: v.strictObject({ tab: v.number(), id: HighlightId }),
    output: v.strictObject({ found: v.boolean() }),
  },
  /** Attaches a lost passage to what is selected in a tab; `false` where nothing is. */
  'attach-to-selection': {
    input: v.strictObject({ tab: v.number(), entry: HighlightId, id: HighlightId }),
    output: v.strictObject({ attached: v.boolean() }),
  },
  /** The note the reader asked for from a page, for the panel to put the cursor in; told once. */
  'note-to-open': { input: v.strictObject({ tab: v.number() }), output: v.strictObject({ id: v.nullable(HighlightId) }) },
  /** What is in the trash, last deleted first. After 30 days it is gone for good. */
  trash: { input: v.strictObject({}), output: v.strictObject({ highlights: v.array(Highlight) }) },
  /** Forgets passages in the trash for good, with their journal and their second copy; all of them where no ids are given. */
  'empty-trash': {
    input: v.strictObject({ ids: v.optional(v.array(HighlightId)) }),
    output: v.strictObject({ forgotten: v.number() }),
  },
  /** How the reader's saved passages are: for the honest line 'last backup …' and for reports of damage. */
  'keeping-state': {
    input: v.strictObject({}),
    output: v.strictObject({
      /** Passages saved, the trash left out. */
      count: v.number(),
      lastBackup: v.nullable(Instant),
      /** Changes made since the last backup. */
      changesSince: v.number(),
      /** What was found damaged and mended from the second copy, or could not be; `null` when all was well. */
      damage: v.nullable(v.strictObject({ at: Instant, repaired: v.number(), lost: v.number() })),
    }),
  },
  /** The reader has seen the report of damage. */
  'damage-seen': { input: v.strictObject({}), output: v.strictObject({}) },
  /** Every saved passage, the trash included, by id, a stretch at a time: for a backup or an export. */
  'highlights-after': {
    input: v.strictObject({
      after: v.nullable(HighlightId),
      limit: v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(2000)),
    }),
    output: v.strictObject({ highlights: v.array(Highlight), more: v.boolean() }),
  },
  /** A backup file was given to the reader. */
  'backed-up': { input: v.strictObject({ at: Instant }), output: v.strictObject({}) },
  /** Merges records by id, all or none: the later `modified` wins. */
  'merge-highlights': { input: v.strictObject({ highlights: v.array(Highlight) }), output: Merged },
} as const;

/** Name of a message from our own pages. */
export type FromOwnPages = keyof typeof FROM_OWN_PAGES;
