/** What the background may say to the script in a news page. Parsed at the page's end; the reply at the background's. */
import * as v from 'valibot';
import { PageSettings } from './from-page.ts';

/** Name to input and output, one sentence each. */
export const TO_PAGE = {
  /** Settings, site switch or snooze changed: start, stop or repaint. */
  'settings-changed': { input: v.strictObject({ settings: PageSettings }), output: v.strictObject({}) },
  /** The date, a 'known' or a 'wrong match' changed: ask for recognition of everything again. */
  'read-again': { input: v.strictObject({}), output: v.strictObject({}) },
  /** Keyboard command: move to the next or previous mention, scroll it into view, open its card. */
  'move-to-mention': { input: v.strictObject({ direction: v.picklist(['next', 'previous']) }), output: v.strictObject({ found: v.boolean() }) },
  /** From popup or panel: scroll to an entity's first mention and flash it. */
  'show-entity': { input: v.strictObject({ id: v.string() }), output: v.strictObject({ found: v.boolean() }) },
  /** Whether a page session is alive here; used not to inject twice. */
  ping: { input: v.strictObject({}), output: v.strictObject({ session: v.string() }) },
} as const;

/** Name of a message to a page. */
export type ToPage = keyof typeof TO_PAGE;
