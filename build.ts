/**
 * Builds the extension for both browsers.
 *   npm run build      dist/chromium and dist/firefox, each loadable as it is, and the variants the tests load
 *   npm run package    also dist/dateline-BROWSER.zip
 *   --watch            again after every change
 *   --record-sizes     keeps today's sizes as what the next over-budget message compares with
 */
import { watch } from 'node:fs';
import { readFile, writeFile } from 'node:fs/promises';
import { overBudget, type RecordedSizes, sizesByPart } from './build/budgets.ts';
import { type Bundles, bundleScripts, bundleStyles, type Script } from './build/bundle.ts';
import { emptyNames } from './build/file-names.ts';
import { bytesOf, type Files, readFolder, writeFolder } from './build/files.ts';
import { readImports, sourceFiles } from './build/imports.ts';
import { brokenByBundles, brokenByImports } from './build/layers.ts';
import { manifestFor, TARGETS } from './build/manifest.ts';
import { noticesFor } from './build/notices.ts';
import { packFiles } from './build/pack.ts';
import { zip } from './build/zip.ts';

const KB = 1024;

const SCRIPTS: readonly Script[] = [
  { from: 'extension/background/background.ts', to: 'background.js', format: 'esm', budget: 40 * KB, minify: true, spare: true },
  { from: 'extension/content/read.ts', to: 'content/read.js', format: 'iife', budget: 8 * KB, minify: true },
  // Both come at the first mention, so that the first rest of the pointer finds its card ready.
  { from: 'extension/content/mark.ts', to: 'content/mark.js', format: 'iife', budget: 6 * KB, minify: true },
  // Comes with the first selection, or where the article has saved passages.
  { from: 'extension/content/highlight.ts', to: 'content/highlight.js', format: 'iife', budget: 13 * KB, minify: true },
  { from: 'extension/content/card/card.tsx', to: 'content/card.js', format: 'iife', budget: 24 * KB, minify: true },
  { from: 'extension/popup/popup.tsx', to: 'popup/popup.js', format: 'esm' },
  { from: 'extension/sidebar/sidebar.tsx', to: 'sidebar/sidebar.js', format: 'esm' },
  { from: 'extension/history/history.tsx', to: 'history/history.js', format: 'esm' },
  { from: 'extension/welcome/welcome.tsx', to: 'welcome/welcome.js', format: 'esm' },
  { from: 'extension/options/options.tsx', to: 'options/options.js', format: 'esm' },
];
/** Our own pages: each also has `extension/PAGE/PAGE.html` and `.css`. */
const PAGES = ['history', 'popup', 'sidebar', 'welcome', 'options'];

const SOURCE_FOLDERS = ['src', 'extension', 'build'];
const SIZES_FILE = 'build/recorded-sizes.json';

/** Everything both browsers get alike. Throws one message that lists all broken rules. */
async function assemble(): Promise<Files> {
  const [scripts, styles] = await Promise.all([bundleScripts(SCRIPTS), bundleStyles(PAGES)]);
  await check(scripts);
  return new Map([
    ...scripts.files,
    ...styles,
    ...(await pageFiles()),
    ...(await packFiles()),
    ...(await readFolder('icons', 'icons/', (name) => name.endsWith('.png'))),
    ...(await readFolder('extension/_locales', '_locales/', (name) => name === 'messages.json')),
    ['LICENSE', await readFile('LICENSE')],
    ['NOTICES.txt', bytesOf(await noticesFor(scripts.outputs))],
  ]);
}

async function pageFiles(): Promise<Files> {
  const folders = await Promise.all(
    PAGES.map((page) => readFolder(`extension/${page}`, `${page}/`, (name) => name.endsWith('.html'))),
  );
  return new Map(folders.flatMap((files) => [...files]));
}

async function check({ files, outputs }: Bundles): Promise<void> {
  const sizes = sizesByPart(outputs);
  if (process.argv.includes('--record-sizes')) await writeFile(SIZES_FILE, bytesOf(sizes));
  const recorded = JSON.parse(await readFile(SIZES_FILE, 'utf8')) as RecordedSizes;
  const broken = [
    ...brokenByImports(await readImports(SOURCE_FOLDERS)),
    ...brokenByBundles(outputs),
    ...emptyNames(await sourceFiles(SOURCE_FOLDERS)),
    ...SCRIPTS.flatMap(({ to, budget }) => {
      const bytes = files.get(to);
      return bytes === undefined || budget === undefined
        ? []
        : (overBudget({ bundle: to, bytes, budget }, sizes, recorded) ?? []);
    }),
  ];
  if (broken.length > 0)
    throw new Error(`The build keeps these rules (build/layers.ts, build/budgets.ts):\n${broken.join('\n')}`);
}

async function buildAll(): Promise<void> {
  const files = await assemble();
  for (const target of TARGETS) {
    const extension = new Map([...files, ['manifest.json', bytesOf(manifestFor(target, { hostsGranted: false }))]]);
    await writeFolder(`dist/${target}`, extension);
    await writeFolder(
      `dist/test-${target}`,
      new Map([...files, ['manifest.json', bytesOf(manifestFor(target, { hostsGranted: true }))]]),
    );
    if (process.argv.includes('--package')) await writeFile(`dist/dateline-${target}.zip`, zip(extension));
  }
}

/** Builds again after each change below the source folders; a failed build is reported and waited out. */
function watchSources(): void {
  let building = Promise.resolve();
  let pending = false;
  const rebuild = (): void => {
    if (pending) return;
    pending = true;
    building = building.then(async () => {
      // Editors write a file in several steps: one build for all that happened meanwhile.
      await new Promise((resolve) => setTimeout(resolve, 50));
      pending = false;
      await buildAll().then(
        () => console.log('built'),
        (error: unknown) => console.error(error),
      );
    });
  };
  for (const folder of ['src', 'extension', 'icons']) watch(folder, { recursive: true }, rebuild);
  watch('manifest.json', rebuild);
}

try {
  await buildAll();
  if (process.argv.includes('--watch')) watchSources();
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}
