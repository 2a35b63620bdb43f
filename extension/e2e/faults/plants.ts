/**
 * Builds with one fault planted in the background or in the script of pages, each of which a fault test has to find: a test that finds nothing in them would find
 * nothing at all. Made beside the extension and never in `dist/`.
 */
import { cp, mkdtemp, readFile, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import type { Plugin } from 'esbuild';
import { bundleScripts, type Script } from '../../../build/bundle.ts';
import type { Target } from '../../../build/manifest.ts';

interface Plant {
  readonly file: string;
  /** Stands in the file exactly once. */
  readonly from: string;
  readonly to: string;
}

const SAVE = "await make(input.entry, input.id, { kind: 'save', highlight });";
const IN_PAGES = 'extension/background/passages-for-pages.ts';

/** What a fault is planted in: all that is made of its files and is asked in its test. */
const SCRIPTS: readonly (Script & { readonly isOf: (file: string) => boolean })[] = [
  {
    from: 'extension/background/background.ts',
    to: 'background.js',
    format: 'esm',
    isOf: (file) => !file.startsWith('extension/content/'),
  },
  {
    from: 'extension/content/read.ts',
    to: 'content/read.js',
    format: 'iife',
    isOf: (file) => file.startsWith('extension/content/'),
  },
  // Opens the database itself, and may be the first.
  {
    from: 'extension/options/options.tsx',
    to: 'options/options.js',
    format: 'esm',
    isOf: (file) => file === 'src/store/schema.ts',
  },
];

/** What is planted, in each case the smallest mistake of its kind that a programmer could make. */
const PLANTS = {
  /** Says 'saved' and writes a moment later, as a debounced save does. */
  'saved later': [
    { file: IN_PAGES, from: SAVE, to: `setTimeout(() => void ${SAVE.slice('await '.length, -1)}.catch(reportBug), 150);` },
  ],
  /** No mistake yet: the reply to a first attempt is lost, as where the background is stopped between the disk and its reply. */
  'reply lost': [
    {
      file: IN_PAGES,
      from: SAVE,
      to: `${SAVE} if (!unanswered.has(input.entry)) { unanswered.add(input.entry); await new Promise(() => {}); }`,
    },
    { file: IN_PAGES, from: 'const pace = new Pace();', to: 'const pace = new Pace(); const unanswered = new Set<string>();' },
  ],
  /** As above, and the receiver makes the ids. */
  'reply lost, ids of the receiver': [
    {
      file: IN_PAGES,
      from: SAVE,
      to: `const id = crypto.randomUUID(); await make(crypto.randomUUID(), id, { kind: 'save', highlight: { ...highlight, id } });
        if (!unanswered.has(input.entry)) { unanswered.add(input.entry); await new Promise(() => {}); }`,
    },
    { file: IN_PAGES, from: 'const pace = new Pace();', to: 'const pace = new Pace(); const unanswered = new Set<string>();' },
  ],
  /** Listens after having waited for something. */
  'listens late': [
    {
      file: 'extension/background/background.ts',
      from: 'listenForMessages({ fromPage: handlersForPages(services), fromOwnPages: handlersForOwnPages(services) });',
      to: 'setTimeout(() => listenForMessages({ fromPage: handlersForPages(services), fromOwnPages: handlersForOwnPages(services) }), 100);',
    },
  ],
  /** Believes what the browser left of the database. */
  'never compared': [
    {
      file: 'src/store/second-copy/mending.ts',
      from: 'if (mending === null && isWhole && !isApart && !isBehind) return there;',
      to: 'return there;',
    },
  ],
  /** Saves as the browser does it by default: written, and not flushed. */
  'not flushed': [
    {
      file: 'src/store/changing.ts',
      from: `'readwrite', { durability: 'strict' });
    const [before, sent, keeping]`,
      to: `'readwrite', { durability: 'relaxed' });
    const [before, sent, keeping]`,
    },
  ],
  /** Leaves in the page what the version before an update put there, and that version at work. */
  'earlier version left': [
    {
      file: 'extension/content/session.ts',
      from: 'for (const host of document.querySelectorAll(OWN_HOST)) host.remove();',
      to: '',
    },
    { file: 'extension/content/own-element.ts', from: 'if (isThere) own?.remove();', to: '' },
    { file: 'extension/content/reading.ts', from: 'this.#ending.abort();', to: 'if (!this.isOrphaned()) this.#ending.abort();' },
  ],
  /** No mistake: the last version that was of another schema, to upgrade from. */
  'an earlier schema': [
    { file: 'src/store/schema.ts', from: 'DATABASE_VERSION = LADDER.length;', to: 'DATABASE_VERSION = LADDER.length - 1;' },
  ],
  /** An upgrade in two transactions: the passages are put in order outside of the one that the browser rolls back. */
  'upgraded in two steps': [
    {
      file: 'src/store/schema.ts',
      from: `(db) => {
    db.createObjectStore('own-packs', { keyPath: 'id' });`,
      to: `(db, upgrade) => {
    db.createObjectStore('own-packs', { keyPath: 'id' });
    const rows = upgrade.objectStore('highlights');
    void rows.getAll().then(async (all) => {
      await rows.clear();
      setTimeout(() => {
        const tx = db.transaction('highlights', 'readwrite');
        for (const row of all) void tx.store.put(row);
      }, 3000);
    });`,
    },
  ],
} as const satisfies Record<string, readonly Plant[]>;

/** Name of a planted fault. */
export type PlantName = keyof typeof PLANTS;

/** Folder of the tests' build with this fault in it, made anew; whoever asks removes it. @throws Error where the source is no longer as the fault supposes */
export async function plantedBuild(target: Target, name: PlantName): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'dateline-planted-'));
  await cp(`dist/test-${target}`, folder, { recursive: true });
  const scripts = SCRIPTS.filter(({ isOf }) => PLANTS[name].some(({ file }) => isOf(file)));
  const { files } = await bundleScripts(scripts, [planting(PLANTS[name])]);
  for (const [path, bytes] of files) await writeFile(join(folder, path), bytes);
  return folder;
}

function planting(plants: readonly Plant[]): Plugin {
  return {
    name: 'planted-fault',
    setup(build) {
      build.onLoad({ filter: /\.ts$/ }, async ({ path }) => {
        const here = plants.filter(({ file }) => file === relative('.', path));
        if (here.length === 0) return undefined;
        let contents = await readFile(path, 'utf8');
        for (const { file, from, to } of here) {
          if (contents.split(from).length !== 2) throw new Error(`${file} has not, or not once: ${from}`);
          contents = contents.replace(from, () => to);
        }
        return { contents, loader: 'ts' };
      });
    },
  };
}
