/** What the reader chose, in `storage.local`: small, written by the background alone, read back through a parser. */
import * as v from 'valibot';
import { EntityId } from '../../src/facts/entity.ts';
import { PageSettings } from '../../src/messages/from-page.ts';
import { browser } from './browser.ts';

const KEY = 'settings';

/** Every choice of the reader. A field that is damaged falls back alone, so that one bad value does not cost the others. */
const Settings = v.object({
  marks: v.fallback(PageSettings.entries.marks, 'all'),
  open: v.fallback(PageSettings.entries.open, 'hover'),
  theme: v.fallback(PageSettings.entries.theme, 'site'),
  /** Hosts Dateline is switched off on. */
  sitesOff: v.fallback(v.array(v.string()), []),
  /** Milliseconds since the epoch until which nothing is marked anywhere. */
  snoozedUntil: v.fallback(v.number(), 0),
  /** Entities the reader knows: never marked. */
  known: v.fallback(v.array(EntityId), []),
  /** Matches the reader called wrong, by the site they stood on. */
  wrong: v.fallback(v.array(v.strictObject({ host: v.string(), id: EntityId, form: v.string() })), []),
});

/** Every choice of the reader, after parsing. */
export type Settings = v.InferOutput<typeof Settings>;

/** The settings as stored, defaults filled in; the defaults alone where the browser's storage is out of reach (in Firefox it is a database). */
export function readSettings(): Promise<Settings> {
  return readStored().catch(() => v.parse(Settings, {}));
}

async function readStored(): Promise<Settings> {
  const stored: Record<string, unknown> = await browser.storage.local.get(KEY);
  return v.parse(Settings, stored[KEY] ?? {});
}

let writing: Promise<unknown> = Promise.resolve();

/**
 * Changes settings one call after the other, so that two changes at once are both kept. Gives the settings after the change. Rejects where
 * those stored cannot be read: defaults would be written over them.
 */
export function changeSettings(change: (settings: Settings) => Partial<Settings>): Promise<Settings> {
  const changed = writing.then(async () => {
    const settings = await readStored();
    const next = { ...settings, ...change(settings) };
    await browser.storage.local.set({ [KEY]: next });
    return next;
  });
  writing = changed.catch(() => undefined);
  return changed;
}

/** What holds on a host at a moment (`now` in milliseconds since the epoch). */
export function settingsFor(settings: Settings, host: string, now: number): PageSettings {
  const { marks, open, theme, sitesOff, snoozedUntil } = settings;
  return { on: !sitesOff.includes(host) && snoozedUntil <= now, marks, open, theme };
}
