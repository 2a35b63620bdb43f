/** What the background may say to the script in a news page. Parsed at the page's end; the reply at the background's. */
import * as v from 'valibot';
import { Anchor, HighlightId } from '../highlights/highlight.ts';
import { PlacedHighlight } from './highlights.ts';

/** Name to input and output, one sentence each. */
export const TO_PAGE = {
  /**
   * Settings, site switch, snooze or the grant for this host may have changed: ask `page-opened` again and start, stop or repaint by its
   * answer. (The background often may not see a tab's address, so it can't send the settings along.)
   */
  'settings-changed': { input: v.strictObject({}), output: v.strictObject({}) },
  /** The date, a 'known' or a 'wrong match' changed: send every block again; every block with mentions is answered anew. */
  'read-again': { input: v.strictObject({}), output: v.strictObject({}) },
  /** Keyboard command: move to the next or previous mention, scroll it into view, open its card. */
  'move-to-mention': {
    input: v.strictObject({ direction: v.picklist(['next', 'previous']) }),
    output: v.strictObject({ found: v.boolean() }),
  },
  /** From popup or panel: scroll to an entity's first mention and flash it. */
  'show-entity': { input: v.strictObject({ id: v.string() }), output: v.strictObject({ found: v.boolean() }) },
  /** What is saved of the article: draw these passages and no others. `session` tells readings of one tab apart. */
  'paint-highlights': {
    input: v.strictObject({ session: v.string(), highlights: v.array(PlacedHighlight) }),
    output: v.strictObject({}),
  },
  /** From panel or history: scroll to a saved passage and flash it. */
  'show-highlight': { input: v.strictObject({ id: HighlightId }), output: v.strictObject({ found: v.boolean() }) },
  /** Context menu or key: save what is selected. `false` where nothing is, or where it cannot be saved; the page then says why. */
  'highlight-selection': { input: v.strictObject({}), output: v.strictObject({ began: v.boolean() }) },
  /** From the panel, to attach a lost passage by hand: what is selected, or `null`. */
  'anchor-of-selection': { input: v.strictObject({}), output: v.strictObject({ anchor: v.nullable(Anchor) }) },
  /** Whether a page session is alive here; used not to inject twice. */
  ping: { input: v.strictObject({}), output: v.strictObject({ session: v.string() }) },
} as const;

/** Name of a message to a page. */
export type ToPage = keyof typeof TO_PAGE;
