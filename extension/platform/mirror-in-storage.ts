/** The second copy in `storage.local`: for Chromium, where that storage can be locked against scripts in pages, and is a file of its own. */
import * as v from 'valibot';
import { parseHighlight } from '../../src/highlights/highlight.ts';
import type { Mirror } from '../../src/store/second-copy/mirror.ts';
import type { Witness } from '../../src/store/second-copy/witness.ts';
import { browser } from './browser.ts';

const WITNESS = 'kept';
/** Before each passage's id. */
const PASSAGE = 'kept-';
/** Records read at once, so that many of them need not be in memory twice. */
const AT_ONCE = 500;

/** An address nobody answers at: the cache takes none of our own. */
const WITNESS_APART = 'https://dateline.invalid/kept';

const StoredWitness = v.strictObject({ count: v.number(), sequence: v.number(), hash: v.number() });

/** Part of the API that the polyfill's types leave out. */
interface Lockable {
  setAccessLevel?(options: { readonly accessLevel: 'TRUSTED_CONTEXTS' }): Promise<void>;
}

/** See the head of this file; `undefined` in a browser that cannot lock this storage. */
export function mirrorInStorage(): Mirror | undefined {
  const area = browser.storage.local;
  const lock = (area as Lockable).setAccessLevel?.bind(area);
  if (lock === undefined) return undefined;
  // Before anything is written: a page's renderer, broken into, must find nothing (promises S13).
  const locked = lock({ accessLevel: 'TRUSTED_CONTEXTS' });
  /** Asked a second time where it fails: Chromium rejects once for an entry that it finds damaged, and throws that entry away. */
  const read = (wanted: string | string[]): Promise<Record<string, unknown>> => area.get(wanted).catch(() => area.get(wanted));
  const keys = async (): Promise<string[]> => (await area.getKeys()).filter((key) => key.startsWith(PASSAGE));
  /** What can be read at all: several damaged entries fail each reading that one of them is in. */
  const oneByOne = async (wanted: string[]): Promise<Record<string, unknown>> => {
    const found: Record<string, unknown> = {};
    for (const key of wanted) Object.assign(found, await read(key).catch(() => undefined));
    return found;
  };
  return {
    async witness() {
      const [stored, apart] = await Promise.all([read(WITNESS), readApart()]);
      const here = witnessIn(stored[WITNESS]);
      return apart !== undefined && apart.sequence > (here?.sequence ?? 0) ? apart : here;
    },
    ids: async () => (await keys()).map((key) => key.slice(PASSAGE.length)),
    async *batches() {
      const all = await keys();
      for (let from = 0; from < all.length; from += AT_ONCE) {
        const some = all.slice(from, from + AT_ONCE);
        const stored = await read(some).catch(() => oneByOne(some));
        yield Object.values(stored).flatMap((value) => parseHighlight(value) ?? []);
      }
    },
    async follow({ put, forgotten, witness }) {
      await locked;
      await area.set(Object.fromEntries(put.map((highlight) => [PASSAGE + highlight.id, highlight])));
      if (forgotten.length > 0) await area.remove(forgotten.map((id) => PASSAGE + id));
      await area.set({ [WITNESS]: witness });
      await keepApart(witness);
    },
  };
}

function witnessIn(stored: unknown): Witness | undefined {
  const witness = v.safeParse(StoredWitness, stored);
  return witness.success ? witness.output : undefined;
}

/**
 * The witness once more, in a file of its own. Many full disks in one session end with the last passages in neither copy, and with the
 * witnesses of both as old as what is left (docs/DECISIONS/second-copy.md): this one knows how many there were.
 */
async function keepApart(witness: Witness): Promise<void> {
  // Without it only that loss is not told; the copy is whole.
  await openApart()
    .then((apart) => apart.put(WITNESS_APART, Response.json(witness)))
    .catch(() => undefined);
}

async function readApart(): Promise<Witness | undefined> {
  try {
    return witnessIn(await (await (await openApart()).match(WITNESS_APART))?.json());
  } catch {
    return undefined;
  }
}

function openApart(): Promise<Cache> {
  return caches.open(WITNESS);
}
