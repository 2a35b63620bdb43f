/** The reader's own Markdown template, in `storage.local`; written by the history page alone. */
import * as v from 'valibot';
import { browser } from './browser.ts';

const KEY = 'export-template';
/** Longest template, in UTF-16 units. */
export const LONGEST_TEMPLATE = 16_384;
const Template = v.pipe(v.string(), v.maxLength(LONGEST_TEMPLATE));

/** The template as kept; `undefined` where the reader has none. */
export async function readTemplate(): Promise<string | undefined> {
  const stored: Record<string, unknown> = await browser.storage.local.get(KEY);
  return v.is(Template, stored[KEY]) ? stored[KEY] : undefined;
}

/** Keeps a template; `undefined` forgets it. */
export async function keepTemplate(template: string | undefined): Promise<void> {
  if (template === undefined) await browser.storage.local.remove(KEY);
  else await browser.storage.local.set({ [KEY]: template });
}
